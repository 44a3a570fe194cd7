using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.SelfAssessment;

/// <summary>A document as evidence of a leaf: a link, not a copy.</summary>
[PrimaryKey(nameof(Cycle), nameof(Unit), nameof(Leaf), nameof(Evidence))]
public sealed class EvidenceUseRow
{
    public required int Cycle { get; set; }
    public required string Unit { get; set; }
    public required string Leaf { get; set; }
    public required Guid Evidence { get; set; }
    public required Guid By { get; set; }
    public required DateTimeOffset At { get; set; }
}
