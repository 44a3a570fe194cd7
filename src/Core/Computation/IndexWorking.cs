using ParIndex.Core.Scoring;

namespace ParIndex.Core.Computation;

/// <summary>Renders on request how an index, an area, a mean or a rank came about: "68,32 ÷ 84 × 100 = 81,33".</summary>
public static class IndexWorking
{
    /// <summary>The index of a unit.</summary>
    public static Working Of(CycleResult result, UnitResult unit)
    {
        if (result.TotalsOnly)
            return new(new("Chỉ biết tổng điểm đã công bố.", "Only the published total is known."), [new("published", Machine(unit.Published))]);
        var places = Places(result, unit);
        if (unit.Index is not { } index || unit.Published is not { } published) return new(IndexText.State(unit.State), [new("state", unit.State.ToString())]);
        var (achieved, applicable) = (unit.Achieved!.Value, unit.Applicable!.Value);
        var outside = unit.Bonus - unit.Penalty;
        var uncapped = Percent.Of(achieved, applicable).Plus(outside);
        var sentence = IndexText.Division(achieved, applicable, unit.Bonus, unit.Penalty, uncapped.Published(places), places);
        if (uncapped != index) sentence = Words.Join(" ", [sentence, IndexText.Capped(published, places)]);
        if (unit.State == UnitState.NotAppraised) sentence = Words.Join(" ", [sentence, IndexText.State(unit.State)]);
        return new(sentence,
        [
            new("achieved", achieved.ToString()), new("applicable", applicable.ToString()), new("bonus", unit.Bonus.ToString()),
            new("penalty", unit.Penalty.ToString()), new("unrounded", index.ToString()), new("published", Machine(published)),
        ]);
    }

    /// <summary>The index of an area of a unit.</summary>
    public static Working Of(CycleResult result, UnitResult unit, AreaResult area)
    {
        WorkingStep[] sums = [new("achieved", area.Achieved.ToString()), new("applicable", area.Applicable.ToString())];
        if (area.Index is not { } index || area.Published is not { } published)
            return new(area.Applicable == Points.Zero ? IndexText.NothingApplies : IndexText.NotYet, sums);
        return new(
            IndexText.Division(area.Achieved, area.Applicable, Points.Zero, Points.Zero, published, Places(result, unit)),
            [.. sums, new("unrounded", index.ToString()), new("published", Machine(published))]);
    }

    /// <summary>The mean of a group or block: of unrounded indices, rounded once.</summary>
    public static Working Mean(CycleResult result, GroupResult group)
    {
        var units = result.Units.Where(unit => group.Groups.Contains(unit.Unit.Group) && unit is { State: UnitState.Ranked, Index: not null }).ToArray();
        if (group.Mean is not { } mean || units.Length == 0) return new(IndexText.NoMean, []);
        var places = Places(result, units[0]);
        var sum = units.Sum(unit => unit.Index!.Value.Unrounded);
        return new(
            IndexText.Mean(units.Length, sum, mean, places),
            [
                .. units.Select(unit => new WorkingStep(unit.Unit.Code.Value, unit.Index!.Value.ToString())),
                new("units", units.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)), new("mean", Machine(mean)),
            ]);
    }

    /// <summary>The rank of a unit in its group.</summary>
    public static Working Rank(CycleResult result, UnitResult unit)
    {
        if (unit.Standing is not { } standing || unit.Published is not { } published) return new(IndexText.State(unit.State), [new("state", unit.State.ToString())]);
        var group = result.Units.Where(other => other.Unit.Group == unit.Unit.Group && other.Standing is not null).ToArray();
        var equals = group.Where(other => other.Standing!.Value.Rank == standing.Rank && other.Unit.Code != unit.Unit.Code).Select(other => other.Unit.Name).ToArray();
        var sameFigure = group.Count(other => other.Published == published);
        var name = result.Input.Cycle.Groups.First(one => one.Code == unit.Unit.Group).Name;
        var sentence = IndexText.Rank(standing, published, Places(result, unit), name, group.Length, group.Count(other => other.Standing!.Value.Rank < standing.Rank));
        if (equals.Length > 0) sentence = Words.Join(" ", [sentence, IndexText.Shared(Words.Join(", ", equals), standing)]);
        else if (sameFigure > 1) sentence = Words.Join(" ", [sentence, IndexText.OrderedByKeys(unit.Sheet?.Framework.Ties.Keys ?? [])]);
        return new(sentence,
        [
            new("score", Machine(published)), new("rank", Machine(standing.Rank)), new("tied", Machine(standing.TieCount)), new("of", Machine(group.Length)),
        ]);
    }

    private static int Places(CycleResult result, UnitResult unit) => result.TotalsOnly
        ? Math.Max(2, (int)(unit.Published?.Scale ?? 2))
        : unit.Sheet?.Framework.Rounding.PublishedPlaces ?? 2;

    private static string Machine(decimal? value) => value?.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
