using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Results;

/// <summary>One computation of a cycle, kept with its inputs' hash. Freezing marks one; later change is a new run with a reason.</summary>
[PrimaryKey(nameof(Cycle), nameof(Number))]
public sealed class RunRow
{
    public required int Cycle { get; set; }
    public required int Number { get; set; }
    public required DateTimeOffset At { get; set; }
    public required Guid By { get; set; }
    public required string Engine { get; set; }
    public required string InputsHash { get; set; }
    public required bool Final { get; set; }
    public required string Reason { get; set; }
    public DateTimeOffset? FrozenAt { get; set; }
    public Guid? FrozenBy { get; set; }

    /// <summary>The frozen folder, zipped: what compute reads, and what it wrote.</summary>
    public byte[]? Package { get; set; }

    [ConcurrencyCheck]
    public required int Version { get; set; }
}
