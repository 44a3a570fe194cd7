using System.Globalization;
using System.Text.Json.Serialization;
using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Scoring;

/// <summary>
/// Cách tính điểm: how measured inputs become the points of a leaf. One sealed record a kind, one file a kind; parameters are data.
/// <see cref="Score"/> decides in whole numbers and keeps only what it needs; <see cref="Explain"/> renders the same decision in words,
/// so that a figure and its explanation cannot differ. Each formula with its article: docs/method.md, "Scoring rules".
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(BinaryRule), "binary")]
[JsonDerivedType(typeof(LevelsRule), "levels")]
[JsonDerivedType(typeof(BracketsRule), "brackets")]
[JsonDerivedType(typeof(LinearRule), "linear")]
[JsonDerivedType(typeof(LinearCutoffRule), "linear_cutoff")]
[JsonDerivedType(typeof(LinearFloorRule), "linear_floor")]
[JsonDerivedType(typeof(DeductionRule), "deduction")]
[JsonDerivedType(typeof(WeightedDeductionRule), "weighted_deduction")]
[JsonDerivedType(typeof(CountStepsRule), "count_steps")]
[JsonDerivedType(typeof(ChecklistRule), "checklist")]
[JsonDerivedType(typeof(SurveyMeanRule), "survey_mean")]
[JsonDerivedType(typeof(SipasRule), "sipas")]
[JsonDerivedType(typeof(ExternalRule), "external")]
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
    public Score Score(ReadOnlySpan<Quantity?> inputs, Points max, ScoreRounding rounding)
    {
        foreach (ref readonly var input in inputs)
            if (input is null) return Scoring.Score.Missing;
        return Decide(inputs, max, rounding);
    }

    /// <summary>The working of a score this rule gave for these inputs: a sentence a unit can read, and a structured trace.</summary>
    public Working Explain(Score score, ReadOnlySpan<Quantity?> inputs, Points max)
    {
        var steps = new List<WorkingStep>();
        return new(Sentence(score, inputs, max, steps), steps);
    }

    /// <summary>The sentence alone, with its trace added to <paramref name="steps"/> where there is one.</summary>
    internal Text Sentence(Score score, ReadOnlySpan<Quantity?> inputs, Points max, List<WorkingStep>? steps)
    {
        if (steps is not null)
            for (var i = 0; i < inputs.Length; i++)
                if (inputs[i] is { } value) steps.Add(new(Inputs[i].Name, value.ToString()));
        var sentence = score.Outcome switch
        {
            Outcome.Missing => WhatIsMissing(inputs),
            Outcome.NothingArose => new Text("Không phát sinh trong năm.", "Nothing arose in the year."),
            Outcome.Invalid => CheckInputs("", inputs)?.Message ?? new("Số liệu không hợp lệ.", "The figures cannot be."),
            _ => Render(score, inputs, max, steps),
        };
        if (steps is null) return sentence;
        steps.Add(new("outcome", score.Outcome.ToString()));
        if (score.Outcome == Outcome.Scored)
        {
            steps.Add(new("branch", score.Branch.ToString(CultureInfo.InvariantCulture)));
            steps.Add(new("max", max.ToString()));
            steps.Add(new("points", score.Points.ToString()));
        }

        return sentence;
    }

    /// <summary>The rule in words, for the criterion's page and the unit's sheet.</summary>
    public abstract Text InWords(Points max);

    /// <summary>What is wrong with the rule's own parameters, for a leaf with <paramref name="max"/> points at <paramref name="where"/>.</summary>
    public virtual IEnumerable<Finding> Check(string where, Points max) =>
        [.. RuleFindings.OfInputs(where, Inputs), .. RuleFindings.OfAwards(where, Awards, max)];

    /// <summary>Points the rule names itself: of levels, bands, steps.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<Points> Awards => [];

    /// <summary>Every text of the rule, for the checker.</summary>
    [JsonIgnore]
    public virtual IEnumerable<Text> Texts => Inputs.Select(input => input.Label);

    /// <summary>
    /// What is wrong or odd with the inputs of a unit; null: nothing. An error is exactly <see cref="Outcome.Invalid"/>;
    /// a warning (more than the whole) leaves a score and asks somebody to look.
    /// </summary>
    /// <param name="where">FILE:LINE:COLUMN, or unit and leaf.</param>
    /// <param name="inputs">As for <see cref="Score"/>.</param>
    public virtual Finding? CheckInputs(string where, ReadOnlySpan<Quantity?> inputs)
    {
        for (var i = 0; i < inputs.Length; i++)
            if (inputs[i] is { } value && InputFindings.OfKind(where, Inputs[i], value) is { } finding) return finding;
        return null;
    }

    /// <summary>Reads an input from its text in a file (option codes, yes and no, numbers with a decimal point); null when it is not one.</summary>
    public virtual Quantity? Read(RuleInput input, string text) =>
        input.Kind == InputKind.YesNo ? RuleInput.ReadYesNo(text) : RuleInput.ReadNumber(text);

    /// <summary>An input as files say it: what <see cref="Read"/> reads back.</summary>
    public virtual string Write(RuleInput input, Quantity value) =>
        input.Kind == InputKind.YesNo ? value == Quantity.Of(1) ? "yes" : "no" : value.ToString();

    /// <summary>
    /// What could become better: inputs in place of these, nearest first, each with what would have to happen in words. Whether and how much a
    /// step earns, <see cref="Score"/> says. None where the rule cannot say (a judgement, figures that are missing).
    /// </summary>
    /// <param name="inputs">As for <see cref="Score"/>, all of them there.</param>
    public virtual IEnumerable<RuleStep> Ahead(IReadOnlyList<Quantity> inputs) => [];

    /// <summary>The score when every input is there.</summary>
    private protected abstract Score Decide(ReadOnlySpan<Quantity?> inputs, Points max, ScoreRounding rounding);

    /// <summary>The sentence of a score, adding what the trace needs beside the inputs where there is a trace.</summary>
    private protected abstract Text Render(Score score, ReadOnlySpan<Quantity?> inputs, Points max, List<WorkingStep>? steps);

    private protected static bool IsCount(Quantity value) => value.TenThousandths >= 0 && value.TenThousandths % Points.Scale == 0;

    private Text WhatIsMissing(ReadOnlySpan<Quantity?> inputs)
    {
        var missing = new List<Text>();
        for (var i = 0; i < inputs.Length; i++)
            if (inputs[i] is null) missing.Add(Inputs[i].Label);
        if (missing.Count == 0) return new("Chưa chấm điểm.", "Not scored yet.");
        var names = Words.Join("; ", missing);
        return new($"Chưa có số liệu: {names.Vi}.", $"No figure yet: {names.En}.");
    }
}
