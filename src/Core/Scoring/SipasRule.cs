using System.Text.Json.Serialization;
using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Scoring;

/// <summary>
/// Satisfaction in per cent ÷ 100 × maximum. Follows from published figures: SIPAS gave 8.19 of 10 points, Hòa Bình 2023.
/// </summary>
public sealed record SipasRule : ScoringRule
{
    private static readonly Quantity Whole = Quantity.Of(100);

    private static readonly IReadOnlyList<RuleInput> Satisfaction =
        [new("satisfaction", new("mức độ hài lòng (%)", "satisfaction (%)"), InputKind.Amount)];

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<RuleInput> Inputs => Satisfaction;

    /// <inheritdoc />
    public override Text InWords(Points max)
    {
        var all = Words.Points(max);
        return new($"mức độ hài lòng (%) × {all.Vi}", $"satisfaction (%) × {all.En}");
    }

    /// <inheritdoc />
    public override Finding? CheckInputs(string where, ReadOnlySpan<Quantity?> inputs) =>
        base.CheckInputs(where, inputs) ?? (inputs[0] is { } value && value > Whole
            ? InputFindings.BeyondScale(where, Satisfaction[0], value, Quantity.Of(0), Whole)
            : null);

    /// <inheritdoc />
    public override IEnumerable<RuleStep> Ahead(IReadOnlyList<Quantity> inputs) =>
        RuleStep.Between(inputs[0], Whole, InputKind.Amount).Select(step => new RuleStep([step.At], RuleStep.Moved(Satisfaction[0].Label, inputs[0], step.At), step.Way));

    private protected override Score Decide(ReadOnlySpan<Quantity?> inputs, Points max, ScoreRounding rounding)
    {
        var value = inputs[0].GetValueOrDefault();
        return value.TenThousandths < 0 || value > Whole
            ? Scoring.Score.Invalid
            : Scoring.Score.Of(Math.BigMul(value.TenThousandths, max.TenThousandths), Whole.TenThousandths, rounding, branch: 0);
    }

    private protected override Text Render(Score score, ReadOnlySpan<Quantity?> inputs, Points max, List<WorkingStep>? steps)
    {
        var value = Words.Number(inputs[0].GetValueOrDefault().Value, atLeast: 2);
        var (all, points) = (Words.Points(max), Words.Points(score.Points));
        return new(
            $"Mức độ hài lòng {value.Vi} % × {all.Vi} → {points.Vi}",
            $"Satisfaction {value.En}% × {all.En} → {points.En}");
    }
}
