using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Cycles;

/// <summary>A closed phase opened again for one unit (or all): proposed by one, in force once another confirmed it, with an end.</summary>
[Index(nameof(Cycle))]
public sealed class ReopeningRow
{
    public required Guid Id { get; set; }
    public required int Cycle { get; set; }
    public required Phase Phase { get; set; }

    /// <summary>Null: all units.</summary>
    public string? Unit { get; set; }
    public required string Reason { get; set; }
    public required DateTimeOffset Until { get; set; }
    public required Guid ProposedBy { get; set; }
    public required DateTimeOffset ProposedAt { get; set; }
    public Guid? ConfirmedBy { get; set; }
    public DateTimeOffset? ConfirmedAt { get; set; }
}
