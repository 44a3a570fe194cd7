using System.Text.Json;

namespace ParIndex.Core.Questionnaires;

/// <summary>Any number of choices, each once.</summary>
public sealed record MultipleQuestion : Question
{
    /// <summary>What can be chosen.</summary>
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<int> Values(Questionnaire questionnaire) => [.. Choices.Select(choice => choice.Value)];

    /// <inheritdoc/>
    public override AnswerShape Shape => AnswerShape.Many;

    /// <inheritdoc/>
    public override Text? Refuse(Questionnaire questionnaire, JsonElement answer)
    {
        var may = Values(questionnaire);
        var list = string.Join(", ", may);
        return Wholes(answer) is { } chosen && chosen.All(may.Contains) && chosen.Distinct().Count() == chosen.Count ? null
            : new($"{Code}: chỉ nhận danh sách các lựa chọn {list}, mỗi lựa chọn một lần.", $"{Code}: send a list of the choices {list}, each once.");
    }

    internal override IEnumerable<Finding> Design(Questionnaire questionnaire) => ChoiceChecking.Check(Code, Choices);
}
