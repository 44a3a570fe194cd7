using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Scoring;

/// <summary>Points typed by the appraiser within 0 and the maximum, with a reason; the rule itself proposes nothing.</summary>
public sealed record ManualRule : ScoringRule
{
    /// <inheritdoc />
    public override IReadOnlyList<RuleInput> Inputs => [];

    /// <inheritdoc />
    public override Score Score(ReadOnlySpan<Quantity?> inputs, Points max, ScoreRounding rounding) => Scoring.Score.Missing;

    /// <inheritdoc />
    public override Working Explain(Score score, ReadOnlySpan<Quantity?> inputs, Points max) => throw new NotSupportedException();

    /// <inheritdoc />
    public override Text InWords(Points max) => throw new NotSupportedException();
}
