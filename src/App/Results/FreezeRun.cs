using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;

namespace ParIndex.App.Results;

/// <summary>
/// The chair freezes a run: it is the latest, nothing blocks it, and what it was computed from has not changed since. The frozen package is kept: the
/// folder that was computed and the tables that came out.
/// </summary>
public sealed class FreezeRun(IndexDb db, TimeProvider clock)
{
    /// <summary>Freezes.</summary>
    /// <param name="person">Who.</param>
    /// <param name="id">The cycle.</param>
    /// <param name="number">The run.</param>
    /// <param name="version">The version of the run that was looked at.</param>
    /// <param name="secondFactor">True when the person has just given the second factor.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public async Task RunAsync(Person person, int id, int number, int? version, bool secondFactor, CancellationToken cancel)
    {
        person.Need(id, Role.CouncilChair);
        if (!secondFactor) throw new RefusedException(Refusal.SecondFactorNeeded);
        var run = await db.Runs.AsTracking().SingleOrDefaultAsync(row => row.Cycle == id && row.Number == number, cancel) ?? throw new RefusedException(Refusal.NotFound);
        if (run.FrozenAt is not null) throw new RefusedException(Refusal.RunFrozen(number));
        Versions.Check(version, run.Version);
        if (!run.Final) throw new RefusedException(Refusal.RunProvisional(number));
        if (await db.Runs.AnyAsync(row => row.Cycle == id && row.Number > number, cancel)) throw new RefusedException(Refusal.RunSuperseded(number));
        var cycle = await db.Cycles.AsTracking().SingleAsync(row => row.Id == id, cancel);
        var files = await new ExportCycle(db).RunAsync(id, cancel);
        if (CycleComputation.Of(files, run.Engine).Result?.Input.InputsHash != run.InputsHash) throw new RefusedException(Refusal.InputsChanged(number));
        var open = await new ReadinessChecks(db, clock).RunAsync(await new LoadCycle(db).RunAsync(id, cancel), cancel);
        if (open.Any(finding => finding.Severity == Core.Severity.Error)) throw new RefusedException(Refusal.RunProvisional(number));

        var now = clock.GetUtcNow();
        (run.FrozenAt, run.FrozenBy, run.Package) = (now, person.Account, CycleComputation.Package(files, run.Engine));
        run.Version++;
        var before = cycle.State;
        if (cycle.State == CycleState.Open) cycle.State = CycleState.Frozen;
        cycle.Version++;
        db.Note(new(person.Account, JournalAct.Resulted, JournalObject.Run(id, number), "run.frozen", now, new { state = before }, new { number, run.InputsHash, state = cycle.State }, run.Reason));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RefusedException(Refusal.Stale(run.Version));
        }
    }
}
