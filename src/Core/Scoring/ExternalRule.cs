using System.Text.Json.Serialization;
using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Scoring;

/// <summary>
/// An imported score ÷ its own scale × maximum, such as the service index of Decision 766/QĐ-TTg of 23/6/2022 (100 points).
/// The unit cannot type it.
/// </summary>
public sealed record ExternalRule : ScoringRule
{
    private InputCache cache;

    /// <summary>The imported score.</summary>
    public required RuleInput Imported { get; init { field = value; cache = default; } }

    /// <summary>Who publishes it.</summary>
    public required Text From { get; init; }

    /// <summary>Its greatest value.</summary>
    public required Quantity OutOf { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<RuleInput> Inputs => cache.Of(Imported);

    /// <inheritdoc />
    public override Text InWords(Points max)
    {
        var (whole, all) = (Words.Number(OutOf), Words.Points(max));
        return new(
            $"{Imported.Label.Vi} (nguồn: {From.Vi}) ÷ {whole.Vi} × {all.Vi}",
            $"{Imported.Label.En} (source: {From.En}) ÷ {whole.En} × {all.En}");
    }

    /// <inheritdoc />
    public override Finding? CheckInputs(string where, ReadOnlySpan<Quantity?> inputs) =>
        base.CheckInputs(where, inputs) ?? (inputs[0] is { } value && value > OutOf
            ? InputFindings.BeyondScale(where, Imported, value, Quantity.Of(0), OutOf)
            : null);

    /// <inheritdoc />
    public override IEnumerable<Finding> Check(string where, Points max) =>
        [.. base.Check(where, max), .. RuleFindings.OfExternal(where, this)];

    /// <inheritdoc />
    public override IEnumerable<RuleStep> Ahead(IReadOnlyList<Quantity> inputs) =>
        RuleStep.Between(inputs[0], OutOf, Imported.Kind).Select(step => new RuleStep([step.At], RuleStep.Moved(Imported.Label, inputs[0], step.At), step.Way));

    private protected override Score Decide(ReadOnlySpan<Quantity?> inputs, Points max, ScoreRounding rounding)
    {
        var value = inputs[0].GetValueOrDefault();
        if (value.TenThousandths < 0 || value > OutOf || (Imported.Kind == InputKind.Count && !IsCount(value))) return Scoring.Score.Invalid;
        return Scoring.Score.Of(Math.BigMul(value.TenThousandths, max.TenThousandths), OutOf.TenThousandths, rounding, branch: 0);
    }

    private protected override Text Render(Score score, ReadOnlySpan<Quantity?> inputs, Points max, List<WorkingStep>? steps)
    {
        var (value, whole, points) = (Words.Number(inputs[0].GetValueOrDefault()), Words.Number(OutOf), Words.Points(score.Points));
        return new(
            $"{Imported.Label.Vi}: {value.Vi}/{whole.Vi} ({From.Vi}) → {points.Vi}",
            $"{Imported.Label.En}: {value.En}/{whole.En} ({From.En}) → {points.En}");
    }
}
