using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Appraisal;

/// <summary>What a unit has to mend: from leaves that lost points, or from a PAR inspection. Open until proof is accepted.</summary>
[PrimaryKey(nameof(Unit), nameof(Id))]
public sealed class FollowUpRow
{
    public required string Unit { get; set; }
    public required Guid Id { get; set; }

    /// <summary>The cycle it came from.</summary>
    public required int Cycle { get; set; }
    public string? Leaf { get; set; }
    public required FollowUpKind Kind { get; set; }
    public required string What { get; set; }
    public string? Document { get; set; }
    public string? Who { get; set; }
    public DateOnly? Due { get; set; }

    /// <summary>Evidence that closes it.</summary>
    public string? Proof { get; set; }
    public Guid? ClosedBy { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public required Guid By { get; set; }
    public required DateTimeOffset At { get; set; }
}

/// <summary>Where a follow-up comes from.</summary>
public enum FollowUpKind
{
    LostPoints,
    Inspection,
}
