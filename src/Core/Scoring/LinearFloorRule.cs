using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Scoring;

/// <summary>
/// clamp((x − floor) ÷ (target − floor), 0, 1) × maximum: nothing at the floor, the maximum at the target, evenly in between
/// (illustrative, no single source).
/// </summary>
public sealed record LinearFloorRule : RatioRule
{
    /// <summary>Per cent up to which nothing is earned.</summary>
    public required Quantity Floor { get; init; }

    /// <summary>Per cent at which the maximum is earned.</summary>
    public Quantity Target { get; init; } = Quantity.Of(100);

    /// <inheritdoc />
    public override Text InWords(Points max)
    {
        var (floor, target, all) = (Words.Percent(Floor.Value), Words.Percent(Target.Value), Words.Points(max));
        return new(
            $"từ {target.Vi} trở lên: {all.Vi}; trên {floor.Vi} đến dưới {target.Vi}: tăng đều từ 0 đến {all.Vi}; từ {floor.Vi} trở xuống: 0 điểm",
            $"{target.En} or more: {all.En}; above {floor.En} to below {target.En}: evenly from 0 to {all.En}; {floor.En} or less: 0 points");
    }

    /// <inheritdoc />
    public override IEnumerable<Finding> Check(string where, Points max) =>
        Floor >= Quantity.Of(0) && Floor < Target
            ? base.Check(where, max)
            : [.. base.Check(where, max), RuleFindings.Floor(where, Floor, Target)];

    private protected override IEnumerable<Quantity> Bounds => [Floor, Target];

    private protected override Score Of(long part, long whole, Points max, ScoreRounding rounding)
    {
        var above = Math.BigMul(part, (long)PerCent) - Math.BigMul(whole, Floor.TenThousandths);
        if (above <= 0) return new(Points.Zero, Branch: 0);
        var span = Math.BigMul(whole, Target.TenThousandths - Floor.TenThousandths);
        return above >= span
            ? Scoring.Score.Of(max, rounding, branch: 2)
            : Scoring.Score.Of(Rounding.Times(above, max.TenThousandths), span, rounding, branch: 1);
    }

    private protected override Quantity FullAt => Target;

    private protected override Text? Why(int branch)
    {
        var (floor, target) = (Words.Percent(Floor.Value), Words.Percent(Target.Value));
        return branch switch
        {
            0 => new($"không vượt mức sàn {floor.Vi}", $"not above the floor of {floor.En}"),
            1 => new($"tăng đều từ {floor.Vi} đến {target.Vi}", $"evenly from {floor.En} to {target.En}"),
            _ => new($"đạt mục tiêu {target.Vi}", $"target of {target.En} reached"),
        };
    }
}
