using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.App.Messages;

/// <summary>Tells each person once a day what is due: leaves not ready, explanations asked, claims to read, follow-ups.</summary>
public sealed class WriteDigests(IndexDb db, PhaseGate gate, TimeProvider clock)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(7);

    /// <summary>Writes them; gives to how many people.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var today = Vietnam.Day(now);
        var midnight = new DateTimeOffset(today.ToDateTime(TimeOnly.MinValue), Vietnam.Offset);
        var due = new SortedDictionary<Guid, List<Text>>();
        foreach (var cycle in await db.Cycles.AsNoTracking().Where(row => row.State == CycleState.Open).OrderBy(row => row.Id).ToListAsync(cancel))
            await CollectAsync(cycle, now, today, due, cancel);
        var told = (await db.Notices.AsNoTracking().Where(notice => notice.Kind == "digest" && notice.At >= midnight).Select(notice => notice.Account).ToListAsync(cancel)).ToHashSet();
        foreach (var (account, items) in due.Where(entry => !told.Contains(entry.Key)))
            await db.TellAsync([account], MailText.Digest(today, items, "/noi-bo"), now, cancel);
        await db.SaveChangesAsync(cancel);
        return due.Keys.Count(account => !told.Contains(account));
    }

    private async Task CollectAsync(CycleRow cycle, DateTimeOffset now, DateOnly today, SortedDictionary<Guid, List<Text>> due, CancellationToken cancel)
    {
        var year = cycle.Year;
        foreach (var unit in await db.CycleUnits.AsNoTracking().Where(row => row.Cycle == cycle.Id).Select(row => row.Unit).ToListAsync(cancel))
        {
            var items = new List<Text>();
            foreach (var window in (await gate.WindowsAsync(cycle.Id, unit, cancel)).Where(window => window.IsOpen(now) && window.ClosesForUnit - now <= Ahead))
            {
                if (window.Phase != Phase.SelfAssessment) continue;
                if (await db.Submissions.AnyAsync(row => row.Cycle == cycle.Id && row.Unit == unit && row.WithdrawnAt == null, cancel)) continue;
                var ready = await db.Entries.CountAsync(row => row.Cycle == cycle.Id && row.Unit == unit && row.State != EntryState.Entering, cancel);
                items.Add(new(
                    $"Tự đánh giá năm {year}: chưa nộp, {ready} mục đã sẵn sàng; đóng lúc {Vietnam.Moment(window.ClosesForUnit)}.",
                    $"Self-assessment {year}: not submitted, {ready} leaves ready; closes at {Vietnam.Moment(window.ClosesForUnit)}."));
            }

            foreach (var asked in await db.Explanations.AsNoTracking().Where(row => row.Cycle == cycle.Id && row.Unit == unit && row.AnsweredAt == null).OrderBy(row => row.Due).ToListAsync(cancel))
                items.Add(new($"Giải trình tiêu chí {asked.Leaf} trước {Vietnam.Moment(asked.Due)}.", $"Explain criterion {asked.Leaf} by {Vietnam.Moment(asked.Due)}."));
            var soon = today.AddDays(Ahead.Days);
            foreach (var open in await db.FollowUps.AsNoTracking().Where(row => row.Unit == unit && row.ClosedAt == null && row.Due != null && row.Due <= soon).OrderBy(row => row.Due).ToListAsync(cancel))
                items.Add(new($"Việc cần khắc phục đến hạn {open.Due:dd/MM/yyyy}: {open.What}", $"To be mended by {open.Due:yyyy-MM-dd}: {open.What}"));
            if (items.Count == 0) continue;
            foreach (var account in await db.PeopleOfUnitAsync(cycle.Id, unit, cancel)) Of(due, account).AddRange(items);
        }

        var claims = await db.Complaints.AsNoTracking().Where(row => row.Cycle == cycle.Id && row.SecondReader != null && row.DecidedAt == null && row.WithdrawnAt == null)
            .GroupBy(row => row.SecondReader!.Value).Select(group => new { Reader = group.Key, Count = group.Count() }).ToListAsync(cancel);
        foreach (var claim in claims)
            Of(due, claim.Reader).Add(new($"{claim.Count} đề nghị xem xét lại chờ ông/bà đọc.", $"{claim.Count} claims wait for your reading."));
        var unread = await db.Complaints.CountAsync(row => row.Cycle == cycle.Id && row.SecondReader == null && row.DecidedAt == null && row.WithdrawnAt == null, cancel);
        if (unread == 0) return;
        foreach (var account in await db.PeopleAsync(cycle.Id, cancel, Role.Secretariat))
            Of(due, account).Add(new($"{unread} đề nghị xem xét lại chưa giao người đọc lần hai.", $"{unread} claims have no second reader yet."));
    }

    private static List<Text> Of(SortedDictionary<Guid, List<Text>> due, Guid account) => due.TryGetValue(account, out var items) ? items : due[account] = [];
}
