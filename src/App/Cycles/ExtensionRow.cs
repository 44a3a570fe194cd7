using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Cycles;

/// <summary>More time for one unit in one phase, with its reason: visible to all of the inside.</summary>
[Index(nameof(Cycle), nameof(Unit))]
public sealed class ExtensionRow
{
    public required Guid Id { get; set; }
    public required int Cycle { get; set; }
    public required string Unit { get; set; }
    public required Phase Phase { get; set; }
    public required DateTimeOffset Until { get; set; }
    public required string Reason { get; set; }
    public required Guid By { get; set; }
    public required DateTimeOffset At { get; set; }
}
