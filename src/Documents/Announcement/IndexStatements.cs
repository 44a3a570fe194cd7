using ParIndex.Core;
using ParIndex.Core.Computation;

namespace ParIndex.Documents.Announcement;

/// <summary>Means, tops, ties, who kept the place, groups beside each other, marks passed.</summary>
internal static class IndexStatements
{
    private const int NamesAtMost = 8;

    public static IEnumerable<Statement> Of(YearFacts facts)
    {
        foreach (var statement in NewGrouping(facts)) yield return statement;
        if (facts.All is { } all && Mean(facts, all, AnnouncementText.AllUnits(all.Units)) is { } overall) yield return overall;
        foreach (var block in facts.Blocks)
            if (Mean(facts, block, block.Name) is { } mean) yield return mean;
        foreach (var group in facts.Result.Groups)
        {
            if (Mean(facts, group, group.Name) is { } mean) yield return mean;
            if (Top(facts, group) is { } top) yield return top;
            if (Kept(facts, group) is { } kept) yield return kept;
            foreach (var mark in Marks(facts, group)) yield return mark;
            if (MostImproved(facts, group) is { } improved) yield return improved;
        }

        foreach (var block in facts.Blocks)
            if (Beside(facts, block) is { } beside) yield return beside;
        foreach (var unit in facts.Result.Units.Where(unit => unit.Standing is null))
            yield return new($"unranked:{unit.Unit.Code}", AnnouncementText.NotRanked(unit.Unit.Name, unit.State), []);
    }

    private static IEnumerable<Statement> NewGrouping(YearFacts facts)
    {
        var apart = facts.Result.Groups.Where(group => group.FirstYear).GroupBy(group => facts.Group(group.Code).PreviousGroup ?? "");
        foreach (var family in apart)
        {
            var names = AnnouncementText.List([.. family.Select(group => Lower(group.Name))]);
            yield return family.Key.Length > 0 && family.Count() > 1
                ? new($"first-year:{family.Key}", AnnouncementText.RankedApart(facts.Year, names), [])
                : new($"first-year:{family.First().Code}", AnnouncementText.RankedFirst(facts.Year, names), []);
        }
    }

    private static Statement? Mean(YearFacts facts, GroupResult group, Text name)
    {
        if (group.Mean is not { } mean || group.RankedUnits < 2) return null;
        if (group.PreviousMean is not { } before || group.MeanChange is not { } change || facts.YearBefore is not { } year)
            return new($"mean:{group.Code}", AnnouncementText.Mean(name, mean), [new("mean", mean)]);
        return new($"mean:{group.Code}", AnnouncementText.MeanChanged(name, mean, change, year, before),
            [new("mean", mean), new("change", change), new("before", before)]);
    }

    /// <summary>The first three ranks; a tie names its units together.</summary>
    private static Statement? Top(YearFacts facts, GroupResult group)
    {
        var places = facts.UnitsOf(group)
            .Where(unit => unit is { Standing.Rank: <= 3, Published: not null })
            .GroupBy(unit => unit.Standing!.Value.Rank)
            .OrderBy(place => place.Key)
            .ToList();
        if (places.Count == 0) return null;
        var said = places.Select(place => AnnouncementText.Place(
            place.Key, AnnouncementText.List([.. place.Select(unit => unit.Unit.Name)]), place.Count(), place.First().Published!.Value));
        return new($"top:{group.Code}", AnnouncementText.Top(Lower(group.Name), AnnouncementText.Semicolons([.. said])),
            [.. places.SelectMany(place => place).Select(unit => new StatementFigure(unit.Unit.Code.Value, unit.Published!.Value))]);
    }

    private static Statement? Kept(YearFacts facts, GroupResult group)
    {
        if (facts.YearBefore is not { } year || group.KeptTopThree.Count == 0) return null;
        var topThree = facts.UnitsOf(group).Count(unit => unit.Standing is { Rank: <= 3 });
        var names = AnnouncementText.List([.. group.KeptTopThree
            .OrderBy(code => facts.Unit(code).Standing!.Value.Rank).ThenBy(code => code).Select(code => facts.Unit(code).Unit.Name)]);
        return group.KeptTopThree.Count == topThree
            ? new($"kept:{group.Code}", AnnouncementText.AllKept(topThree, year, names), [new("units", topThree)])
            : new($"kept:{group.Code}", AnnouncementText.SomeKept(year, names), [new("units", group.KeptTopThree.Count)]);
    }

    private static IEnumerable<Statement> Marks(YearFacts facts, GroupResult group)
    {
        foreach (var mark in group.Marks)
        {
            var passed = facts.UnitsOf(group).Where(unit => unit.Published >= mark.Mark)
                .OrderByDescending(unit => unit.Published).ThenBy(unit => unit.Unit.Code).Select(unit => unit.Unit.Name).ToList();
            var names = mark.Count is > 0 and <= NamesAtMost ? AnnouncementText.List(passed) : null;
            var before = mark.CountBefore is { } count && facts.YearBefore is { } year ? AnnouncementText.CountBefore(year, count) : null;
            yield return new($"mark:{group.Code}:{mark.Mark:0.####}",
                AnnouncementText.Mark(facts.Counted(group), mark.Mark, mark.Count, names, before), [new("count", mark.Count)]);
        }
    }

    private static Statement? MostImproved(YearFacts facts, GroupResult group)
    {
        var best = facts.UnitsOf(group).Where(unit => unit.Change?.Points > 0)
            .GroupBy(unit => unit.Change!.Points!.Value).MaxBy(units => units.Key);
        if (best is null || facts.YearBefore is not { } year) return null;
        var names = AnnouncementText.List([.. best.OrderBy(unit => unit.Unit.Code).Select(unit => unit.Unit.Name)]);
        return new($"improved:{group.Code}", AnnouncementText.MostImproved(Lower(group.Name), names, best.Key, year), [new("change", best.Key)]);
    }

    /// <summary>Groups of a block beside each other: whose mean is higher, and whether the best unit stands in the same group.</summary>
    private static Statement? Beside(YearFacts facts, GroupResult block)
    {
        var groups = facts.Result.Groups.Where(group => block.Groups.Contains(group.Code) && group is { Mean: not null, Best: not null })
            .OrderByDescending(group => group.Mean).ThenBy(group => group.Code, StringComparer.Ordinal).ToList();
        if (groups.Count < 2) return null;
        var (high, low) = (groups[0], groups[^1]);
        if (high.Mean == low.Mean) return null;
        var best = groups.MaxBy(group => group.Best)!;
        Text? turned = best == high ? null : AnnouncementText.YetBest(Lower(best.Name), best.Best!.Value, Lower(high.Name), high.Best!.Value);
        return new($"beside:{block.Code}",
            AnnouncementText.Beside(Lower(low.Name), low.Mean!.Value, Lower(high.Name), high.Mean!.Value, turned),
            [new("lower mean", low.Mean!.Value), new("higher mean", high.Mean!.Value), new("best", best.Best!.Value)]);
    }

    private static Text Lower(Text name) => new(char.ToLowerInvariant(name.Vi[0]) + name.Vi[1..], char.ToLowerInvariant(name.En[0]) + name.En[1..]);
}
