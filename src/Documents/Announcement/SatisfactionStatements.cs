using ParIndex.Core.Computation;
using ParIndex.Core.Surveys;

namespace ParIndex.Documents.Announcement;

/// <summary>How many units stand above the line, now and the year before, and who stayed there.</summary>
internal static class SatisfactionStatements
{
    public static IEnumerable<Statement> Of(YearFacts facts)
    {
        if (facts.Result.Units.All(unit => unit.PublishedSatisfaction is null)) yield break;
        var threshold = facts.Result.Input.Survey?.Threshold ?? new SatisfactionThreshold();
        foreach (var subject in facts.Subjects)
        {
            if (subject.SatisfactionAbove + subject.SatisfactionBelow > 0)
            {
                var before = subject.SatisfactionAboveBefore is { } count && facts.YearBefore is { } year
                    ? AnnouncementText.AboveBefore(year, count, threshold)
                    : null;
                yield return new($"satisfaction:{subject.Code}",
                    AnnouncementText.AboveAndBelow(facts.Counted(subject), subject.SatisfactionAbove, subject.SatisfactionBelow, threshold, before),
                    Figures(subject));
            }

            if (subject.SatisfactionNone > 0)
                yield return new($"satisfaction-none:{subject.Code}",
                    AnnouncementText.WithoutSatisfaction(subject.SatisfactionNone), [new("none", subject.SatisfactionNone)]);
            if (Stayed(facts, subject, threshold) is { } stayed) yield return stayed;
        }

        if (Highest(facts) is { } highest) yield return highest;
    }

    private static List<StatementFigure> Figures(GroupResult subject)
    {
        var figures = new List<StatementFigure> { new("above", subject.SatisfactionAbove), new("below", subject.SatisfactionBelow) };
        if (subject.SatisfactionAboveBefore is { } before) figures.Add(new("above before", before));
        return figures;
    }

    private static Statement? Stayed(YearFacts facts, GroupResult subject, SatisfactionThreshold threshold)
    {
        if (facts.YearBefore is not { } year || subject.AboveInBothYears is not { } codes) return null;
        var names = AnnouncementText.List([.. codes.Order().Select(code => facts.Unit(code).Unit.Name)]);
        return new($"stayed:{subject.Code}",
            codes.Count == 0
                ? AnnouncementText.NobodyStayed(year, facts.Year, threshold)
                : AnnouncementText.Stayed(codes.Count, year, facts.Year, threshold, names),
            [new("units", codes.Count)]);
    }

    private static Statement? Highest(YearFacts facts)
    {
        var best = facts.Result.Units.Where(unit => unit.PublishedSatisfaction is not null)
            .GroupBy(unit => unit.PublishedSatisfaction!.Value).MaxBy(units => units.Key);
        return best is null
            ? null
            : new("satisfaction-highest",
                AnnouncementText.HighestSatisfaction(AnnouncementText.List([.. best.OrderBy(unit => unit.Unit.Code).Select(unit => unit.Unit.Name)]), best.Key),
                [new("satisfaction", best.Key)]);
    }
}
