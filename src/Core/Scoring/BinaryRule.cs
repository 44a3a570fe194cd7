using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Scoring;

/// <summary>Yes earns the maximum, no earns 0. Source: Cà Mau 1880/QĐ-UBND of 2013, criteria 1.1.2, 1.1.3.</summary>
public sealed record BinaryRule : ScoringRule
{
    private static readonly RuleInput Met = new("met", new("Đạt yêu cầu", "Requirement met"), InputKind.YesNo);

    /// <inheritdoc />
    public override IReadOnlyList<RuleInput> Inputs => [Met];

    /// <inheritdoc />
    public override Score Score(ReadOnlySpan<Quantity?> inputs, Points max, ScoreRounding rounding) =>
        inputs[0] is not { } met ? Scoring.Score.Missing : met.TenThousandths != 0 ? new(max, Branch: 1) : new(Points.Zero, Branch: 0);

    /// <inheritdoc />
    public override Working Explain(Score score, ReadOnlySpan<Quantity?> inputs, Points max) => throw new NotSupportedException();

    /// <inheritdoc />
    public override Text InWords(Points max) => throw new NotSupportedException();
}
