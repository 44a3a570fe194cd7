using Microsoft.EntityFrameworkCore;
using ParIndex.App.Appraisal;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Messages;
using ParIndex.App.Storage;

namespace ParIndex.App.Publication;

/// <summary>
/// What follows a publication: the cycle is published, every unit gets a message, and what each has to mend is opened. Never before the moment, and once;
/// readers do not wait for it.
/// </summary>
public sealed class TellRelease(IndexDb db, TimeProvider clock)
{
    /// <summary>Does so for every release that is out and not told; gives how many.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var waiting = await db.Releases.AsTracking().Where(row => row.ToldAt == null && row.Run != null && row.WithdrawnAt == null).OrderBy(row => row.PublishedAt).ThenBy(row => row.Id).ToListAsync(cancel);
        foreach (var release in waiting)
        {
            var cycle = await db.Cycles.AsTracking().SingleAsync(row => row.Code == release.CycleCode, cancel);
            await AddAsync(db, release, cycle, clock.GetUtcNow(), cancel);
        }

        if (waiting.Count > 0) await db.SaveChangesAsync(cancel);
        return waiting.Count;
    }

    /// <summary>Adds what follows; the caller saves.</summary>
    internal static async Task AddAsync(IndexDb db, ReleaseRow release, CycleRow row, DateTimeOffset now, CancellationToken cancel)
    {
        var cycle = await new LoadCycle(db).RunAsync(row.Id, cancel);
        var leaves = await db.OfAnyRelease<Results.LeafResultRow>().Where(leaf => leaf.ReleaseId == release.Id).ToListAsync(cancel);
        var opened = await OpenFollowUps.AddAsync(db, cycle, leaves, release.DecisionNumber, now, cancel, tell: false);
        foreach (var unit in cycle.Units)
        {
            var people = await db.PeopleOfUnitAsync(row.Id, unit.Code.Value, cancel);
            await db.TellAsync(people, release.Corrects
                ? MailText.Corrected(row.Year, release.Edition, release.RevisionNote!, $"/cong-bo/{release.Slug}")
                : MailText.Published(row.Year, $"/noi-bo/khac-phuc/{row.Code}"), now, cancel);
        }

        release.ToldAt = now;
        row.State = CycleState.Published;
        row.Version++;
        db.Note(new(null, JournalAct.Moved, JournalObject.Release(release.Id), "release.told", now, After: new { release.Edition, units = cycle.Units.Count, followUps = opened }));
    }
}
