namespace ParIndex.Core.Questionnaires;

/// <summary>Which questions are asked after which answers.</summary>
public static class Routing
{
    /// <summary>Whether a question is asked, by the answers before it.</summary>
    /// <param name="questionnaire">The form.</param>
    /// <param name="given">Answers so far; those before <paramref name="index"/> are read.</param>
    /// <param name="index">Of the question.</param>
    public static bool Asked(Questionnaire questionnaire, IReadOnlyList<Given> given, int index)
    {
        if (questionnaire.Questions[index].When is not { } when) return true;
        for (var i = 0; i < index; i++)
            if (questionnaire.Questions[i].Code == when.Question)
                return given[i].Values is { } values && values.Any(when.AnyOf.Contains);
        return false;
    }
}
