using ParIndex.Core;
using ParIndex.Core.Computation;

namespace ParIndex.Documents.Announcement;

/// <summary>Top three of each group, ties, who kept the place, first years and marks.</summary>
internal static class RankingStatements
{
    private const int NamedAtMost = 5;

    public static IEnumerable<Statement> Of(Year year)
    {
        if (year.Cycle.GroupingNote is { } note) yield return new("grouping", StatementSection.Ranking, [], note);
        foreach (var group in year.Result.Groups)
        {
            var top = year.Units(group).Where(unit => unit.Standing?.Rank <= 3 && unit.Published is not null).ToList();
            if (top.Count == 0)
            {
                yield return new($"top:{group.Code}", StatementSection.Ranking, [], new(
                    $"{group.Name.Vi}: chưa có đơn vị nào được xếp hạng.", $"{group.Name.En}: no unit is ranked yet."));
                continue;
            }

            yield return Top(group, top);
            if (Kept(year, group, top) is { } kept) yield return kept;
            if (group.FirstYear && year.Before is { } before)
                yield return new($"first-year:{group.Code}", StatementSection.Ranking, [], year.Cycle.GroupingNote is not null
                    // The note has said already that the groups are new.
                    ? new($"Không so sánh thứ hạng của khối này với năm {before}.", $"Ranks of this group are not compared with {before}.")
                    : new(
                    $"Năm {year.Now} là năm đầu tiên {Low(group.Name.Vi)} được xếp hạng riêng; không so sánh thứ hạng với năm {before}.",
                    $"{year.Now} is the first year in which the group “{group.Name.En}” is ranked by itself; ranks are not compared with {before}."));
            foreach (var mark in group.Marks) yield return Mark(year, group, mark);
        }
    }

    private static Statement Top(GroupResult group, List<UnitResult> top)
    {
        var figures = new List<StatedFigure>();
        var parts = new List<Text>();
        foreach (var same in top.GroupBy(unit => unit.Standing!.Value.Rank).OrderBy(rank => rank.Key))
        {
            var units = same.ToList();
            var names = Lists.And([.. units.Select(unit => unit.Unit.Name)]);
            foreach (var unit in units) figures.Add(new($"index:{unit.Unit.Code}", unit.Published!.Value, 2));
            var tied = units[0].Standing!.Value.Tied;
            if (units.Select(unit => unit.Published).Distinct().Count() > 1)
            {
                // Equal by a rule that looks at other places than the printed ones: each figure is said.
                names = Lists.And([.. units.Select(unit => new Text(
                    $"{unit.Unit.Name.Vi} ({Words.Percent(unit.Published!.Value, 2).Vi})", $"{unit.Unit.Name.En} ({Words.Percent(unit.Published!.Value, 2).En})"))]);
                parts.Add(new($"{names.Vi} đồng hạng {same.Key}", $"{names.En} tied at rank {same.Key}"));
                continue;
            }

            var index = Words.Percent(units[0].Published!.Value, 2);
            parts.Add(tied
                ? new($"{names.Vi} đồng hạng {same.Key} ({index.Vi})", $"{names.En} tied at rank {same.Key} ({index.En})")
                : new($"{names.Vi} hạng {same.Key} ({index.Vi})", $"{names.En} at rank {same.Key} ({index.En})"));
        }

        var said = Words.Join("; ", parts);
        return new($"top:{group.Code}", StatementSection.Ranking, figures, new(
            $"{group.Name.Vi}: {said.Vi}.", $"{group.Name.En}: {said.En}."));
    }

    private static Statement? Kept(Year year, GroupResult group, List<UnitResult> top)
    {
        if (group.FirstYear) return null;
        if (year.Before is not { } before)
            return new($"kept:{group.Code}", StatementSection.Ranking, [], new(
                "Chưa có số liệu năm trước để so sánh thứ hạng.", "There are no figures of the previous year to compare ranks with."));
        if (top.All(unit => unit.Change?.PreviousRank is null)) return null;
        var kept = top.Where(unit => group.KeptTopThree.Contains(unit.Unit.Code)).ToList();
        var words = kept.Count switch
        {
            0 => new Text(
                $"Không đơn vị nào trong ba hạng đầu giữ nguyên thứ hạng của năm {before}.", $"No unit of the first three ranks has the rank it had in {before}."),
            var all when all == top.Count && all > 1 => new(
                $"Cả {all} đơn vị dẫn đầu giữ vững thứ hạng của năm {before}.", $"All {all} leading units kept the ranks of {before}."),
            _ => Holders(kept, before),
        };
        return new($"kept:{group.Code}", StatementSection.Ranking, kept.Count > 1 && kept.Count == top.Count ? [new("kept", kept.Count, 0)] : [], words);
    }

    private static Text Holders(List<UnitResult> kept, int before)
    {
        var parts = Lists.And([.. kept.Select(unit => new Text(
            $"{unit.Unit.Name.Vi} (hạng {unit.Standing!.Value.Rank})", $"{unit.Unit.Name.En} (rank {unit.Standing!.Value.Rank})"))]);
        return new($"{parts.Vi} giữ vững thứ hạng của năm {before}.", $"{parts.En} kept the rank of {before}.");
    }

    private static Statement Mark(Year year, GroupResult group, MarkCount mark)
    {
        var line = Words.PercentRange(mark.Mark, true, null, false);
        var passed = year.Units(group).Where(unit => unit.Standing is not null && unit.Published >= mark.Mark).ToList();
        var count = year.Count(mark.Count, group);
        var noun = year.Noun(group);
        var names = Lists.And([.. passed.Select(unit => unit.Unit.Name)]);
        var named = passed.Count == mark.Count && mark.Count is > 0 and <= NamedAtMost;
        var figures = new List<StatedFigure> { new("mark", mark.Mark, 0) };
        if (mark.Count > 0) figures.Add(new("count", mark.Count, 0));
        var then = mark.CountBefore is { } past && year.Before is { } before
            ? new Text($" (năm {before}: {past})", $" ({before}: {past})")
            : Text.Same("");
        if (then.Vi.Length > 0) figures.Add(new("before", mark.CountBefore!.Value, 0));
        var words = mark.Count == 0
            ? new Text($"Không có {noun.Vi} nào đạt chỉ số {line.Vi}{then.Vi}.", $"No {noun.En} has an index of {line.En}{then.En}.")
            : new($"{count.Vi} đạt chỉ số {line.Vi}{then.Vi}{(named ? $": {names.Vi}" : "")}.",
                $"{count.En} {(mark.Count == 1 ? "has" : "have")} an index of {line.En}{then.En}{(named ? $": {names.En}" : "")}.");
        return new($"mark:{group.Code}:{Words.Number(mark.Mark).En}", StatementSection.Ranking, figures, words);
    }

    // "Các sở" is a common noun inside a sentence, "Ủy ban nhân dân" is a name.
    private static string Low(string words) =>
        words.StartsWith("Các ", StringComparison.Ordinal) || words.StartsWith("Khối ", StringComparison.Ordinal)
            ? char.ToLowerInvariant(words[0]) + words[1..]
            : words;
}
