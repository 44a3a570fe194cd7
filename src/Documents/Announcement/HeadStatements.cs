using ParIndex.Core;
using ParIndex.Core.Heads;

namespace ParIndex.Documents.Announcement;

/// <summary>Grades of the heads, counted, where the Decision publishes them; and initiatives counted from their leaf.</summary>
internal static class HeadStatements
{
    public static IEnumerable<Statement> Of(Year year)
    {
        if (year.Cycle.Heads is { Published: true })
        {
            if (year.Result.Heads.Count == 0)
                yield return new("heads:all", StatementSection.Heads, [], new(
                    "Chưa có kết quả phân loại người đứng đầu.", "There is no classification of heads yet."));
            if (year.All is { } all && Grades("all", null, all.Grades) is { } whole) yield return whole;
            foreach (var part in year.Parts)
                if (Grades(part.Code, part.Name, part.Grades) is { } grades) yield return grades;
        }

        if (year.All?.Initiatives is { } initiatives)
        {
            var figures = new List<StatedFigure> { new("initiatives", initiatives, 0) };
            var parts = new List<Text>();
            foreach (var part in year.Parts)
                if (part.Initiatives is { } count)
                {
                    figures.Add(new(part.Code, count, 0));
                    parts.Add(new($"{part.Name.Vi}: {Words.Number(count).Vi}", $"{part.Name.En}: {Words.Number(count).En}"));
                }

            var split = parts.Count > 1 ? Words.Join("; ", parts) : Text.Same("");
            var total = Words.Number(initiatives);
            yield return new("initiatives", StatementSection.Initiatives, figures, initiatives == 0
                ? new("Năm qua không ghi nhận sáng kiến cải cách hành chính nào.", "No reform initiative was recorded.")
                : new($"Ghi nhận {total.Vi} sáng kiến cải cách hành chính{(split.Vi.Length > 0 ? $" ({split.Vi})" : "")}.",
                    $"{total.En} reform initiative{(initiatives == 1 ? " was" : "s were")} recorded{(split.En.Length > 0 ? $" ({split.En})" : "")}."));
        }
    }

    private static Statement? Grades(string code, Text? name, IReadOnlyList<GradeCount> grades)
    {
        var counted = grades.Where(grade => grade.Count > 0).ToList();
        var total = counted.Sum(grade => grade.Count);
        if (total == 0) return null;
        var parts = Lists.And([.. counted.Select(grade => new Text(
            $"{grade.Count} {Lower(grade.Name.Vi)}", $"{grade.Count} {Lower(grade.Name.En)}"))]);
        return new($"heads:{code}", StatementSection.Heads,
            [new("heads", total, 0), .. counted.Select(grade => new StatedFigure(grade.Grade, grade.Count, 0))],
            name is null
                ? new($"Trong {total} người đứng đầu có {parts.Vi}.", $"Of {total} heads: {parts.En}.")
                : new($"{Lists.Capital(name.Vi)}: trong {total} người đứng đầu có {parts.Vi}.", $"{Lists.Capital(name.En)}: of {total} heads, {parts.En}."));
    }

    private static string Lower(string words) => words.Length == 0 ? words : char.ToLowerInvariant(words[0]) + words[1..];
}
