using System.Text.Json.Serialization;
using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Scoring;

/// <summary>
/// Cách tính điểm: how measured inputs become the points of a leaf. One sealed record a kind, one file a kind; parameters are data.
/// <see cref="Score"/> decides in whole numbers and keeps only what it needs; <see cref="Explain"/> renders the same decision in words,
/// so that a figure and its explanation cannot differ.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(BinaryRule), "binary")]
[JsonDerivedType(typeof(ManualRule), "manual")]
public abstract record ScoringRule
{
    /// <summary>The named inputs, in the order in which <see cref="Score"/> takes them.</summary>
    [JsonIgnore]
    public abstract IReadOnlyList<RuleInput> Inputs { get; }

    /// <summary>Scores a leaf.</summary>
    /// <param name="inputs">One entry for each of <see cref="Inputs"/>; null where absent.</param>
    /// <param name="max">Maximum points of the leaf.</param>
    /// <param name="rounding">Rounding of a leaf by the framework.</param>
    public abstract Score Score(ReadOnlySpan<Quantity?> inputs, Points max, ScoreRounding rounding);

    /// <summary>The working of a score this rule gave for these inputs: a sentence a unit can read, and a structured trace.</summary>
    public abstract Working Explain(Score score, ReadOnlySpan<Quantity?> inputs, Points max);

    /// <summary>The rule in words, for the criterion's page and the unit's sheet.</summary>
    public abstract Text InWords(Points max);

    /// <summary>What is wrong with the rule's own parameters, for a leaf with <paramref name="max"/> points at <paramref name="where"/>.</summary>
    public virtual IEnumerable<Finding> Check(string where, Points max) => [];

    /// <summary>Reads an input from its text in a file (option codes, yes and no, numbers with a decimal point); null when it is not one.</summary>
    public virtual Quantity? Read(RuleInput input, string text) => RuleInput.ReadNumber(text);
}

/// <summary>An input of a rule.</summary>
/// <param name="Name">Name in files, such as <c>on_time</c>.</param>
/// <param name="Label">What it is, for a person.</param>
/// <param name="Kind">What values it may have.</param>
public sealed record RuleInput(string Name, Text Label, InputKind Kind)
{
    internal static Quantity? ReadNumber(string text) =>
        decimal.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign | System.Globalization.NumberStyles.AllowDecimalPoint,
            System.Globalization.CultureInfo.InvariantCulture, out var value) && Quantity.TryOf(value, out var quantity)
            ? quantity
            : null;
}

/// <summary>What values an input may have.</summary>
public enum InputKind
{
    /// <summary>A whole number, 0 or more.</summary>
    Count,

    /// <summary>A number with at most four decimals, 0 or more.</summary>
    Amount,

    /// <summary>1 or 0; files say <c>yes</c> or <c>no</c>.</summary>
    YesNo,

    /// <summary>The ordinal, from 0, of an option; files say the option's code.</summary>
    Choice,
}

/// <summary>How a leaf's score came out.</summary>
public enum Outcome
{
    /// <summary>Points by the rule.</summary>
    Scored,

    /// <summary>An input is missing: there is no score, which is not 0.</summary>
    Missing,

    /// <summary>The denominator is 0: nothing arose in the year; the leaf's policy decides.</summary>
    NothingArose,
}

/// <summary>A score by a rule: small, comparable, and enough for <see cref="ScoringRule.Explain"/>.</summary>
/// <param name="Points">Points, rounded as the framework says; zero when <see cref="Outcome"/> is not scored.</param>
/// <param name="Outcome">Whether there is a score.</param>
/// <param name="Branch">Which band, step, option or case of the rule applied; −1 when none.</param>
public readonly record struct Score(Points Points, Outcome Outcome = Outcome.Scored, int Branch = -1)
{
    public static Score Missing => new(Points.Zero, Outcome.Missing);

    public static Score NothingArose => new(Points.Zero, Outcome.NothingArose);
}

/// <summary>Why a score is what it is.</summary>
/// <param name="Sentence">A sentence a unit can read: "12/15 văn bản đúng hạn = 80,00 % → 0,75 điểm".</param>
/// <param name="Steps">The same as a trace: names and machine-readable values in order.</param>
public sealed record Working(Text Sentence, IReadOnlyList<WorkingStep> Steps);

/// <summary>One step of a working.</summary>
public sealed record WorkingStep(string Name, string Value);
