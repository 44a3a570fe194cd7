using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.App.Publication;

/// <summary>
/// Takes a version back: nothing of it is overwritten or deleted. Its page and its files stay where they were cited, under a banner with the reason, and
/// the year's result is the version before it again, or none.
/// </summary>
public sealed class WithdrawRelease(IndexDb db, TimeProvider clock)
{
    /// <summary>Withdraws a version that is out.</summary>
    public async Task RunAsync(Person person, int id, int? version, Text reason, bool secondFactor, CancellationToken cancel)
    {
        var release = await db.Releases.AsTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) ?? throw new RefusedException(Refusal.NotFound);
        var cycle = await db.Cycles.SingleOrDefaultAsync(row => row.Code == release.CycleCode, cancel) ?? throw new RefusedException(Refusal.NotFound);
        person.Need(cycle.Id, Role.Secretariat);
        if (!secondFactor) throw new RefusedException(Refusal.SecondFactorNeeded);
        if (release.WithdrawnAt is not null) throw new RefusedException(Refusal.ReleaseWithdrawn(release.Edition));
        Versions.Check(version, release.Version);
        var now = clock.GetUtcNow();
        (release.WithdrawnAt, release.WithdrawnReason) = (now, reason);
        release.Version++;
        db.Note(new(person.Account, JournalAct.Resulted, JournalObject.Release(id), "release.withdrawn", now, After: new { release.Edition, release.Slug }, Reason: reason.Vi));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException(Refusal.Stale(release.Version));
        }
    }
}
