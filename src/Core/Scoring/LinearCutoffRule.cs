using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Scoring;

/// <summary>
/// From the target on the maximum; from the cut-off on x ÷ 100 × maximum; under the cut-off 0: the wording "từ 80 % – dưới 100 %:
/// tỷ lệ % × điểm tối đa ÷ 100 %; dưới 80 %: 0", common in provincial tables (illustrative, no single source).
/// </summary>
public sealed record LinearCutoffRule : RatioRule
{
    private static readonly Quantity Whole = Quantity.Of(100);

    /// <summary>Per cent under which nothing is earned; the cut-off itself earns its share.</summary>
    public required Quantity Cutoff { get; init; }

    /// <inheritdoc />
    public override Text InWords(Points max)
    {
        var (cutoff, all) = (Words.Percent(Cutoff.Value), Words.Points(max));
        return new(
            $"từ 100 % trở lên: {all.Vi}; từ {cutoff.Vi} đến dưới 100 %: tỷ lệ đạt × {all.Vi}; dưới {cutoff.Vi}: 0 điểm",
            $"100% or more: {all.En}; from {cutoff.En} to below 100%: share × {all.En}; below {cutoff.En}: 0 points");
    }

    /// <inheritdoc />
    public override IEnumerable<Finding> Check(string where, Points max) =>
        Cutoff > Quantity.Of(0) && Cutoff < Whole
            ? base.Check(where, max)
            : [.. base.Check(where, max), RuleFindings.Cutoff(where, Cutoff)];

    private protected override IEnumerable<Quantity> Bounds => [Cutoff, Whole];

    private protected override Score Of(long part, long whole, Points max, ScoreRounding rounding)
    {
        if (part >= whole) return Scoring.Score.Of(max, rounding, branch: 2);
        return Math.BigMul(part, (long)PerCent) < Math.BigMul(whole, Cutoff.TenThousandths)
            ? new(Points.Zero, Branch: 0)
            : Scoring.Score.Of(Math.BigMul(part, max.TenThousandths), whole, rounding, branch: 1);
    }

    private protected override Text? Why(int branch)
    {
        var cutoff = Words.Percent(Cutoff.Value);
        return branch switch
        {
            0 => new($"dưới ngưỡng {cutoff.Vi}", $"below the cut-off of {cutoff.En}"),
            1 => new("theo tỷ lệ đạt", "in proportion"),
            _ => new("đạt 100 %", "100% reached"),
        };
    }
}
