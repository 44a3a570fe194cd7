using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Scoring;

/// <summary>
/// min(x ÷ target, 1) × maximum, where x = a ÷ b × 100. Form of the ratio indicators of Decision 766/QĐ-TTg of 23/6/2022.
/// </summary>
public sealed record LinearRule : RatioRule
{
    /// <summary>Per cent at which the maximum is earned.</summary>
    public Quantity Target { get; init; } = Quantity.Of(100);

    /// <inheritdoc />
    public override Text InWords(Points max)
    {
        var (target, all) = (Words.Percent(Target.Value), Words.Points(max));
        return new(
            $"từ {target.Vi} trở lên: {all.Vi}; dưới {target.Vi}: tỷ lệ đạt ÷ {target.Vi} × {all.Vi}",
            $"{target.En} or more: {all.En}; below {target.En}: share ÷ {target.En} × {all.En}");
    }

    /// <inheritdoc />
    public override IEnumerable<Finding> Check(string where, Points max) =>
        Target > Quantity.Of(0) ? base.Check(where, max) : [.. base.Check(where, max), RuleFindings.Target(where)];

    private protected override IEnumerable<Quantity> Bounds => [Target];

    private protected override Score Of(long part, long whole, Points max, ScoreRounding rounding)
    {
        var (reached, needed) = (Math.BigMul(part, (long)PerCent), Math.BigMul(whole, Target.TenThousandths));
        return reached >= needed
            ? Scoring.Score.Of(max, rounding, branch: 1)
            : Scoring.Score.Of(Rounding.Times(reached, max.TenThousandths), needed, rounding, branch: 0);
    }

    private protected override Quantity FullAt => Target;

    private protected override Text? Why(int branch)
    {
        var target = Words.Percent(Target.Value);
        return branch == 1
            ? new($"đạt mục tiêu {target.Vi}", $"target of {target.En} reached")
            : new($"theo tỷ lệ của mục tiêu {target.Vi}", $"in proportion to the target of {target.En}");
    }
}
