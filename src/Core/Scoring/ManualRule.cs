using System.Text.Json.Serialization;
using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Scoring;

/// <summary>Points typed by the appraiser within 0 and the maximum, with a reason; the rule itself proposes nothing.</summary>
public sealed record ManualRule : ScoringRule
{
    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<RuleInput> Inputs => [];

    /// <inheritdoc />
    public override Text InWords(Points max)
    {
        var all = Words.Points(max);
        return new($"người thẩm định cho điểm từ 0 đến {all.Vi}, ghi rõ lý do", $"the appraiser gives 0 to {all.En}, with a reason");
    }

    private protected override Score Decide(ReadOnlySpan<Quantity?> inputs, Points max, ScoreRounding rounding) => Scoring.Score.Missing;

    private protected override Text Render(Score score, ReadOnlySpan<Quantity?> inputs, Points max, List<WorkingStep>? steps)
    {
        var (points, all) = (Words.Points(score.Points), Words.Number(max.Value));
        return new($"Người thẩm định cho {points.Vi} trên {all.Vi}", $"The appraiser gave {points.En} of {all.En}");
    }
}
