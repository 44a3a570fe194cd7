using ParIndex.Core;
using ParIndex.Core.Computation;

namespace ParIndex.Documents.Announcement;

/// <summary>Means with their change, and the groups of a block beside each other.</summary>
internal static class MeanStatements
{
    public static IEnumerable<Statement> Of(Year year)
    {
        if (year.All is { } all && Mean(year, all, true) is { } whole) yield return whole;
        foreach (var part in year.Parts)
            if (Mean(year, part, false) is { } mean) yield return mean;
        foreach (var block in year.Blocks)
        {
            var groups = block.Groups.Select(code => year.Result.Groups.FirstOrDefault(group => group.Code == code)).OfType<GroupResult>().ToList();
            foreach (var group in groups)
                if (Mean(year, group, false) is { } mean) yield return mean;
            for (var i = 0; i < groups.Count; i++)
                for (var j = i + 1; j < groups.Count; j++)
                    if (Compare(year, groups[i], groups[j]) is { } compared) yield return compared;
        }
    }

    private static Statement? Mean(Year year, GroupResult part, bool all)
    {
        if (part.Mean is not { } mean) return null;
        var value = Words.Percent(mean, 2);
        var who = all
            ? new Text($"toàn bộ {part.RankedUnits} đơn vị được xếp hạng", $"all {part.RankedUnits} ranked units")
            : year.Count(part.RankedUnits, part);
        var figures = new List<StatedFigure> { new("units", part.RankedUnits, 0), new("mean", mean, 2) };
        var change = Change(year, part, figures);
        return new($"mean:{part.Code}", StatementSection.Means, figures, new(
            $"Chỉ số bình quân của {who.Vi} đạt {value.Vi}{change.Vi}.", $"The mean index of {who.En} is {value.En}{change.En}."));
    }

    private static Text Change(Year year, GroupResult part, List<StatedFigure> figures)
    {
        if (year.Before is not { } before) return new("; chưa có số liệu năm trước", "; there are no figures of the previous year");
        if (part is not { MeanChange: { } change, PreviousMean: { } then })
            return new($"; không có bình quân so sánh được của năm {before}", $"; there is no comparable mean of {before}");
        figures.Add(new("previous", then, 2));
        var past = Words.Percent(then, 2);
        if (change == 0) return new($", bằng năm {before} ({past.Vi})", $", unchanged from {before} ({past.En})");
        figures.Add(new("change", Math.Abs(change), 2));
        var points = Words.Fixed(Math.Abs(change), 2);
        return new(
            $", {(change > 0 ? "tăng" : "giảm")} {points.Vi} điểm phần trăm so với năm {before} ({past.Vi})",
            $", {(change > 0 ? "up" : "down")} {points.En} percentage points from {before} ({past.En})");
    }

    private static Statement? Compare(Year year, GroupResult one, GroupResult other)
    {
        if (one is not { Mean: { } meanOne, Best: { } bestOne } || other is not { Mean: { } meanOther, Best: { } bestOther }) return null;
        if (meanOne < meanOther) (one, other, meanOne, meanOther, bestOne, bestOther) = (other, one, meanOther, meanOne, bestOther, bestOne);
        var (high, low) = (year.Noun(one), year.Noun(other));
        var (meanHigh, meanLow) = (Words.Percent(meanOne, 2), Words.Percent(meanOther, 2));
        var (topHigh, topLow) = (Words.Percent(bestOne, 2), Words.Percent(bestOther, 2));
        var means = meanOne == meanOther
            ? new Text($"Chỉ số bình quân của khối {low.Vi} bằng khối {high.Vi} ({meanLow.Vi})", $"The mean of the {low.En}s equals that of the {high.En}s ({meanLow.En})")
            : new($"Chỉ số bình quân của khối {low.Vi} ({meanLow.Vi}) thấp hơn khối {high.Vi} ({meanHigh.Vi})",
                $"The mean of the {low.En}s ({meanLow.En}) is below that of the {high.En}s ({meanHigh.En})");
        var against = meanOne != meanOther && bestOther > bestOne;
        var order = bestOther.CompareTo(bestOne);
        var tops = new Text(
            $"{(against ? ", nhưng" : " và")} đơn vị cao nhất của khối {low.Vi} ({topLow.Vi}) {(order > 0 ? "cao hơn" : order < 0 ? "thấp hơn" : "bằng")} đơn vị cao nhất của khối {high.Vi} ({topHigh.Vi})",
            $"{(against ? ", yet" : ", and")} the best {low.En} ({topLow.En}) {(order > 0 ? "is above" : order < 0 ? "is below" : "equals")} the best {high.En} ({topHigh.En})");
        return new($"compare:{one.Code}:{other.Code}", StatementSection.Means,
            [new("meanHigh", meanOne, 2), new("meanLow", meanOther, 2), new("bestHigh", bestOne, 2), new("bestLow", bestOther, 2)],
            new($"{means.Vi}{tops.Vi}.", $"{means.En}{tops.En}."));
    }
}
