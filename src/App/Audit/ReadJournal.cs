using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;

namespace ParIndex.App.Audit;

/// <summary>What of the journal to show: by act, by the person's name, by day, before a number.</summary>
public sealed record JournalFilter(string? Act, string? Name, DateOnly? From, DateOnly? Until, long? Before);

/// <summary>A page of the journal, newest first.</summary>
/// <param name="Entries">The lines.</param>
/// <param name="Older">Show lines before this number for more; null: there are none.</param>
/// <param name="Size">Lines in all.</param>
public sealed record JournalPage(IReadOnlyList<JournalShown> Entries, long? Older, long Size);

/// <summary>A line as the log shows it. <c>Told</c> is null where the reader may not see contents.</summary>
public sealed record JournalShown(long Seq, DateTimeOffset At, string? Who, string Act, string Obj, HistoryEntry? Told, string? Object);

/// <summary>Reads a page of the journal.</summary>
public sealed class ReadJournal(IndexDb db)
{
    private const int PageSize = 50;

    public async Task<JournalPage> RunAsync(JournalFilter filter, bool contents, CancellationToken cancel)
    {
        var lines = db.JournalLines.AsNoTracking().Where(line => line.Stream == JournalWriting.Stream);
        if (filter.Before is { } before) lines = lines.Where(line => line.Seq < before);
        if (!string.IsNullOrEmpty(filter.Act)) lines = lines.Where(line => line.Act == filter.Act);
        if (filter.From is { } from) lines = lines.Where(line => line.At >= Midnight(from));
        if (filter.Until is { } until) lines = lines.Where(line => line.At < Midnight(until.AddDays(1)));
        if (!string.IsNullOrWhiteSpace(filter.Name))
        {
            // Few people, compared without marks: the database cannot.
            var wanted = Units.Folding.Fold(filter.Name.Trim());
            var people = await db.Users.AsNoTracking().Select(account => new { account.Id, account.FullName }).ToListAsync(cancel);
            var ids = people.Where(person => Units.Folding.Fold(person.FullName).Contains(wanted, StringComparison.Ordinal)).Select(person => person.Id.ToString("n")).ToList();
            lines = lines.Where(line => ids.Contains(line.Actor));
        }

        var rows = await lines.OrderByDescending(line => line.Seq).Take(PageSize + 1).Select(line => new
        {
            line.Seq,
            line.At,
            line.Actor,
            line.Act,
            line.Obj,
            Payload = contents ? db.JournalPayloads.Where(payload => payload.Stream == line.Stream && payload.Seq == line.Seq).Select(payload => payload.Payload).FirstOrDefault() : null,
        }).ToListAsync(cancel);
        var actors = rows.Select(row => row.Actor).Distinct(StringComparer.Ordinal).Where(actor => Guid.TryParse(actor, out _)).Select(Guid.Parse).ToList();
        var names = await db.Users.AsNoTracking().Where(account => actors.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.FullName, cancel);
        return new(
            [.. rows.Take(PageSize).Select(row =>
            {
                Guid? actor = Guid.TryParse(row.Actor, out var id) ? id : null;
                var name = actor is null ? null : names.GetValueOrDefault(actor.Value) ?? row.Actor;
                var told = !contents ? null : row.Payload is null
                    ? new HistoryEntry(row.Seq, row.At, actor, name, row.Act, [], null, Erased: true) : ReadHistory.Told(row.Seq, row.At, actor, name, row.Payload);
                return new JournalShown(row.Seq, row.At, name, row.Act, row.Obj, told, row.Payload is null ? null : ReadHistory.ObjectOf(row.Payload));
            })],
            rows.Count > PageSize ? rows[PageSize - 1].Seq : null,
            await db.JournalHeads.AsNoTracking().Select(head => head.Size).SingleOrDefaultAsync(cancel));
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Vietnam.Offset);
}
