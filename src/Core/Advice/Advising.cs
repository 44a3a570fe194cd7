using ParIndex.Core.Computation;
using ParIndex.Core.Scoring;
using ParIndex.Statistics.Advice;

namespace ParIndex.Core.Advice;

/// <summary>
/// What a unit could change: each leaf's own rule is asked for its next steps and scores them again; the cheapest set is exact over those
/// steps (multiple-choice knapsack, <see cref="BestBuy"/>). All other units stand still. Source: docs/method.md, "Advice".
/// </summary>
public static class Advising
{
    /// <summary>The advice for a unit, or the finding that says why there is none.</summary>
    /// <param name="result">The year.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="costs">What a leaf's whole way to its maximum costs, by code; only these leaves may then be changed. Null: each counts 1.</param>
    /// <param name="why">Why there is none; null where there is.</param>
    public static UnitAdvice? Of(CycleResult result, UnitCode unit, IReadOnlyDictionary<CriterionCode, decimal>? costs, out Finding? why)
    {
        var own = result.Units.FirstOrDefault(one => one.Unit.Code == unit);
        why = own is null ? AdviceFindings.Unknown(unit, result)
            : result.TotalsOnly ? AdviceFindings.TotalsOnly(unit)
            : own.Standing is null || own.Sheet is null ? AdviceFindings.NotRanked(own)
            : own.Standing is { Rank: 1 } first ? AdviceFindings.First(own, first, result)
            : Unknown(own, costs) is { } code ? AdviceFindings.NoSuchLeaf(own, code)
            : null;
        return why is null ? Of(result, own!, costs) : null;
    }

    private static CriterionCode? Unknown(UnitResult own, IReadOnlyDictionary<CriterionCode, decimal>? costs)
    {
        var known = own.Sheet!.Framework.Leaves.Select(leaf => leaf.Code).ToHashSet();
        foreach (var code in costs?.Keys ?? [])
            if (!known.Contains(code)) return code;
        return null;
    }

    private static UnitAdvice Of(CycleResult result, UnitResult own, IReadOnlyDictionary<CriterionCode, decimal>? costs)
    {
        var year = result.Plan ?? new YearPlan(result.Input);
        var group = result.Units.Where(one => one.Unit.Group == own.Unit.Group && one.Standing is not null).ToArray();
        var place = group.Where(one => one.Standing!.Value.Rank < own.Standing!.Value.Rank).Max(one => one.Standing!.Value.Rank);
        UnitResult[] ahead = [.. group.Where(one => one.Standing!.Value.Rank == place).OrderBy(one => one.Unit.Code)];
        var needed = Needed(own, ahead);
        LostPoints[] lost = [.. Enumerable.Range(0, own.Leaves.Length).Where(i => own.Leaves[i].Points < own.Leaves[i].Applicable)
            .Select(i => Lost(result, year, own, i, costs)).OrderByDescending(one => one.Lost.TenThousandths).ThenBy(one => one.Index)];
        AdvisedChange[] options = [.. lost.SelectMany(one => one.Changes)];
        return new UnitAdvice
        {
            Unit = own,
            Ahead = ahead,
            Needed = needed,
            Lost = lost,
            Gaps = Gaps(own, ahead[0]),
            Cheapest = needed is { } gain ? Cheapest(own, group, options, gain) : null,
            Reachable = new(options.GroupBy(one => (one.Leaf, one.Part)).Sum(part => part.Max(one => one.Gain.TenThousandths))),
            CostsGiven = costs is not null,
        };
    }

    /// <summary>The least gain with which the compared figure is above those of the units ahead; null: not even with every point.</summary>
    private static Points? Needed(UnitResult own, UnitResult[] ahead)
    {
        var framework = own.Sheet!.Framework;
        var bar = ahead.Max(one => Compared(one.Index!.Value, framework));
        var (low, high) = (0L, own.Applicable!.Value.TenThousandths - own.Achieved!.Value.TenThousandths);
        if (Compared(After(own, new(high)), framework) <= bar) return null;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Compared(After(own, new(middle)), framework) > bar) high = middle;
            else low = middle + 1;
        }

        return new(low);
    }

    private static Percent After(UnitResult own, Points gain) =>
        UnitIndex.Of(own.Sheet!.Framework, own.Achieved!.Value + gain, own.Applicable!.Value, own.Bonus, own.Penalty);

    private static decimal Compared(Percent index, Frameworks.Framework framework) =>
        index.Published(framework.Ties.Places ?? framework.Rounding.PublishedPlaces, framework.Rounding.Mode);

    private static AdvisedSet? Cheapest(UnitResult own, UnitResult[] group, AdvisedChange[] options, Points needed)
    {
        var found = BestBuy.Cheapest([.. options.Select(one => new Improvement((double)one.Effort, one.Gain.TenThousandths, $"{one.Leaf}|{one.Part}"))], needed.TenThousandths);
        if (found is null) return null;
        AdvisedChange[] chosen = [.. found.Chosen.Select(at => options[at]).OrderByDescending(one => one.Gain.TenThousandths).ThenBy(one => one.Leaf)];
        var gain = new Points(chosen.Sum(one => one.Gain.TenThousandths));
        var framework = own.Sheet!.Framework;
        var index = After(own, gain);
        var rank = 1 + group.Count(one => one != own && Compared(one.Index!.Value, framework) > Compared(index, framework));
        return new(chosen, gain, chosen.Sum(one => one.Effort), index, index.Published(framework.Rounding.PublishedPlaces, framework.Rounding.Mode), rank);
    }

    private static AreaGap[] Gaps(UnitResult own, UnitResult other) =>
        [.. own.Areas.Select((area, i) => new AreaGap(area.Area, Share(own, area), Share(other, other.Areas[i])))];

    private static decimal Share(UnitResult unit, AreaResult area) => 100m * area.Achieved.TenThousandths / unit.Applicable!.Value.TenThousandths;

    private static LostPoints Lost(CycleResult result, YearPlan year, UnitResult own, int at, IReadOnlyDictionary<CriterionCode, decimal>? costs)
    {
        var (leaf, plan, scored) = (own.Sheet!.Framework.Leaves[at], year.PlanOf(own.Sheet.Framework).Leaves[at], own.Leaves[at]);
        var (changes, note) = Changes(year, plan, own, scored);
        if (costs is not null && !costs.ContainsKey(leaf.Code)) (changes, note) = ([], AdviceText.NoCost);
        var cost = costs is null ? 1 : costs.GetValueOrDefault(leaf.Code);
        return new LostPoints
        {
            Leaf = leaf,
            Index = at,
            Earned = scored.Points,
            Lost = scored.Applicable - scored.Points,
            LostIndex = 100m * (scored.Applicable - scored.Points).TenThousandths / own.Applicable!.Value.TenThousandths,
            Why = LeafWorking.Sentence(result, own, at),
            Changes = [.. changes.Select(one => one with { Effort = one.Effort * cost }).OrderBy(one => one.Effort).ThenByDescending(one => one.Gain.TenThousandths)],
            Note = note,
        };
    }

    private static (IReadOnlyList<AdvisedChange> Changes, Text? Note) Changes(YearPlan year, LeafPlan plan, UnitResult own, LeafResult scored)
    {
        var sheet = own.Sheet!.Leaves[plan.Index];
        if (scored.State == LeafState.NoEvidence)
        {
            var final = ActChoice.Final(sheet.Acts, year.Kinds, withSelf: true);
            var points = final >= 0 ? sheet.Acts[final].Points!.Value : Points.Zero;
            return points > Points.Zero ? ([new(plan.Index, "", AdviceText.Evidence, points, 1)], null) : ([], AdviceText.ByJudgement);
        }

        if (plan.Manual) return ([], AdviceText.ByJudgement);
        var inputs = LeafInputs.Of(plan, sheet, own.Satisfaction);
        if (scored.ByRule.Outcome != Outcome.Scored || inputs.Length != plan.InputCount) return ([], AdviceText.NoFigures);

        // What an appraiser took off the rule's points stays taken off; what was given above them is not earned twice.
        Quantity[] now = [.. inputs.Select(input => input!.Value)];
        var from = Points.Max(scored.ByRule.Points, scored.Points);
        var changes = new List<AdvisedChange>();
        foreach (var step in plan.Rule.Ahead(now))
        {
            Quantity?[] then = [.. step.Inputs.Select(input => (Quantity?)input)];
            var score = plan.Rule.Score(then, plan.Max, plan.Rounding);
            if (score.Outcome == Outcome.Scored && score.Points > from) changes.Add(new(plan.Index, step.Part, step.Words, score.Points - from, step.Way));
        }

        return (changes, scored.Points < scored.ByRule.Points ? AdviceText.BelowRule(scored.ByRule.Points - scored.Points)
            : changes.Count == 0 ? AdviceText.NoStep : null);
    }
}
