using ParIndex.Core.Frameworks;
using ParIndex.Core.Heads;

namespace ParIndex.Core.Computation;

/// <summary>
/// A ranking group or a block: the plain mean of its units from unrounded indices, rounded once (Thanh Hóa 2024: 85.412),
/// its best and worst, and the same a year before where every unit can be compared.
/// </summary>
internal sealed class GroupScoring(YearPlan year, Comparing comparing, IReadOnlyList<HeadResult> heads)
{
    public GroupResult Of(string code, Text name, IReadOnlyList<string> groups, IReadOnlyList<UnitDraft> units, bool isGroup)
    {
        var ranked = units.Where(unit => unit.State == UnitState.Ranked).ToArray();
        var frameworks = groups.Select(group => year.PlanOf(group)?.Framework).OfType<Framework>().Distinct<Framework>(ReferenceEqualityComparer.Instance).ToArray();
        var rounding = frameworks.FirstOrDefault()?.Rounding ?? new ScoreRounding();
        var places = rounding.PublishedPlaces;
        var mean = Percent.PublishedMean(ranked.Select(unit => unit.Index!.Value), places, rounding.Mode);
        var earlier = Earlier(ranked);
        var previousMean = earlier is null
            ? null
            : Percent.PublishedMean(earlier.Select(unit => unit.Index ?? Percent.Of(unit.PublishedIndex!.Value)), places, rounding.Mode);
        var whyNoRanks = isGroup ? comparing.WhyNoRanks(code) : null;
        var satisfaction = SatisfactionCounts.Of(units, comparing);
        var satisfactionPlaces = year.Input.Survey?.Places ?? 2;
        return new GroupResult
        {
            Code = code,
            Name = name,
            Groups = groups,
            Units = units.Count,
            RankedUnits = ranked.Length,
            Mean = mean,
            Best = ranked.Max(unit => unit.Published),
            Worst = ranked.Min(unit => unit.Published),
            PreviousMean = previousMean,
            MeanChange = mean - previousMean,
            WhyNoPreviousMean = comparing.HasPrevious && previousMean is null ? ChangeText.MeanNotComparable(year.Input.Previous!.Cycle.Year) : null,
            SatisfactionMean = Percent.PublishedMean(Known(units.Select(unit => unit.ExactSatisfaction)), satisfactionPlaces),
            SatisfactionAbove = satisfaction.Above,
            SatisfactionBelow = satisfaction.Below,
            SatisfactionNone = satisfaction.None,
            SatisfactionCrossing = satisfaction.Crossing,
            SatisfactionAboveBefore = satisfaction.AboveBefore,
            AboveInBothYears = satisfaction.Both,
            KeptTopThree = isGroup ? KeptTopThree(ranked) : [],
            WhyNoRanks = whyNoRanks,
            Marks = [.. year.Input.Cycle.Marks.Select(mark => new MarkCount(
                mark, ranked.Count(unit => unit.Published >= mark), earlier?.Count(unit => unit.PublishedIndex >= mark)))],
            Grades = Grades(units),
            AreaMeans = AreaMeans(ranked, frameworks),
            Initiatives = Initiatives(units),
            FirstYear = whyNoRanks is not null,
        };
    }

    // How many heads of the units got each grade, in the order of the rules; grades nobody got are left out.
    private IReadOnlyList<GradeCount> Grades(IReadOnlyList<UnitDraft> units)
    {
        if (heads.Count == 0 || year.Input.HeadRules is not { } rules) return [];
        var codes = units.Select(unit => unit.Unit.Code).ToHashSet();
        var counts = heads.Where(head => codes.Contains(head.Head.Unit)).CountBy(head => head.Grade).ToDictionary();
        return [.. rules.Grades.Where(grade => counts.ContainsKey(grade.Code)).Select(grade => new GradeCount(grade.Code, grade.Name, counts[grade.Code]))];
    }

    // All of the ranked units a year before, or null where one of them cannot be compared: a mean is compared over the same units.
    private PreviousUnit[]? Earlier(UnitDraft[] ranked)
    {
        if (!comparing.HasPrevious || ranked.Length == 0 || ranked.Any(unit => unit.Change?.Points is null)) return null;
        return [.. ranked.Select(unit => comparing.Before(unit.Unit)!)];
    }

    private static UnitCode[] KeptTopThree(UnitDraft[] ranked) =>
    [
        .. ranked.Where(unit => unit.Standing is { Rank: <= 3 } standing && unit.Change is { WhyNoRank: null } change && change.PreviousRank == standing.Rank)
            .OrderBy(unit => unit.Standing!.Value.Rank).ThenBy(unit => unit.Unit.Code)
            .Select(unit => unit.Unit.Code),
    ];

    // Of the areas that every framework of the units has under the same code and name.
    private static AreaMean[] AreaMeans(UnitDraft[] ranked, Framework[] frameworks)
    {
        if (frameworks.Length == 0 || ranked.Length == 0 || ranked.Any(unit => unit.Plan is null)) return [];
        var rounding = frameworks[0].Rounding;
        var areas = frameworks[0].Areas;
        var places = new Dictionary<Framework, int[]>(ReferenceEqualityComparer.Instance);
        foreach (var framework in frameworks) places[framework] = [.. areas.Select(area => Place(framework, area))];
        var shared = Enumerable.Range(0, areas.Count).Where(area => places.Values.All(at => at[area] >= 0)).ToArray();
        PercentMean[] means = [.. shared.Select(_ => new PercentMean())];
        // Unit by unit: a country's areas are far apart in memory.
        foreach (var unit in ranked)
        {
            var at = places[unit.Plan!.Framework];
            for (var i = 0; i < shared.Length; i++)
                if (unit.Areas[at[shared[i]]].Index is { } index) means[i].Add(index);
        }

        return [.. shared.Select((area, i) => new AreaMean(areas[area].Code, means[i].Published(rounding.PublishedPlaces, rounding.Mode)))];
    }

    private static IEnumerable<Percent> Known(IEnumerable<Percent?> values)
    {
        foreach (var value in values)
            if (value is { } known) yield return known;
    }

    private static int Place(Framework framework, Area area)
    {
        for (var i = 0; i < framework.Areas.Count; i++)
            if (framework.Areas[i].Code == area.Code && framework.Areas[i].Name == area.Name) return i;
        return -1;
    }

    // Summed from the first input of the leaf that counts them (sáng kiến).
    private decimal? Initiatives(IReadOnlyList<UnitDraft> units)
    {
        if (year.Input.Cycle.InitiativesLeaf is not { } code) return null;
        decimal? sum = null;
        foreach (var unit in units)
        {
            if (unit.Plan is null || unit.Sheet is null) continue;
            var leaf = Array.FindIndex(unit.Plan.Leaves, plan => plan.Leaf.Code == code);
            if (leaf >= 0 && unit.Sheet.Leaves[leaf].Inputs is [{ } counted, ..]) sum = (sum ?? 0) + counted.Value;
        }

        return sum;
    }
}
