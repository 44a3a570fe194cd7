using System.Text.Json.Serialization;
using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Scoring;

/// <summary>max(floor, maximum − count × points each): for violations, returned drafts (illustrative, no single source).</summary>
public sealed record DeductionRule : ScoringRule
{
    private InputCache cache;

    /// <summary>What is counted against the unit.</summary>
    public required RuleInput Count { get; init { field = value; cache = default; } }

    /// <summary>Points taken off for one; positive.</summary>
    public required Points Each { get; init; }

    /// <summary>The least that remains.</summary>
    public Points Floor { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<RuleInput> Inputs => cache.Of(Count);

    /// <inheritdoc />
    public override Text InWords(Points max)
    {
        var (all, each, least) = (Words.Points(max), Words.Points(Each), Words.Points(Floor));
        return new(
            $"{all.Vi}, trừ {each.Vi} cho mỗi {Count.Label.Vi}; không dưới {least.Vi}",
            $"{all.En}, less {each.En} for each: {Count.Label.En}; not below {least.En}");
    }

    /// <inheritdoc />
    public override IEnumerable<Finding> Check(string where, Points max) =>
        [.. base.Check(where, max), .. RuleFindings.OfDeduction(where, [Each], Floor, max)];

    /// <inheritdoc />
    public override IEnumerable<RuleStep> Ahead(IReadOnlyList<Quantity> inputs) =>
        RuleStep.Between(inputs[0], Quantity.Of(0), Count.Kind).Select(step => new RuleStep([step.At], RuleStep.Moved(Count.Label, inputs[0], step.At), step.Way));

    private protected override Score Decide(ReadOnlySpan<Quantity?> inputs, Points max, ScoreRounding rounding)
    {
        var count = inputs[0].GetValueOrDefault();
        if (count.TenThousandths < 0 || (Count.Kind == InputKind.Count && !IsCount(count))) return Scoring.Score.Invalid;
        return After(Math.BigMul(count.TenThousandths, Each.TenThousandths), max, Floor, rounding);
    }

    /// <summary>Branch 0: nothing taken off, 1: something, 2: down to the floor.</summary>
    internal static Score After(Int128 taken, Points max, Points floor, ScoreRounding rounding)
    {
        if (taken == 0) return Scoring.Score.Of(max, rounding, branch: 0);
        var left = Math.BigMul(max.TenThousandths, (long)Points.Scale) - taken;
        return left <= Math.BigMul(floor.TenThousandths, (long)Points.Scale)
            ? Scoring.Score.Of(floor, rounding, branch: 2)
            : Scoring.Score.Of(left, Points.Scale, rounding, branch: 1);
    }

    private protected override Text Render(Score score, ReadOnlySpan<Quantity?> inputs, Points max, List<WorkingStep>? steps)
    {
        var (count, points) = (Words.Number(inputs[0].GetValueOrDefault()), Words.Points(score.Points));
        if (score.Branch == 0) return new($"0 {Count.Label.Vi} → {points.Vi}", $"0 {Count.Label.En} → {points.En}");
        var (all, each) = (Words.Number(max.Value), Words.Points(Each));
        var (floorVi, floorEn) = score.Branch == 2 ? (" (không trừ quá mức tối thiểu)", " (never below the minimum)") : ("", "");
        return new(
            $"{count.Vi} {Count.Label.Vi}: {all.Vi} − {count.Vi} × {each.Vi} → {points.Vi}{floorVi}",
            $"{count.En} {Count.Label.En}: {all.En} − {count.En} × {each.En} → {points.En}{floorEn}");
    }
}
