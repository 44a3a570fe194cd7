using System.Text.Json.Serialization;
using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Scoring;

/// <summary>The points of the highest step that the count reaches (illustrative, no single source).</summary>
public sealed record CountStepsRule : ScoringRule
{
    private InputCache cache;

    /// <summary>What is counted.</summary>
    public required RuleInput Count { get; init { field = value; cache = default; } }

    /// <summary>Highest first.</summary>
    public required IReadOnlyList<CountStep> Steps { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<RuleInput> Inputs => cache.Of(Count);

    /// <inheritdoc />
    public override Text InWords(Points max) => Words.Join("; ", Steps.Select(step =>
    {
        var (reach, points) = (step.InWords, Words.Points(step.Points));
        return new Text($"{reach.Vi}: {points.Vi}", $"{reach.En}: {points.En}");
    }));

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<Points> Awards => [.. Steps.Select(step => step.Points)];

    /// <inheritdoc />
    public override IEnumerable<Finding> Check(string where, Points max) =>
        Steps.Count == 0
            ? [RuleFindings.Empty(where)]
            : [.. base.Check(where, max), .. RuleFindings.OfSteps(where, Steps)];

    /// <inheritdoc />
    public override IEnumerable<RuleStep> Ahead(IReadOnlyList<Quantity> inputs)
    {
        var (now, top) = (inputs[0], Steps[0].AtLeast);
        foreach (var step in Steps.Reverse())
            if (step.AtLeast > now)
                yield return new([step.AtLeast], RuleStep.Moved(Count.Label, now, step.AtLeast),
                    (decimal)(step.AtLeast.TenThousandths - now.TenThousandths) / (top.TenThousandths - now.TenThousandths));
    }

    private protected override Score Decide(ReadOnlySpan<Quantity?> inputs, Points max, ScoreRounding rounding)
    {
        var count = inputs[0].GetValueOrDefault();
        if (count.TenThousandths < 0 || (Count.Kind == InputKind.Count && !IsCount(count))) return Scoring.Score.Invalid;
        var steps = Steps;
        for (var i = 0; i < steps.Count; i++)
            if (count >= steps[i].AtLeast) return Scoring.Score.Of(steps[i].Points, rounding, i);
        return new(Points.Zero, Branch: steps.Count);
    }

    private protected override Text Render(Score score, ReadOnlySpan<Quantity?> inputs, Points max, List<WorkingStep>? steps)
    {
        var (count, points) = (Words.Number(inputs[0].GetValueOrDefault()), Words.Points(score.Points));
        var reach = score.Branch < Steps.Count ? Steps[score.Branch].InWords : new("chưa tới mức nào", "below every step");
        return new($"{count.Vi} {Count.Label.Vi} → {points.Vi} ({reach.Vi})", $"{count.En} {Count.Label.En} → {points.En} ({reach.En})");
    }
}

/// <summary>A step.</summary>
/// <param name="AtLeast">Least count that reaches it.</param>
/// <param name="Points">What it earns.</param>
public sealed record CountStep(Quantity AtLeast, Points Points)
{
    /// <summary>"từ 2 trở lên".</summary>
    [JsonIgnore]
    public Text InWords => AtLeast.TenThousandths == 0
        ? new("từ 0", "from 0")
        : new($"từ {Words.Number(AtLeast).Vi} trở lên", $"{Words.Number(AtLeast).En} or more");
}
