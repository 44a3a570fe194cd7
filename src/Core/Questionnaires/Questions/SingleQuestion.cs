using System.Text.Json;

namespace ParIndex.Core.Questionnaires;

/// <summary>One choice of several.</summary>
public sealed record SingleQuestion : Question
{
    /// <summary>What can be chosen.</summary>
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>What is reported as one share, as in <c>harassment</c> with the choice "none"; null: every choice by itself.</summary>
    public Indicator? Indicator { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<int> Values(Questionnaire questionnaire) => [.. Choices.Select(choice => choice.Value)];

    /// <inheritdoc/>
    public override AnswerShape Shape => AnswerShape.One;

    /// <inheritdoc/>
    public override Text? Refuse(Questionnaire questionnaire, JsonElement answer)
    {
        var list = string.Join(", ", Values(questionnaire));
        return Whole(answer) is { } one && Values(questionnaire).Contains(one) ? null
            : new($"{Code}: chỉ nhận một trong các lựa chọn {list}.", $"{Code}: send one of the choices {list}.");
    }

    internal override IEnumerable<Finding> Design(Questionnaire questionnaire) => ChoiceChecking.Check(Code, Choices);
}

/// <summary>A share that is reported under a name of its own.</summary>
/// <param name="Code">As in <c>harassment</c>.</param>
/// <param name="AnyOf">The choices that are counted.</param>
public sealed record Indicator(string Code, IReadOnlyList<int> AnyOf);
