using ParIndex.Core.Cycles;
using ParIndex.Core.Ranking;

namespace ParIndex.Core.Computation;

/// <summary>
/// A year of which only totals were published: its figures stand as they were given, places and means follow from them.
/// </summary>
internal static class TotalsOnly
{
    public static UnitDraft[] Drafts(YearPlan year, IReadOnlyList<Unit> units, List<Finding> findings)
    {
        var totals = new Dictionary<UnitCode, UnitTotals>();
        var known = units.Select(unit => unit.Code).ToHashSet();
        foreach (var total in year.Input.Totals!)
        {
            if (!known.Contains(total.Unit)) findings.Add(YearFindings.StrangeSheet(total.Unit));
            else if (!totals.TryAdd(total.Unit, total)) findings.Add(YearFindings.DuplicateUnit(total.Unit));
        }

        return [.. units.Select(unit => Draft(year, unit, totals.GetValueOrDefault(unit.Code)))];
    }

    /// <summary>Places by the figures as given; equal figures share.</summary>
    public static void Settle(IReadOnlyList<UnitDraft> units)
    {
        var standings = Standings.Of([.. units.Select(unit => unit.Published)]);
        for (var i = 0; i < units.Count; i++) units[i].Standing = standings[i];
    }

    private static UnitDraft Draft(YearPlan year, Unit unit, UnitTotals? totals)
    {
        var bands = year.PlanOf(unit.Group)?.Framework.Bands ?? [];
        return new UnitDraft
        {
            Unit = unit,
            State = totals?.Index is null ? UnitState.NotPublished : UnitState.Ranked,
            Index = totals?.Index is { } index ? Percent.Of(index) : null,
            Published = totals?.Index,
            Band = totals?.Index is { } figure ? bands.FirstOrDefault(band => band.Holds(figure)) : null,
            PublishedSatisfaction = totals?.Satisfaction,
            ExactSatisfaction = totals?.Satisfaction is { } percent ? Percent.Of(percent) : null,
            SatisfactionAbove = totals?.Satisfaction is { } measured ? Satisfactions.Above(year.Input.Survey, measured) : null,
            Findings = totals?.Index is null ? [UnitFindings.NotPublished(unit)] : [],
        };
    }
}
