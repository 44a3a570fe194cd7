namespace ParIndex.Core.Questionnaires;

/// <summary>
/// Versions of items: whose wording, scale or choices differ from the last approved questionnaire is a new item, and no difference is offered
/// across it. Nobody sets the number by hand.
/// </summary>
public static class ItemVersions
{
    /// <summary>The questionnaire with the version of every item after <paramref name="before"/>; null: nothing was approved before.</summary>
    public static Questionnaire After(Questionnaire now, Questionnaire? before)
    {
        var old = before?.Questions.GroupBy(question => question.Code, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal) ?? [];
        return now with
        {
            Sections = [.. now.Sections.Select(section => section with
            {
                Questions = [.. section.Questions.Select(question => question with
                {
                    ItemVersion = !old.TryGetValue(question.Code, out var was) ? Math.Max(1, before is null ? question.ItemVersion : 1) : Same(now, question, before!, was) ? was.ItemVersion : was.ItemVersion + 1,
                })],
            })],
        };
    }

    /// <summary>Items of which no difference is offered: code, and the version before and now.</summary>
    public static IReadOnlyList<(string Code, int Before, int Now)> Breaks(Questionnaire now, Questionnaire before) => [.. now.Questions
        .Join(before.Questions, question => question.Code, question => question.Code, (question, was) => (question.Code, was.ItemVersion, question.ItemVersion), StringComparer.Ordinal)
        .Where(pair => pair.Item2 != pair.Item3)];

    /// <summary>What is asked is the same: the words, the kind, what can be answered and how it is labelled.</summary>
    private static bool Same(Questionnaire now, Question question, Questionnaire before, Question was) =>
        question.GetType() == was.GetType() && question.Words == was.Words && question.Hint == was.Hint && Labels(now, question).SequenceEqual(Labels(before, was))
        && question.Values(now).SequenceEqual(was.Values(before));

    private static IReadOnlyList<Choice> Labels(Questionnaire form, Question question) => question switch
    {
        ScaleQuestion scale => form.Scales.FirstOrDefault(one => one.Code == scale.Scale)?.Levels ?? [],
        SingleQuestion single => single.Choices,
        MultipleQuestion multiple => multiple.Choices,
        RankingQuestion ranking => ranking.Choices,
        _ => [],
    };
}
