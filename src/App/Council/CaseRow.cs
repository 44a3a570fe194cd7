using Microsoft.EntityFrameworkCore;
using ParIndex.Core;

namespace ParIndex.App.Council;

/// <summary>A contested leaf on a meeting's agenda.</summary>
[PrimaryKey(nameof(Cycle), nameof(Meeting), nameof(Unit), nameof(Leaf))]
public sealed class CaseRow
{
    public required int Cycle { get; set; }
    public required int Meeting { get; set; }
    public required string Unit { get; set; }
    public required string Leaf { get; set; }
    public required int Order { get; set; }

    /// <summary>The complaint it comes from; null: put on by the secretariat.</summary>
    public Guid? Complaint { get; set; }

    /// <summary>The points voted on.</summary>
    public required Points Proposed { get; set; }
    public required string Words { get; set; }

    /// <summary>Voting is open from here until <see cref="ClosedAt"/>.</summary>
    public DateTimeOffset? OpenedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>True: more than half of all members with a vote agreed.</summary>
    public bool? Carried { get; set; }

    /// <summary>Points in force after the meeting, and why.</summary>
    public Points? Ruled { get; set; }
    public string? RulingReason { get; set; }
}
