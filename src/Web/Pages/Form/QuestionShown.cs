using System.Globalization;
using ParIndex.Core;
using ParIndex.Core.Questionnaires;

namespace ParIndex.Web.Pages.Form;

/// <summary>A question as it is put before people, with what they gave.</summary>
/// <param name="Question">The question.</param>
/// <param name="Form">Where its scale stands.</param>
/// <param name="Values">Values of its field.</param>
/// <param name="Wrong">Why the answer was refused; null: it was not.</param>
/// <param name="Page">The page it stands on.</param>
public sealed record QuestionShown(Question Question, Questionnaire Form, IReadOnlyList<string> Values, Text? Wrong, Section Page)
{
    /// <summary>What can be chosen; empty where answers are typed.</summary>
    public IReadOnlyList<Choice> Choices => Question switch
    {
        ScaleQuestion scale => Form.Scales.First(one => one.Code == scale.Scale).Levels,
        SingleQuestion single => single.Choices,
        MultipleQuestion multiple => multiple.Choices,
        RankingQuestion ranking => ranking.Choices,
        _ => [],
    };

    /// <summary>Ways out of an opinion, after the levels.</summary>
    public IReadOnlyList<Choice> Others => Question is ScaleQuestion scale
        ? [.. scale.MayBeNotUsed ? [new Choice(ScaleQuestion.NotUsed, FormText.NotUsed)] : Array.Empty<Choice>(),
            .. scale.MayBeDeclined ? [new Choice(ScaleQuestion.Declined, FormText.Declined)] : Array.Empty<Choice>()] : [];

    /// <summary>The question on this same page that decides whether this one is meant; null: none.</summary>
    public Question? DependsOn => Question.When is { } when ? Page.Questions.FirstOrDefault(other => other.Code == when.Question) : null;

    public bool Holds(int value) => Values.Contains(value.ToString(CultureInfo.InvariantCulture));

    public string Id => $"q-{Question.Code}";
}
