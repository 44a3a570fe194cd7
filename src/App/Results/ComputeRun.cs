using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Computation;

namespace ParIndex.App.Results;

/// <summary>A run that was computed, with what keeps it provisional.</summary>
public sealed record RunComputed(int Number, bool Final, IReadOnlyList<Finding> Findings);

/// <summary>Computes a cycle as it stands and keeps the figures of every unit, so that runs can be compared. After a freeze only with a reason.</summary>
public sealed class ComputeRun(IndexDb db, TimeProvider clock)
{
    /// <summary>Computes.</summary>
    public async Task<RunComputed> RunAsync(Person person, int id, string? reason, string engine, CancellationToken cancel)
    {
        person.Need(id, Role.Secretariat, Role.CouncilChair);
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        if (cycle.Row.State == CycleState.Draft) throw new RefusedException(Refusal.WrongState(CycleText.Of(cycle.Row.State), CycleText.Of(CycleState.Open)));
        var why = cycle.Row.State == CycleState.Open ? Visible.Checked(reason, "reason", 4000)?.Trim() ?? "" : Reasons.Required(reason);
        var (result, findings) = CycleComputation.Of(await new ExportCycle(db).RunAsync(id, cancel), engine);
        if (result is null) throw new RefusedException(Refusal.Findings("cannot_compute", "compute", findings, RefusalKind.Conflict));
        IReadOnlyList<Finding> open = [.. await new ReadinessChecks(db, clock).RunAsync(cycle, cancel), .. result.Findings];
        var final = result.Final && open.All(finding => finding.Severity != Severity.Error);

        var number = (await db.Runs.Where(row => row.Cycle == id).MaxAsync(row => (int?)row.Number, cancel) ?? 0) + 1;
        var now = clock.GetUtcNow();
        db.Add(new RunRow
        {
            Cycle = id,
            Number = number,
            At = now,
            By = person.Account,
            Engine = engine,
            InputsHash = result.Input.InputsHash,
            Final = final,
            Reason = why,
            Version = 1,
        });
        db.AddRange(result.Units.Select(unit => RowOf(id, number, unit)));
        db.Note(new(person.Account, JournalAct.Resulted, JournalObject.Run(id, number), "run.computed", now,
            After: new { number, result.Input.InputsHash, final, engine, blocking = open.Count(finding => finding.Severity == Severity.Error) }, Reason: why.Length == 0 ? null : why));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (db.Runs.Any(row => row.Cycle == id && row.Number == number))
        {
            throw new RefusedException(Refusal.Stale(number));
        }

        return new(number, final, open);
    }

    private static RunUnitRow RowOf(int cycle, int run, UnitResult unit) => new()
    {
        Cycle = cycle,
        Run = run,
        Unit = unit.Unit.Code.Value,
        Group = unit.Unit.Group,
        Rank = unit.Standing?.Rank,
        Index = unit.Published,
        Points = unit.Achieved,
        State = unit.State.ToString(),
        Leaves = [.. unit.Leaves.Select(leaf => Has(leaf.State) ? (long?)leaf.Points.TenThousandths : null)],
    };

    private static bool Has(LeafState state) => state is not (LeafState.NotScored or LeafState.Excluded or LeafState.SurveyNotHeld or LeafState.NoSurveyResult);
}
