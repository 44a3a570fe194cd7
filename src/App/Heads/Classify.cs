using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Results;
using ParIndex.App.Storage;
using ParIndex.Core.Computation;

namespace ParIndex.App.Heads;

/// <summary>
/// Proposes the grade of every head from the frozen run and the facts entered. The freeze order holds: without a frozen run, or with a later one that is
/// not frozen, nothing is classified. A second time needs a reason.
/// </summary>
public sealed class Classify(IndexDb db, TimeProvider clock)
{
    /// <summary>Classifies; answers the number.</summary>
    public async Task<int> RunAsync(Person person, int id, string? reason, CancellationToken cancel)
    {
        person.Need(id, Role.Secretariat, Role.CouncilChair);
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        if (cycle.Cycle.Heads is not { } use) throw new RefusedException(HeadRefusals.NotClassified);
        var run = await db.Runs.Where(row => row.Cycle == id && row.FrozenAt != null).OrderByDescending(row => row.Number)
            .Select(row => new { row.Number, row.InputsHash, row.Engine }).FirstOrDefaultAsync(cancel) ?? throw new RefusedException(HeadRefusals.NoFrozenRun);
        var latest = await db.Runs.Where(row => row.Cycle == id).MaxAsync(row => row.Number, cancel);
        if (latest > run.Number) throw new RefusedException(HeadRefusals.IndexReopened(latest));
        var before = await db.Classifications.Where(row => row.Cycle == id).MaxAsync(row => (int?)row.Number, cancel);
        var why = before is null ? Visible.Checked(reason, "reason", 4000)?.Trim() ?? "" : Reasons.Required(reason);

        var heads = new HeadsOfCycle(db);
        var frozen = await heads.FrozenAsync(id, run.Number, cancel);
        var rulesFile = frozen.FirstOrDefault(file => file.Name == CycleFileRow.HeadRules)?.Content ?? throw new RefusedException(HeadRefusals.NotClassified);
        var all = await heads.ReadAsync(cycle, cancel);
        if (all.Count == 0) throw new RefusedException(HeadRefusals.NoHeads);
        var rules = HeadsOfCycle.Parsed(rulesFile);
        var written = HeadsOfCycle.Written(all, rules);
        var result = Computed(HeadsOfCycle.With(frozen, written), run.Engine);
        await CheckSameAsync(id, run.Number, result, cancel);

        var now = clock.GetUtcNow();
        var number = (before ?? 0) + 1;
        var own = Assign.InterestsOf(cycle, person).Select(unit => unit.Code.Value).ToHashSet(StringComparer.Ordinal);
        if (use.StandingAgency is { } standing) own.Add(standing.Value);
        var cases = Cases(id, number, result, own).ToList();
        db.Add(new ClassificationRow
        {
            Cycle = id,
            Number = number,
            Run = run.Number,
            InputsHash = run.InputsHash,
            Engine = run.Engine,
            Rules = rulesFile,
            Profile = use.Profile,
            Heads = written,
            FactsHash = HeadsOfCycle.Hash(written),
            At = now,
            By = person.Account,
            Reason = why,
            Version = 1,
        });
        db.AddRange(cases);
        db.Note(new(person.Account, JournalAct.Resulted, JournalObject.Classification(id, number), "heads.classified", now,
            After: new { number, run = run.Number, run.InputsHash, use.Profile, heads = cases.Count, recused = cases.Count(one => one.Recused) }, Reason: why.Length == 0 ? null : why));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (db.Classifications.Any(row => row.Cycle == id && row.Number == number))
        {
            throw new RefusedException(Refusal.Stale(number));
        }

        return number;
    }

    /// <summary>The results of the frozen files with these heads.</summary>
    /// <exception cref="RefusedException">A post or a fact is wrong: the findings name it.</exception>
    internal static CycleResult Computed(IReadOnlyList<FolderFile> files, string engine)
    {
        var (result, findings) = CycleComputation.Of(files, engine);
        if (result is null) throw new RefusedException(Refusal.Findings("cannot_classify", "classify", findings, RefusalKind.Conflict));
        if (result.Heads.Count == 0)
            throw new RefusedException(Refusal.Findings("cannot_classify", "classify", [.. result.Findings.Where(finding => finding.Code.StartsWith('H'))], RefusalKind.Conflict));
        return result;
    }

    /// <summary>The index of every unit is the one the frozen run kept: two versions of the results are never mixed.</summary>
    private async Task CheckSameAsync(int id, int run, CycleResult result, CancellationToken cancel)
    {
        var kept = await db.RunUnits.Where(row => row.Cycle == id && row.Run == run).Select(row => new { row.Unit, row.Index, row.Rank }).ToDictionaryAsync(row => row.Unit, cancel);
        var same = kept.Count == result.Units.Count && result.Units.All(unit => kept.TryGetValue(unit.Unit.Code.Value, out var was) && was.Index == unit.Published && was.Rank == unit.Standing?.Rank);
        if (!same) throw new RefusedException(HeadRefusals.VersionsMixed(run));
    }

    private static IEnumerable<HeadCaseRow> Cases(int id, int number, CycleResult result, HashSet<string> own)
    {
        var units = result.Units.ToDictionary(unit => unit.Unit.Code);
        return result.Heads.Select((head, order) =>
        {
            var unit = units[head.Head.Unit];
            return new HeadCaseRow
            {
                Cycle = id,
                Number = number,
                Head = head.Head.Id,
                Order = order,
                Unit = unit.Unit.Code.Value,
                Group = unit.Unit.Group,
                Post = head.Head.Post,
                From = head.Head.From,
                To = head.Head.To,
                Index = unit.Published,
                PreviousIndex = unit.Change?.PreviousPublished,
                Satisfaction = unit.PublishedSatisfaction,
                BaseGrade = head.BaseGrade,
                Ceiling = head.Ceiling,
                Proposed = head.Grade,
                Steps = [.. head.Steps],
                Warnings = [.. head.Warnings],
                TiedAtQuota = head.TiedAtQuota,
                Recused = own.Contains(unit.Unit.Code.Value),
                Version = 1,
            };
        });
    }
}
