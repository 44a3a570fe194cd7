using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Surveys;

namespace ParIndex.Documents.Announcement;

/// <summary>Units above and below the line, now and a year before, and who stayed above.</summary>
internal static class SatisfactionStatements
{
    public static IEnumerable<Statement> Of(Year year)
    {
        if (!year.Cycle.SurveyHeld)
        {
            yield return new("survey-not-held", StatementSection.Satisfaction, [], new(
                $"Năm {year.Now} không tổ chức khảo sát mức độ hài lòng.", $"No satisfaction survey was held in {year.Now}."));
            yield break;
        }

        var threshold = year.Result.Input.Survey?.Threshold ?? new SatisfactionThreshold();
        foreach (var part in year.Parts)
        {
            if (part.SatisfactionAbove + part.SatisfactionBelow == 0)
            {
                yield return new($"satisfaction:{part.Code}", StatementSection.Satisfaction, [], new(
                    $"{Lists.Capital(part.Name.Vi)}: chưa có số liệu về mức độ hài lòng.", $"{Lists.Capital(part.Name.En)}: there are no satisfaction figures."));
                continue;
            }

            yield return Counts(year, part, threshold);
            if (Crossing(part, threshold) is { } crossing) yield return crossing;
            if (Both(year, part, threshold) is { } both) yield return both;
        }
    }

    private static Statement Counts(Year year, GroupResult part, SatisfactionThreshold threshold)
    {
        var (above, below, none) = (part.SatisfactionAbove, part.SatisfactionBelow, part.SatisfactionNone);
        var (over, under) = Lines(threshold);
        var total = year.Count(above + below, part);
        var figures = new List<StatedFigure> { new("units", above + below, 0), new("above", above, 0), new("below", below, 0), new("line", threshold.Value, 0) };
        var absent = none == 0 ? Text.Same("") : new Text($"; {none} đơn vị không có số liệu", $"; {none} without a figure");
        if (none > 0) figures.Add(new("none", none, 0));
        var then = part.SatisfactionAboveBefore is { } past && year.Before is { } before
            ? new Text($"; năm {before} có {past} đơn vị {over.Vi}", $"; in {before} {past} were {over.En}")
            : new("; chưa có số liệu so sánh được của năm trước", "; there is no comparable figure of the previous year");
        if (part.SatisfactionAboveBefore is { } shown && year.Before is not null) figures.Add(new("aboveBefore", shown, 0));
        return new($"satisfaction:{part.Code}", StatementSection.Satisfaction, figures, new(
            $"Trong {total.Vi} có số liệu, {above} đơn vị có mức độ hài lòng {over.Vi} và {below} đơn vị {under.Vi}{absent.Vi}{then.Vi}.",
            $"Of {total.En} with a figure, {above} {(above == 1 ? "is" : "are")} {over.En} and {below} {under.En}{absent.En}{then.En}."));
    }

    // A count above a line says more than a sample knows: how many could stand on the other side of it is said beside it.
    private static Statement? Crossing(GroupResult part, SatisfactionThreshold threshold)
    {
        if (part.SatisfactionCrossing is not { } crossing) return null;
        var line = Words.Percent(threshold.Value, 0);
        return new($"satisfaction-crossing:{part.Code}", StatementSection.Satisfaction,
            [new("crossing", crossing, 0), new("line", threshold.Value, 0), new("confidence", 95, 0)],
            new($"Trong đó, {crossing} đơn vị có khoảng tin cậy 95 % do chọn mẫu khảo sát chứa mốc {line.Vi}: các đơn vị này có thể nằm ở phía bên kia của mốc.",
                $"Of these, the 95% interval of {crossing} {(crossing == 1 ? "unit" : "units")} holds {line.En}: sampling alone could have put {(crossing == 1 ? "it" : "them")} on the other side."));
    }

    private static Statement? Both(Year year, GroupResult part, SatisfactionThreshold threshold)
    {
        if (part.AboveInBothYears is not { } both || year.Before is not { } before) return null;
        var (over, _) = Lines(threshold);
        var count = year.Count(both.Count, part);
        var names = year.Names(both);
        return new($"satisfaction-both:{part.Code}", StatementSection.Satisfaction,
            both.Count == 0 ? [new("line", threshold.Value, 0)] : [new("both", both.Count, 0), new("line", threshold.Value, 0)],
            both.Count == 0
                ? new($"Không có {year.Noun(part).Vi} nào có mức độ hài lòng {over.Vi} trong cả hai năm {before} và {year.Now}.", $"No {year.Noun(part).En} was {over.En} in both {before} and {year.Now}.")
                : new($"{count.Vi} có mức độ hài lòng {over.Vi} trong cả hai năm {before} và {year.Now}: {names.Vi}.",
                    $"{count.En} {(both.Count == 1 ? "was" : "were")} {over.En} in both {before} and {year.Now}: {names.En}."));
    }

    private static (Text Over, Text Under) Lines(SatisfactionThreshold threshold)
    {
        var over = Words.PercentRange(threshold.Value, threshold.OrEqual, null, false);
        var under = Words.PercentRange(null, false, threshold.Value, !threshold.OrEqual);
        return (new($"đạt {over.Vi}", threshold.OrEqual ? $"at {over.En}" : over.En), new($"đạt {under.Vi}", threshold.OrEqual ? under.En : $"at {under.En}"));
    }
}
