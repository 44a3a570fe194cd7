using System.Globalization;
using System.Text.Json;

namespace ParIndex.Core.Questionnaires;

/// <summary>A day, as <c>2022-12-31</c>.</summary>
public sealed record DateQuestion : Question
{
    /// <summary>The first day taken.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day taken.</summary>
    public required DateOnly To { get; init; }

    /// <inheritdoc/>
    public override AnswerShape Shape => AnswerShape.Whole;

    /// <inheritdoc/>
    public override Text? Refuse(Questionnaire questionnaire, JsonElement answer) =>
        answer.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(answer.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day >= From && day <= To ? null
            : new($"{Code}: chỉ nhận ngày dạng năm-tháng-ngày trong khoảng cho phép.", $"{Code}: send a day as year-month-day within the limits.");

    internal override IEnumerable<Finding> Design(Questionnaire questionnaire)
    {
        if (From > To)
            yield return Wrong("Q019", "Ngày đầu sau ngày cuối. Sửa \"from\", \"to\".", "The first day is after the last. Correct \"from\" and \"to\".");
    }
}
