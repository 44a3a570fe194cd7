using System.Text.Json;

namespace ParIndex.Core.Questionnaires;

/// <summary>Consent to one purpose; never ticked beforehand.</summary>
public sealed record ConsentQuestion : Question
{
    /// <summary>The one purpose, as in <c>statistics</c>.</summary>
    public required string Purpose { get; init; }

    /// <inheritdoc/>
    public override AnswerShape Shape => AnswerShape.One;

    /// <inheritdoc/>
    public override Text? Refuse(Questionnaire questionnaire, JsonElement answer) => answer.ValueKind switch
    {
        JsonValueKind.True => null,
        JsonValueKind.False when !Required => null,
        JsonValueKind.False => new($"{Code}: không có sự đồng ý này thì phiếu không được nhận.", $"{Code}: the form cannot be taken without this consent."),
        _ => new($"{Code}: chỉ nhận true hoặc false.", $"{Code}: send true or false."),
    };

    internal override IEnumerable<Finding> Design(Questionnaire questionnaire)
    {
        if (string.IsNullOrWhiteSpace(Purpose))
            yield return Wrong("Q022", "Thiếu mục đích xin đồng ý. Mỗi mục đích là một câu riêng.", "The purpose of the consent is missing. Each purpose is a question of its own.");
        if (When is not null)
            yield return Wrong("Q023", "Câu xin đồng ý không được phụ thuộc câu trả lời khác. Bỏ \"when\".", "Consent must not depend on another answer. Remove \"when\".");
    }
}
