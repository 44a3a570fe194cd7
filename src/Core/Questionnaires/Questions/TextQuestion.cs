using System.Text.Json;

namespace ParIndex.Core.Questionnaires;

/// <summary>Words of one's own; always voluntary.</summary>
public sealed record TextQuestion : Question
{
    /// <summary>The longest that is stored, in characters.</summary>
    public const int Limit = 2000;

    /// <summary>The longest taken here.</summary>
    public required int MaxLength { get; init; }

    /// <inheritdoc/>
    public override AnswerShape Shape => AnswerShape.Words;

    /// <inheritdoc/>
    public override Text? Refuse(Questionnaire questionnaire, JsonElement answer)
    {
        var refused = new Text($"{Code}: chỉ nhận lời văn tối đa {MaxLength} ký tự, không có ký tự điều khiển.",
            $"{Code}: send a text of at most {MaxLength} characters without control characters.");
        if (answer.ValueKind != JsonValueKind.String) return refused;
        string words;
        try
        {
            words = answer.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return refused; // half of a surrogate pair
        }

        return words.Length <= MaxLength && !words.Any(one => char.IsControl(one) && one is not ('\n' or '\r' or '\t')) ? null : refused;
    }

    internal override IEnumerable<Finding> Design(Questionnaire questionnaire)
    {
        if (MaxLength is < 1 or > Limit)
            yield return Wrong("Q020", "Độ dài tối đa phải từ 1 đến 2000 ký tự. Sửa \"maxLength\".", "The length must be from 1 to 2,000 characters. Correct \"maxLength\".");
        if (Required)
            yield return Wrong("Q021", "Câu viết tự do không được bắt buộc. Bỏ \"required\".", "A question in one's own words is never required. Remove \"required\".");
    }
}
