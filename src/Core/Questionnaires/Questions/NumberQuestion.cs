using System.Text.Json;

namespace ParIndex.Core.Questionnaires;

/// <summary>A whole number within limits.</summary>
public sealed record NumberQuestion : Question
{
    /// <summary>The smallest.</summary>
    public required int Least { get; init; }

    /// <summary>The largest.</summary>
    public required int Most { get; init; }

    /// <inheritdoc/>
    public override AnswerShape Shape => AnswerShape.Whole;

    /// <inheritdoc/>
    public override Text? Refuse(Questionnaire questionnaire, JsonElement answer) =>
        Whole(answer) is { } number && number >= Least && number <= Most ? null
            : new($"{Code}: chỉ nhận số nguyên từ {Least} đến {Most}.", $"{Code}: send a whole number from {Least} to {Most}.");

    internal override IEnumerable<Finding> Design(Questionnaire questionnaire)
    {
        if (Least < 0 || Least >= Most)
            yield return Wrong("Q018", "Giới hạn dưới phải từ 0 và nhỏ hơn giới hạn trên. Sửa \"least\", \"most\".",
                "The lower limit must be 0 or more and below the upper one. Correct \"least\" and \"most\".");
    }
}
