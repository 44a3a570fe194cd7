using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Messages;
using ParIndex.App.Storage;

namespace ParIndex.App.Heads;

/// <summary>Shows each head the own proposed grade, before anybody outside the desk, and opens the time to answer.</summary>
public sealed class SendHeadNotices(IndexDb db, TimeProvider clock)
{
    private static readonly TimeSpan Least = TimeSpan.FromHours(24), Most = TimeSpan.FromDays(60);

    public async Task RunAsync(Person person, int id, int number, DateTimeOffset until, int? version, CancellationToken cancel)
    {
        person.Need(id, Role.Secretariat, Role.CouncilChair);
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        var row = await db.LatestAsync(id, number, cancel);
        Versions.Check(version, row.Version);
        if (row.State != ClassificationState.Proposed) throw new RefusedException(row.State == ClassificationState.Approved ? HeadRefusals.Approved : HeadRefusals.Noticed);
        await db.NeedFreshAsync(cycle, row, cancel);
        var cases = await db.HeadCases.Where(one => one.Cycle == id && one.Number == number).ToListAsync(cancel);
        if (cases.Count(one => one.Recused && one.BodyAt is null) is > 0 and var left) throw new RefusedException(HeadRefusals.NoOtherBody(left));
        var now = clock.GetUtcNow();
        if (until < now + Least || until > now + Most) throw new RefusedException(HeadRefusals.UntilTooSoon);

        (row.NoticedAt, row.NoticedBy, row.AnswersUntil) = (now, person.Account, until);
        row.Version++;
        var told = await AccountsAsync(id, cases, Vietnam.Day(now), cancel);
        db.Note(new(person.Account, JournalAct.Moved, JournalObject.Classification(id, number), "heads.noticed", now, After: new { number, until, heads = cases.Count, told = told.Count }));
        await db.TellAsync(told, MailText.HeadNotice(cycle.Row.Year, until, $"/noi-bo/thong-bao-phan-loai/{cycle.Row.Code}"), now, cancel);
        await db.SaveCaseAsync(row.Version, cancel);
    }

    /// <summary>Accounts of the heads: the post's own, else those who hold the right of the unit's head now.</summary>
    private async Task<List<Guid>> AccountsAsync(int id, List<HeadCaseRow> cases, DateOnly today, CancellationToken cancel)
    {
        var codes = cases.Select(one => one.Head).ToHashSet(StringComparer.Ordinal);
        var posts = (await db.HeadPosts.ToListAsync(cancel)).Where(post => codes.Contains(post.Code)).ToList();
        var open = posts.Where(post => post.Account is null && ReadClassification.IsNow(post, today)).Select(post => post.Unit).ToHashSet(StringComparer.Ordinal);
        var grants = await db.Grants.Where(grant => grant.Role == Role.UnitHead && grant.ConfirmedAt != null && grant.EndedAt == null && (grant.Cycle == null || grant.Cycle == id))
            .Select(grant => new { grant.Account, grant.Unit }).ToListAsync(cancel);
        return [.. posts.Where(post => post.Account is not null).Select(post => post.Account!.Value)
            .Concat(grants.Where(grant => grant.Unit is not null && open.Contains(grant.Unit)).Select(grant => grant.Account)).Distinct()];
    }
}
