using System.Text.Json.Serialization;
using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Scoring;

/// <summary>Yes earns the maximum, no earns 0. Source: Cà Mau 1880/QĐ-UBND of 2013, criteria 1.1.2, 1.1.3.</summary>
public sealed record BinaryRule : ScoringRule
{
    private static readonly IReadOnlyList<RuleInput> Met = [new("met", new("đạt yêu cầu", "requirement met"), InputKind.YesNo)];

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<RuleInput> Inputs => Met;

    /// <inheritdoc />
    public override Text InWords(Points max)
    {
        var all = Words.Points(max);
        return new($"đạt yêu cầu: {all.Vi}; không đạt: 0 điểm", $"requirement met: {all.En}; not met: 0 points");
    }

    /// <inheritdoc />
    public override IEnumerable<RuleStep> Ahead(IReadOnlyList<Quantity> inputs) =>
        inputs[0].TenThousandths == 0 ? [new([Quantity.Of(1)], new("đạt yêu cầu", "meet the requirement"), 1)] : [];

    private protected override Score Decide(ReadOnlySpan<Quantity?> inputs, Points max, ScoreRounding rounding) =>
        inputs[0].GetValueOrDefault().TenThousandths switch
        {
            0 => new(Points.Zero, Branch: 0),
            Points.Scale => Scoring.Score.Of(max, rounding, branch: 1),
            _ => Scoring.Score.Invalid,
        };

    private protected override Text Render(Score score, ReadOnlySpan<Quantity?> inputs, Points max, List<WorkingStep>? steps)
    {
        var points = Words.Points(score.Points);
        return score.Branch == 1
            ? new($"Đạt yêu cầu → {points.Vi}", $"Requirement met → {points.En}")
            : new($"Không đạt yêu cầu → {points.Vi}", $"Requirement not met → {points.En}");
    }
}
