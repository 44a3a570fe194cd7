using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;

namespace ParIndex.App.Results;

/// <summary>A run without its package.</summary>
public sealed record RunShown(int Number, DateTimeOffset At, string By, string Engine, string InputsHash, bool Final, string Reason, DateTimeOffset? FrozenAt, int Version);

/// <summary>
/// Runs and their figures, for those who may see results before publication: the secretariat, the chair, observers; members of the council from the
/// freeze on. For everybody else there is nothing here, and nobody can tell which.
/// </summary>
public sealed class ReadRuns(IndexDb db)
{
    /// <summary>The runs this person may see, latest first.</summary>
    public async Task<IReadOnlyList<RunShown>> ListAsync(Person person, int id, CancellationToken cancel)
    {
        var all = SeesAll(person, id);
        if (!all && !person.Is(id, Role.CouncilMember)) throw new RefusedException(Refusal.NotFound);
        return await db.Runs.Where(row => row.Cycle == id && (all || row.FrozenAt != null)).OrderByDescending(row => row.Number)
            .Select(row => new RunShown(row.Number, row.At, db.Users.Where(user => user.Id == row.By).Select(user => user.FullName).FirstOrDefault() ?? "",
                row.Engine, row.InputsHash, row.Final, row.Reason, row.FrozenAt, row.Version))
            .ToListAsync(cancel);
    }

    /// <summary>Figures of every unit in a run, by group and rank.</summary>
    public async Task<IReadOnlyList<RunUnitRow>> UnitsAsync(Person person, int id, int number, CancellationToken cancel)
    {
        if ((await ListAsync(person, id, cancel)).All(run => run.Number != number)) throw new RefusedException(Refusal.NotFound);
        var rows = await db.RunUnits.Where(row => row.Cycle == id && row.Run == number).ToListAsync(cancel);
        return [.. rows.OrderBy(row => row.Group, StringComparer.Ordinal).ThenBy(row => row.Rank ?? int.MaxValue).ThenBy(row => row.Unit, StringComparer.Ordinal)];
    }

    /// <summary>Who moved from the run before to this one, and why.</summary>
    public async Task<IReadOnlyList<UnitMove>> MovesAsync(Person person, CycleAtWork cycle, int number, CancellationToken cancel)
    {
        var runs = await ListAsync(person, cycle.Id, cancel);
        if (runs.FirstOrDefault(run => run.Number < number) is not { } before) return [];
        return RunComparison.Of(await UnitsAsync(person, cycle.Id, before.Number, cancel), await UnitsAsync(person, cycle.Id, number, cancel),
            group => [.. (cycle.FrameworkOf(group)?.Leaves ?? []).Select(leaf => leaf.Code.Value)]);
    }

    /// <summary>The frozen package; for members of the council without the heads, whose classification is not theirs to see.</summary>
    public async Task<byte[]> PackageAsync(Person person, int id, int number, CancellationToken cancel)
    {
        if ((await ListAsync(person, id, cancel)).All(run => run.Number != number)) throw new RefusedException(Refusal.NotFound);
        var package = await db.Runs.Where(row => row.Cycle == id && row.Number == number).Select(row => row.Package).SingleAsync(cancel) ?? throw new RefusedException(Refusal.NotFound);
        return SeesAll(person, id)
            ? package
            : ExportCycle.Zip([.. (await ExportCycle.UnzipAsync(package, cancel)).Where(file => file.Name is not ("cycle/" + CycleFileRow.Heads or "results/" + CycleFileRow.Heads))]);
    }

    private static bool SeesAll(Person person, int id) => person.Is(id, Role.Secretariat, Role.CouncilChair, Role.Observer);
}
