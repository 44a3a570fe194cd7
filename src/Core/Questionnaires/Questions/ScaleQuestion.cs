using System.Text.Json;

namespace ParIndex.Core.Questionnaires;

/// <summary>A level of a scale; an item of a factor when it names one.</summary>
public sealed record ScaleQuestion : Question
{
    /// <summary>The stored value of "không sử dụng, không biết": counted by itself, never in a denominator.</summary>
    public const int NotUsed = 8;

    /// <summary>The stored value of "không muốn trả lời".</summary>
    public const int Declined = 9;

    /// <summary>Code of the scale.</summary>
    public required string Scale { get; init; }

    /// <summary>Code of the factor that it is an item of.</summary>
    public string? Factor { get; init; }

    /// <summary>Offers "không sử dụng".</summary>
    public bool MayBeNotUsed { get; init; }

    /// <summary>Offers "không muốn trả lời".</summary>
    public bool MayBeDeclined { get; init; }

    /// <summary>Asked beyond the national set: reported by itself, never in the index.</summary>
    public bool Extension { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<int> Values(Questionnaire questionnaire)
    {
        var levels = questionnaire.Scales.FirstOrDefault(scale => scale.Code == Scale)?.Levels.Select(level => level.Value) ?? [];
        return [.. levels, .. MayBeNotUsed ? [NotUsed] : Array.Empty<int>(), .. MayBeDeclined ? [Declined] : Array.Empty<int>()];
    }

    /// <inheritdoc/>
    public override AnswerShape Shape => AnswerShape.One;

    /// <inheritdoc/>
    public override Text? Refuse(Questionnaire questionnaire, JsonElement answer)
    {
        var may = Values(questionnaire);
        var list = string.Join(", ", may);
        return Whole(answer) is { } level && may.Contains(level) ? null
            : new($"{Code}: chỉ nhận một trong các mức {list}.", $"{Code}: send one of the levels {list}.");
    }

    internal override IEnumerable<Finding> Design(Questionnaire questionnaire)
    {
        var scale = questionnaire.Scales.FirstOrDefault(one => one.Code == Scale);
        if (scale is null)
            yield return Wrong("Q014", $"Không có thang \"{Scale}\". Thêm vào \"scales\" hoặc sửa tên.", $"There is no scale \"{Scale}\". Add it to \"scales\" or correct the name.");
        else if (scale.Levels.Any(level => (MayBeNotUsed && level.Value == NotUsed) || (MayBeDeclined && level.Value == Declined)))
            yield return Wrong("Q015", "Số 8 hoặc 9 vừa là một mức vừa là \"không sử dụng\" hoặc \"không muốn trả lời\". Đổi số của mức.",
                "8 or 9 is both a level and \"not used\" or \"rather not say\". Renumber the level.");
        if (Required && !MayBeNotUsed && !MayBeDeclined)
            yield return Wrong("Q029", "Câu bắt buộc mà không có \"không sử dụng\" hay \"không muốn trả lời\" ép người ta bịa ý kiến. Cho phép một trong hai.",
                "A required question without \"not used\" or \"rather not say\" forces an opinion. Allow one of the two.");
        if (Factor is not null && questionnaire.Factors.All(factor => factor.Code != Factor))
            yield return Wrong("Q016", $"Không có yếu tố \"{Factor}\". Thêm vào \"contents\" hoặc sửa tên.", $"There is no factor \"{Factor}\". Add it to \"contents\" or correct the name.");
    }
}
