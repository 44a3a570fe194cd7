using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;

namespace ParIndex.App.Sampling;

/// <summary>Erases what has been kept long enough: one line of the retention table at a time, each with its record.</summary>
public sealed class EraseExpired(IndexDb db, TimeProvider clock)
{
    /// <summary>Terms in days after closing that a new campaign begins with (docs/sampling.md).</summary>
    public static IReadOnlyList<(RetainedKind Kind, int Days)> Usual { get; } =
        [(RetainedKind.Contacts, 60), (RetainedKind.Links, 60), (RetainedKind.Frame, 365), (RetainedKind.Requests, 730), (RetainedKind.Responses, 1827)];

    /// <summary>How many lines of the table were carried out.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var kept = await db.Retentions.Where(one => one.ErasedAt == null).Join(db.Campaigns, one => one.Campaign, row => row.Code, (one, row) => new { one.Campaign, one.Kind, one.Days, row.Closes, row.ApprovedAt }).ToListAsync(cancel);
        var done = 0;
        foreach (var due in kept.Where(one => one.Closes.AddDays(one.Days) <= now).OrderBy(one => one.Campaign, StringComparer.Ordinal).ThenBy(one => one.Kind))
        {
            // Forms are what the result rests on: they stay until it is approved.
            if (due.Kind == RetainedKind.Responses && due.ApprovedAt is null) continue;
            await EraseAsync(due.Campaign, due.Kind, now, cancel);
            db.ChangeTracker.Clear();
            done++;
        }

        if (done > 0) await db.SweepAsync(cancel);
        return done;
    }

    private async Task EraseAsync(string campaign, RetainedKind kind, DateTimeOffset now, CancellationToken cancel)
    {
        var row = await db.Campaigns.AsTracking().SingleAsync(one => one.Code == campaign, cancel);
        var line = await db.Retentions.AsTracking().SingleAsync(one => one.Campaign == campaign && one.Kind == kind, cancel);
        var count = kind switch
        {
            RetainedKind.Contacts => await GoAsync(db.Contacts.Where(one => one.Campaign == campaign)),
            RetainedKind.Links => await GoAsync(db.TokenLinks.Where(one => one.Campaign == campaign)),
            RetainedKind.Frame => await GoAsync(db.FrameEntries.Where(one => one.Campaign == campaign)),
            RetainedKind.Requests => await GoAsync(db.PrivacyRequests.Where(one => one.Campaign == campaign && one.Answered != null)),
            _ => await GoAsync(db.Responses.Where(one => one.Campaign == campaign)),
        };
        if (kind is RetainedKind.Links or RetainedKind.Frame)
        {
            row.UnlinkedAt ??= now;
            row.FrameKey = null;
        }

        (line.ErasedAt, line.Erased) = (now, count);
        db.Note(new(null, JournalAct.Moved, JournalObject.Campaign(campaign), "retention.erased", now, After: new { kind, count, line.Days }));
        await CampaignAct.SaveAsync(db, row, cancel);

        async Task<int> GoAsync<T>(IQueryable<T> rows)
        {
            var count = await rows.CountAsync(cancel);
            db.RemoveAll(rows);
            return count;
        }
    }
}

/// <summary>Sets how long a kind of data is kept; what was erased stays erased.</summary>
public sealed class SetRetention(IndexDb db, TimeProvider clock)
{
    public async Task RunAsync(Accounts.Person person, string campaign, RetainedKind kind, int days, string? reason, CancellationToken cancel)
    {
        var row = await CampaignAct.BeginAsync(db, person, campaign, cancel);
        if (days is < 1 or > 36_500) throw new RefusedException(Refusal.Invalid("days", new("Thời hạn từ 1 đến 36.500 ngày sau khi đóng.", "The term is 1 to 36,500 days after closing.")));
        var why = Reasons.Required(reason);
        var line = await db.Retentions.AsTracking().SingleOrDefaultAsync(one => one.Campaign == campaign && one.Kind == kind, cancel) ?? throw new RefusedException(Refusal.NotFound);
        if (line.ErasedAt is not null) throw new RefusedException(Refusal.Invalid("days", new("Dữ liệu loại này đã xóa.", "Data of this kind are erased already.")));
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Campaign(campaign), "retention.set", clock.GetUtcNow(), new { kind, line.Days }, new { kind, days }, why));
        line.Days = days;
        await CampaignAct.SaveAsync(db, row, cancel);
    }
}
