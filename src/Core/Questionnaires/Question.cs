using System.Text.Json;
using System.Text.Json.Serialization;

namespace ParIndex.Core.Questionnaires;

/// <summary>A question: one sealed record a type, one file a type. It says itself which answers it takes and what is wrong with its design.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(ScaleQuestion), "scale")]
[JsonDerivedType(typeof(SingleQuestion), "single")]
[JsonDerivedType(typeof(MultipleQuestion), "multiple")]
[JsonDerivedType(typeof(NumberQuestion), "number")]
[JsonDerivedType(typeof(DateQuestion), "date")]
[JsonDerivedType(typeof(TextQuestion), "text")]
[JsonDerivedType(typeof(RankingQuestion), "ranking")]
[JsonDerivedType(typeof(ConsentQuestion), "consent")]
public abstract record Question
{
    /// <summary>Its code, a column of the answers.</summary>
    [JsonPropertyOrder(-9)]
    public required string Code { get; init; }

    /// <summary>Raised when the wording or the scale changes: no difference between years is offered across versions.</summary>
    [JsonPropertyOrder(-8)]
    public required int ItemVersion { get; init; }

    /// <summary>The words asked.</summary>
    [JsonPropertyOrder(-7)]
    public required Text Words { get; init; }

    /// <summary>Whether the form is refused without an answer.</summary>
    [JsonPropertyOrder(-5)]
    public bool Required { get; init; }

    /// <summary>When it is asked; always, when null.</summary>
    [JsonPropertyOrder(-4)]
    public Condition? When { get; init; }

    /// <summary>Said with the question in smaller words, as "please give no names"; null: nothing.</summary>
    [JsonPropertyOrder(-6)]
    public Text? Hint { get; init; }

    /// <summary>What an answer is made of.</summary>
    [JsonIgnore]
    public abstract AnswerShape Shape { get; }

    /// <summary>Values of an answer that a later condition may name; empty when none can.</summary>
    /// <param name="questionnaire">Where its scale stands.</param>
    public virtual IReadOnlyList<int> Values(Questionnaire questionnaire) => [];

    /// <summary>Why this answer cannot be taken, naming what may be sent; null when it can.</summary>
    /// <param name="questionnaire">Where its scale stands.</param>
    /// <param name="answer">As sent; texts are not numbers.</param>
    public abstract Text? Refuse(Questionnaire questionnaire, JsonElement answer);

    /// <summary>What is wrong with the design of this question.</summary>
    internal virtual IEnumerable<Finding> Design(Questionnaire questionnaire) => [];

    private protected static int? Whole(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Number) return null;
        // 1e2 and 4.0 are numbers to a parser and typing mistakes on a form.
        return answer.GetRawText().All(char.IsAsciiDigit) && answer.TryGetInt32(out var whole) ? whole : null;
    }

    private protected static IReadOnlyList<int>? Wholes(JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Array) return null;
        var wholes = answer.EnumerateArray().Select(Whole).ToList();
        return wholes.All(whole => whole is not null) ? [.. wholes.Select(whole => whole!.Value)] : null;
    }

    private protected Finding Wrong(string code, string vi, string en) => new(code, Code, new(vi, en));
}

/// <summary>What an answer is made of, and so how it is stored.</summary>
public enum AnswerShape : byte
{
    /// <summary>One small whole number.</summary>
    One,

    /// <summary>A list of small whole numbers.</summary>
    Many,

    /// <summary>A whole number; a day is counted from 1/1/0001.</summary>
    Whole,

    /// <summary>Words.</summary>
    Words,
}
