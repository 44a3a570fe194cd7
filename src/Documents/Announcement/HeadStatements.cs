using ParIndex.Core.Computation;

namespace ParIndex.Documents.Announcement;

/// <summary>Grades of heads, counted; only where the Decision publishes them.</summary>
internal static class HeadStatements
{
    public static bool Published(YearFacts facts) => facts.Cycle.Heads is { Published: true } && facts.Result.Heads.Count > 0;

    public static IEnumerable<Statement> Of(YearFacts facts)
    {
        if (!Published(facts)) yield break;
        foreach (var subject in facts.Subjects.Append(facts.All).OfType<GroupResult>())
        {
            var grades = subject.Grades.Where(grade => grade.Count > 0).ToList();
            if (grades.Count == 0) continue;
            var said = AnnouncementText.List([.. grades.Select(grade => AnnouncementText.Graded(grade.Count, grade.Name))]);
            yield return new($"heads:{subject.Code}",
                AnnouncementText.Heads(subject == facts.All ? null : subject.Name, grades.Sum(grade => grade.Count), said),
                [.. grades.Select(grade => new StatementFigure(grade.Grade, grade.Count))]);
        }
    }
}

/// <summary>Sáng kiến, counted from their leaf.</summary>
internal static class InitiativeStatements
{
    public static IEnumerable<Statement> Of(YearFacts facts)
    {
        if (facts.All?.Initiatives is not { } total) yield break;
        var parts = facts.Subjects.Where(subject => subject.Initiatives is not null)
            .Select(subject => AnnouncementText.InitiativesOf(subject.Name, subject.Initiatives!.Value)).ToList();
        yield return new("initiatives", AnnouncementText.Initiatives(facts.Year, total, parts.Count > 1 ? AnnouncementText.List(parts) : null),
            [new("initiatives", total)]);
    }
}
