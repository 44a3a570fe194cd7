using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.App.Publication;

/// <summary>
/// Gives a draft its version and its moment. Until that moment nobody but early readers sees it; from then on everybody does, at once and everywhere,
/// because every reader compares the moment with the clock. Before it, the moment may be moved or taken away; after it, only corrections follow.
/// </summary>
public sealed class ScheduleRelease(IndexDb db, TimeProvider clock)
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    /// <summary>Schedules a draft, or publishes it now.</summary>
    /// <param name="person">Who.</param>
    /// <param name="id">The draft.</param>
    /// <param name="version">Its version that was looked at.</param>
    /// <param name="at">When everybody may read it; null: now.</param>
    /// <param name="note">What changed and why, when a version of this year is out already.</param>
    /// <param name="secondFactor">True when the person has just given the second factor.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public async Task<ReleaseRow> RunAsync(Person person, int id, int? version, DateTimeOffset? at, Text? note, bool secondFactor, CancellationToken cancel)
    {
        var (release, cycle) = await FindAsync(person, id, cancel);
        if (!secondFactor) throw new RefusedException(Refusal.SecondFactorNeeded);
        if (!release.IsDraft) throw new RefusedException(Refusal.ReleaseHasMoment(release.Edition));
        Versions.Check(version, release.Version);
        var (code, now) = (release.CycleCode, clock.GetUtcNow());
        var moment = Moment(at, now);
        var all = await db.AllReleases.Where(row => row.CycleCode == code && row.Id != id).ToListAsync(cancel);
        if (all.Any(other => other.Revision > release.Revision)) throw new RefusedException(Refusal.NewerDraft(release.Edition));
        if (all.FirstOrDefault(other => !other.IsDraft && other.PublishedAt > now) is { } waiting) throw new RefusedException(Refusal.AnotherUnderEmbargo(waiting.Edition));
        if ((await DraftRelease.FrozenAsync(db, cycle.Id, cancel)).Number != release.Run) throw new RefusedException(Refusal.DraftOfOlderRun(release.Edition));
        var numbers = await PublishRelease.NumbersAsync(db, code, cancel);
        if (numbers.Corrections > 0 && note is null) throw new RefusedException(Refusal.RevisionWithoutNote(all.Where(other => other.Major > 0).MaxBy(other => other.Revision)!.Slug));
        var taken = await db.AllReleases.Where(row => row.Id != id).Select(row => row.Slug).ToListAsync(cancel);

        var was = release.Edition;
        (release.Major, release.Minor) = (1, numbers.Corrections);
        release.Slug = ReleaseRows.SlugOf(release.DecisionNumber, code, release.Minor, taken.Contains);
        release.RevisionNote = numbers.Corrections > 0 ? note : null;
        release.PublishedAt = moment;
        release.Version++;
        db.Note(new(person.Account, JournalAct.Resulted, JournalObject.Release(id), moment > now ? "release.scheduled" : "release.published", now,
            new { edition = was }, new { release.Edition, release.Slug, moment, release.ResultsHash }, release.RevisionNote?.Vi));
        await AddressAsync(release, cancel);
        if (moment <= now) await TellRelease.AddAsync(db, release, cycle, now, cancel);
        await SaveAsync(release, cancel);
        return release;
    }

    /// <summary>Moves the moment of what is not out yet.</summary>
    public async Task MoveAsync(Person person, int id, int? version, DateTimeOffset? at, string? reason, bool secondFactor, CancellationToken cancel)
    {
        var (release, cycle) = await FindAsync(person, id, cancel);
        if (!secondFactor) throw new RefusedException(Refusal.SecondFactorNeeded);
        var (why, now) = (Reasons.Required(reason), clock.GetUtcNow());
        NotOut(release, version, now);
        var (before, moment) = (release.PublishedAt, Moment(at, now));
        release.PublishedAt = moment;
        release.Version++;
        db.Note(new(person.Account, JournalAct.Resulted, JournalObject.Release(id), moment > now ? "release.moved" : "release.published", now, new { moment = before }, new { moment }, why));
        if (moment <= now) await TellRelease.AddAsync(db, release, cycle, now, cancel);
        await SaveAsync(release, cancel);
    }

    /// <summary>Takes the moment away from what is not out yet: it is a draft again.</summary>
    public async Task CancelAsync(Person person, int id, int? version, string? reason, CancellationToken cancel)
    {
        var (release, _) = await FindAsync(person, id, cancel);
        var (why, now) = (Reasons.Required(reason), clock.GetUtcNow());
        NotOut(release, version, now);
        var before = new { release.Edition, moment = release.PublishedAt };
        (release.Major, release.Minor) = (0, (await PublishRelease.NumbersAsync(db, release.CycleCode, cancel)).Draft);
        (release.Slug, release.PublishedAt, release.RevisionNote) = (ReleaseRows.DraftSlug(release.CycleCode, release.Minor), ReleaseRow.Never, null);
        release.Version++;
        db.Note(new(person.Account, JournalAct.Resulted, JournalObject.Release(id), "release.cancelled", now, before, new { release.Edition }, why));
        await AddressAsync(release, cancel);
        await SaveAsync(release, cancel);
    }

    private async Task<(ReleaseRow Release, CycleRow Cycle)> FindAsync(Person person, int id, CancellationToken cancel)
    {
        var release = await db.AllReleases.AsTracking().SingleOrDefaultAsync(row => row.Id == id, cancel) ?? throw new RefusedException(Refusal.NotFound);
        var cycle = await db.Cycles.AsTracking().SingleOrDefaultAsync(row => row.Code == release.CycleCode, cancel);
        if (cycle is null || release.Run is null) throw new RefusedException(Refusal.NotFound);
        person.Need(cycle.Id, Role.Secretariat);
        return (release, cycle);
    }

    /// <summary>Who searches is led to the address the version has now.</summary>
    private async Task AddressAsync(ReleaseRow release, CancellationToken cancel)
    {
        foreach (var entry in await db.OfAnyRelease<SearchEntryRow>().AsTracking().Where(row => row.ReleaseId == release.Id && row.Kind == Findable.Decision).ToListAsync(cancel))
            entry.Path = $"/cong-bo/{release.Slug}";
    }

    private static void NotOut(ReleaseRow release, int? version, DateTimeOffset now)
    {
        if (release.IsDraft) throw new RefusedException(Refusal.ReleaseIsDraft(release.Edition));
        if (release.PublishedAt <= now) throw new RefusedException(Refusal.ReleaseOut(release.Edition, release.PublishedAt));
        Versions.Check(version, release.Version);
    }

    private static DateTimeOffset Moment(DateTimeOffset? at, DateTimeOffset now)
    {
        var moment = at ?? now;
        if (moment < now) throw new RefusedException(Refusal.Invalid("day", new($"Thời điểm {Vietnam.Moment(moment)} đã qua. Chọn thời điểm sau {Vietnam.Moment(now)}, hoặc công bố ngay.",
            $"{Vietnam.Moment(moment)} has passed. Choose a moment after {Vietnam.Moment(now)}, or publish now.")));
        if (moment - now > Furthest) throw new RefusedException(Refusal.Invalid("day", new("Thời điểm công bố xa hơn một năm. Kiểm tra lại năm.", "The moment is more than a year away. Check the year.")));
        return moment;
    }

    private async Task SaveAsync(ReleaseRow release, CancellationToken cancel)
    {
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
