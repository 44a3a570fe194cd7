using ParIndex.Core.Cycles;
using ParIndex.Core.Heads;
using ParIndex.Core.Ranking;
using ParIndex.Core.Surveys;

namespace ParIndex.Core.Computation;

/// <summary>
/// The whole year, purely: inputs in, results out; the same on every machine. The order is fixed, so that no result rests on a later one:
/// satisfaction, then the index, then the classification of heads.
/// </summary>
public static class Computing
{
    // Units a core takes at a time: fixed, so that the work is cut alike everywhere.
    private const int UnitsInBlock = 64;

    /// <summary>Computes a year.</summary>
    /// <param name="input">What was read.</param>
    /// <param name="engine">Version of the engine, written into the results.</param>
    public static CycleResult Compute(CycleInput input, string engine)
    {
        var year = new YearPlan(input);
        var findings = new List<Finding>();
        InputChecking.Check(year, findings);
        var units = InputChecking.Units(year, findings);
        var drafts = input.Totals is null ? Detailed(year, units, findings) : TotalsOnly.Drafts(year, units, findings);
        var byGroup = drafts.ToLookup(draft => draft.Unit.Group);
        var groups = input.Cycle.Groups.ToDictionary(group => group.Code, group => byGroup[group.Code].ToArray());
        var comparing = new Comparing(input);
        UnitResult[] results = [.. InParallel(input.Cycle.Groups, group => Settled(year, comparing, group.Code, groups[group.Code])).SelectMany(units => units)];
        foreach (var draft in drafts) findings.AddRange(draft.Findings);
        var heads = Classified(input, results, findings);
        var final = drafts.Length > 0 && !findings.Any(Blocking.Blocks);
        if (!final && heads.Count > 0) findings.Add(YearFindings.HeadsProvisional());
        return new CycleResult
        {
            Input = input,
            Engine = engine,
            Final = final,
            TotalsOnly = input.Totals is not null,
            Units = results,
            Groups = Together(year, comparing, groups, heads),
            Blocks = Blocks(year, comparing, groups, heads),
            Heads = heads,
            Findings = findings,
            Plan = year,
        };
    }

    // Places inside the group, then what each place is compared with; a group needs no other group.
    private static UnitResult[] Settled(YearPlan year, Comparing comparing, string group, UnitDraft[] units)
    {
        if (year.Input.Totals is not null) TotalsOnly.Settle(units);
        else if (year.PlanOf(group) is { } plan) GroupRanking.Settle(units, plan.Framework);
        foreach (var draft in units)
        {
            draft.Change = comparing.Of(draft);
            draft.SatisfactionAboveBefore = comparing.AboveBefore(draft.Unit);
        }

        return [.. units.OrderBy(draft => draft.Standing?.Rank ?? int.MaxValue).ThenBy(draft => draft.Unit.Code).Select(draft => draft.Result())];
    }

    // Every item on its own, results in the order of the items: the same on any number of cores.
    private static TResult[] InParallel<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> work)
    {
        var results = new TResult[items.Count];
        Parallel.For(0, items.Count, i => results[i] = work(items[i]));
        return results;
    }

    // Last: a head is classified by results that no longer move, all of one version (the hash of the inputs).
    private static IReadOnlyList<HeadResult> Classified(CycleInput input, IReadOnlyList<UnitResult> units, List<Finding> findings)
    {
        if (input.HeadRules is not { } rules || input.Cycle.Heads is not { } use || input.Heads.Count == 0) return [];
        var classification = HeadsComputing.Classify(
            rules, use.Profile, input.Heads, [.. units.Select(unit => HeadFacts.Of(unit, input.InputsHash))], input.Cycle.Year, use.StandingAgency);
        findings.AddRange(classification.Findings);
        return classification.Heads;
    }

    private static UnitDraft[] Detailed(YearPlan year, Unit[] units, List<Finding> findings)
    {
        var satisfaction = year is { SurveyComputed: true, SurveyHeld: true }
            ? (year.Input.PublishedSatisfaction ?? SatisfactionComputing.Compute(year.Input.Survey!, year.Input.Forms, units)).ToDictionary(measured => measured.Unit)
            : [];
        var sheets = InputChecking.Sheets(year, units, findings);
        var drafts = new UnitDraft[units.Length];
        Parallel.For(0, (units.Length + UnitsInBlock - 1) / UnitsInBlock, block =>
        {
            for (var i = block * UnitsInBlock; i < Math.Min(units.Length, (block + 1) * UnitsInBlock); i++)
                drafts[i] = Draft(year, units[i], sheets.GetValueOrDefault(units[i].Code), satisfaction.GetValueOrDefault(units[i].Code));
        });
        return drafts;
    }

    private static UnitDraft Draft(YearPlan year, Unit unit, UnitSheet? sheet, UnitSatisfaction? satisfaction)
    {
        var plan = year.PlanOf(unit.Group);
        if (sheet is null || plan is null)
            return new UnitDraft { Unit = unit, State = UnitState.NotSubmitted, Plan = plan, Findings = [UnitFindings.NoSheet(unit)] };
        if (sheet.Leaves.Length != plan.Leaves.Length)
            return new UnitDraft
            {
                Unit = unit,
                State = UnitState.Incomplete,
                Plan = plan,
                Findings = [UnitFindings.SheetDoesNotFit(unit, sheet.Leaves.Length, plan.Leaves.Length)],
            };
        return UnitScoring.Draft(year, plan, unit, sheet, satisfaction);
    }

    private static GroupResult[] Together(YearPlan year, Comparing comparing, Dictionary<string, UnitDraft[]> groups, IReadOnlyList<HeadResult> heads)
    {
        var scoring = new GroupScoring(year, comparing, heads);
        return InParallel(year.Input.Cycle.Groups, group => scoring.Of(group.Code, group.Name, [group.Code], groups[group.Code], isGroup: true));
    }

    private static GroupResult[] Blocks(YearPlan year, Comparing comparing, Dictionary<string, UnitDraft[]> groups, IReadOnlyList<HeadResult> heads)
    {
        var scoring = new GroupScoring(year, comparing, heads);
        var all = new Block("all", new Text("Tất cả các đơn vị", "All units"), [.. year.Input.Cycle.Groups.Select(group => group.Code)]);
        return InParallel([.. year.Input.Cycle.Blocks, all], block => scoring.Of(block.Code, block.Name, block.Groups,
            [.. block.Groups.Where(groups.ContainsKey).Distinct().SelectMany(group => groups[group])], isGroup: false));
    }
}
