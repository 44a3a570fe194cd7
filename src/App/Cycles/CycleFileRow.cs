using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Cycles;

/// <summary>A file of the cycle folder that is approved elsewhere and taken in whole: survey, answers, satisfaction, heads, their rules.</summary>
[PrimaryKey(nameof(Cycle), nameof(Name))]
public sealed class CycleFileRow
{
    /// <summary>Posts of the heads with what the rules ask, and the rules of their classification.</summary>
    public const string Heads = "heads.csv", HeadRules = "heads-rules.json";

    public required int Cycle { get; set; }
    public required string Name { get; set; }
    public required byte[] Content { get; set; }
    public required string Sha256 { get; set; }
    public required Guid By { get; set; }
    public required DateTimeOffset At { get; set; }
}
