using ParIndex.Core.Surveys;

namespace ParIndex.Core.Questionnaires;

/// <summary>What a questionnaire measures, in the terms of the satisfaction index.</summary>
public static class MethodOfForm
{
    /// <summary>Contents, factors and items as <c>survey.json</c> has them; questions marked as extensions stay out.</summary>
    /// <param name="questionnaire">The questionnaire.</param>
    /// <param name="methodVersion">Named with every value; nothing is compared across a change of it.</param>
    /// <param name="minimumBase">Fewest valid forms of a unit that may be published.</param>
    /// <param name="weighted">True where forms carry design weights.</param>
    public static Survey Survey(Questionnaire questionnaire, string methodVersion, int minimumBase = 30, bool weighted = false)
    {
        var items = Items(questionnaire).ToLookup(item => item.Factor!, StringComparer.Ordinal);
        var overall = questionnaire.Questions.FirstOrDefault(question => question.Code == questionnaire.OverallItem);
        return new()
        {
            MethodVersion = methodVersion,
            Title = questionnaire.Title,
            Edition = questionnaire.Edition,
            Sources = questionnaire.Sources,
            Contents = [.. questionnaire.Contents.Select(content => new Content(content.Code, content.Name,
                [.. content.Factors.Select(factor => new Factor(factor.Code, factor.Name, [.. items[factor.Code].Select(item => new Item(item.Code, item.Words))]))]))],
            OverallItem = overall?.Code,
            OverallName = overall?.Words,
            MinimumBase = minimumBase,
            Weighted = weighted,
        };
    }

    /// <summary>Questions that count, in the order of their factors.</summary>
    public static IReadOnlyList<ScaleQuestion> Items(Questionnaire questionnaire)
    {
        var items = questionnaire.Questions.OfType<ScaleQuestion>().Where(item => item is { Factor: not null, Extension: false }).ToLookup(item => item.Factor!, StringComparer.Ordinal);
        return [.. questionnaire.Factors.SelectMany(factor => items[factor.Code])];
    }

    /// <summary>Items whose wording and scale are the same in both, so that their difference may be shown; every other one is a break.</summary>
    public static IReadOnlyList<string> Comparable(Questionnaire now, Questionnaire before) => [.. Items(now)
        .Where(item => Items(before).Any(old => old.Code == item.Code && old.ItemVersion == item.ItemVersion && SameScale(now, item.Scale, before, old.Scale)))
        .Select(item => item.Code)];

    private static bool SameScale(Questionnaire now, string scale, Questionnaire before, string old) =>
        now.Scales.FirstOrDefault(one => one.Code == scale) is { } levels && before.Scales.FirstOrDefault(one => one.Code == old) is { } earlier
        && levels.Levels.SequenceEqual(earlier.Levels);
}
