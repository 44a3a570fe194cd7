using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Council;

/// <summary>Phiên họp hội đồng.</summary>
[PrimaryKey(nameof(Cycle), nameof(Number))]
public sealed class MeetingRow
{
    public required int Cycle { get; set; }
    public required int Number { get; set; }
    public required string Title { get; set; }
    public required DateTimeOffset At { get; set; }
    public required MeetingState State { get; set; }

    /// <summary>Members who have a vote in this meeting.</summary>
    public required List<Guid> Members { get; set; }

    /// <summary>Members who came.</summary>
    public required List<Guid> Present { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }

    [ConcurrencyCheck]
    public required int Version { get; set; }
}

/// <summary>Where a meeting stands.</summary>
public enum MeetingState
{
    Called,
    Sitting,
    Closed,
}
