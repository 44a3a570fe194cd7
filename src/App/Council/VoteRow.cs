using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Council;

/// <summary>One member's vote on one case; a later vote replaces it while voting is open, with both in the journal.</summary>
[PrimaryKey(nameof(Cycle), nameof(Meeting), nameof(Unit), nameof(Leaf), nameof(Member))]
public sealed class VoteRow
{
    public required int Cycle { get; set; }
    public required int Meeting { get; set; }
    public required string Unit { get; set; }
    public required string Leaf { get; set; }
    public required Guid Member { get; set; }
    public required VoteChoice Choice { get; set; }
    public required DateTimeOffset At { get; set; }
}

/// <summary>For the proposed points, against, or none.</summary>
public enum VoteChoice
{
    For,
    Against,
    Abstain,
}
