using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Heads;
using ParIndex.App.Results;
using ParIndex.App.Storage;

namespace ParIndex.App.Publication;

/// <summary>
/// Makes a draft release, 0.1, 0.2 and so on, from the frozen run: whole, with every file it will have. What is later published is such a draft, byte
/// for byte, so that nothing goes out that nobody has looked at.
/// </summary>
public sealed class DraftRelease(IndexDb db, TimeProvider clock)
{
    /// <summary>Makes it.</summary>
    /// <exception cref="RefusedException">Nothing is frozen, a later run is not frozen, or the frozen package does not compute to what was frozen.</exception>
    public async Task<ReleaseRow> RunAsync(Person person, int cycle, CancellationToken cancel)
    {
        person.Need(cycle, Role.Secretariat);
        var run = await FrozenAsync(db, cycle, cancel);
        var publishing = FrozenYear.Publishing(run.Package!, run.Number, run.Engine, heads: await HeadsAsync(db, cycle, cancel));
        var (code, now) = (publishing.Result.Input.Cycle.Code, clock.GetUtcNow());
        var numbers = await PublishRelease.NumbersAsync(db, code, cancel);
        var (release, _) = PublishRelease.Add(db, publishing, numbers, new(0, numbers.Draft, ReleaseRows.DraftSlug(code, numbers.Draft), ReleaseRow.Never), now);
        (release.MadeBy, release.Run) = (person.Account, run.Number);
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Release(release.Id), "release.drafted", now, After: new { release.CycleCode, release.Edition, run = run.Number, release.ResultsHash }));
        await db.SaveChangesAsync(cancel);
        return release;
    }

    /// <summary>heads.csv of the classification the Decision publishes; null: it publishes none.</summary>
    /// <exception cref="RefusedException">The classification is missing, not approved, or of a run that was superseded.</exception>
    internal static async Task<byte[]?> HeadsAsync(IndexDb db, int id, CancellationToken cancel)
    {
        var (cycle, read) = (await new LoadCycle(db).RunAsync(id, cancel), new ReadClassification(db));
        if (cycle.Cycle.Heads is not { Published: true }) return null;
        var blocking = await read.BlockingAsync(cycle, cancel);
        if (blocking.Count > 0) throw new RefusedException(Refusal.Findings("classification_blocks", "heads", blocking, RefusalKind.Conflict));
        return (await read.ApprovedAsync(cycle, cancel))!.Row.Heads;
    }

    /// <summary>The newest run, which has to be the frozen one.</summary>
    internal static async Task<RunRow> FrozenAsync(IndexDb db, int cycle, CancellationToken cancel)
    {
        var newest = await db.Runs.Where(row => row.Cycle == cycle).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel) ?? throw new RefusedException(Refusal.NothingFrozen);
        return newest.FrozenAt is null ? throw new RefusedException(Refusal.NotFrozenYet(newest.Number)) : newest;
    }
}
