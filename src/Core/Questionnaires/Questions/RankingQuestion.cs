using System.Text.Json;

namespace ParIndex.Core.Questionnaires;

/// <summary>Up to three choices, the most important first.</summary>
public sealed record RankingQuestion : Question
{
    /// <summary>The most that may be ranked.</summary>
    public const int Limit = 3;

    /// <summary>What can be ranked.</summary>
    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>How many may be ranked, at most <see cref="Limit"/>.</summary>
    public required int Most { get; init; }

    /// <inheritdoc/>
    public override AnswerShape Shape => AnswerShape.Many;

    /// <inheritdoc/>
    public override Text? Refuse(Questionnaire questionnaire, JsonElement answer)
    {
        var may = Choices.Select(choice => choice.Value).ToList();
        return Wholes(answer) is { } ranked && ranked.Count <= Most && ranked.All(may.Contains) && ranked.Distinct().Count() == ranked.Count ? null
            : new($"{Code}: xếp tối đa {Most} lựa chọn khác nhau.", $"{Code}: rank at most {Most} different choices.");
    }

    internal override IEnumerable<Finding> Design(Questionnaire questionnaire)
    {
        foreach (var finding in ChoiceChecking.Check(Code, Choices)) yield return finding;
        if (Most is < 1 or > Limit || Most > Choices.Count)
            yield return Wrong("Q017", "Số lựa chọn được xếp phải từ 1 đến 3 và không quá số lựa chọn. Sửa \"most\".",
                "Between 1 and 3 choices may be ranked, and no more than there are. Correct \"most\".");
    }
}
