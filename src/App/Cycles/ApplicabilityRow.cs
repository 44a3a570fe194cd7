using Microsoft.EntityFrameworkCore;
using ParIndex.Core.Frameworks;

namespace ParIndex.App.Cycles;

/// <summary>A leaf that does not concern a unit: decided with a reason before the cycle opens.</summary>
[PrimaryKey(nameof(Cycle), nameof(Unit), nameof(Leaf))]
public sealed class ApplicabilityRow
{
    public required int Cycle { get; set; }
    public required string Unit { get; set; }
    public required string Leaf { get; set; }
    public required NotApplicablePolicy Policy { get; set; }
    public required string Reason { get; set; }
    public required Guid By { get; set; }
    public required DateTimeOffset At { get; set; }
}
