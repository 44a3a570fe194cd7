using System.Text.Json.Serialization;
using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Scoring;

/// <summary>(mean − least) ÷ (greatest − least) × maximum, of a mean the survey gives on its own scale (illustrative, no single source).</summary>
public sealed record SurveyMeanRule : ScoringRule
{
    private static readonly IReadOnlyList<RuleInput> Mean = [new("mean", new("điểm trung bình khảo sát", "survey mean"), InputKind.Amount)];

    /// <summary>Least value of the scale.</summary>
    public Quantity ScaleMin { get; init; }

    /// <summary>Greatest value of the scale.</summary>
    public Quantity ScaleMax { get; init; } = Quantity.Of(100);

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<RuleInput> Inputs => Mean;

    /// <inheritdoc />
    public override Text InWords(Points max)
    {
        var (low, high, all) = (Words.Number(ScaleMin), Words.Number(ScaleMax), Words.Points(max));
        return ScaleMin.TenThousandths == 0
            ? new($"điểm trung bình khảo sát ÷ {high.Vi} × {all.Vi}", $"survey mean ÷ {high.En} × {all.En}")
            : new(
                $"(điểm trung bình khảo sát − {low.Vi}) ÷ ({high.Vi} − {low.Vi}) × {all.Vi}",
                $"(survey mean − {low.En}) ÷ ({high.En} − {low.En}) × {all.En}");
    }

    /// <inheritdoc />
    public override Finding? CheckInputs(string where, ReadOnlySpan<Quantity?> inputs) =>
        inputs[0] is { } mean && (mean < ScaleMin || mean > ScaleMax)
            ? InputFindings.BeyondScale(where, Mean[0], mean, ScaleMin, ScaleMax)
            : null;

    /// <inheritdoc />
    public override IEnumerable<Finding> Check(string where, Points max) =>
        ScaleMin < ScaleMax ? base.Check(where, max) : [.. base.Check(where, max), RuleFindings.Scale(where)];

    /// <inheritdoc />
    public override IEnumerable<RuleStep> Ahead(IReadOnlyList<Quantity> inputs) =>
        RuleStep.Between(inputs[0], ScaleMax, InputKind.Amount).Select(step => new RuleStep([step.At], RuleStep.Moved(Mean[0].Label, inputs[0], step.At), step.Way));

    private protected override Score Decide(ReadOnlySpan<Quantity?> inputs, Points max, ScoreRounding rounding)
    {
        var mean = inputs[0].GetValueOrDefault();
        return mean < ScaleMin || mean > ScaleMax
            ? Scoring.Score.Invalid
            : Scoring.Score.Of(
                Math.BigMul(mean.TenThousandths - ScaleMin.TenThousandths, max.TenThousandths),
                ScaleMax.TenThousandths - ScaleMin.TenThousandths, rounding, branch: 0);
    }

    private protected override Text Render(Score score, ReadOnlySpan<Quantity?> inputs, Points max, List<WorkingStep>? steps)
    {
        var (mean, low, high, points) =
            (Words.Number(inputs[0].GetValueOrDefault()), Words.Number(ScaleMin), Words.Number(ScaleMax), Words.Points(score.Points));
        return new(
            $"Điểm trung bình khảo sát {mean.Vi} trên thang từ {low.Vi} đến {high.Vi} → {points.Vi}",
            $"Survey mean {mean.En} on a scale from {low.En} to {high.En} → {points.En}");
    }
}
