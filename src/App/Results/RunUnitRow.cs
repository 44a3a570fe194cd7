using Microsoft.EntityFrameworkCore;
using ParIndex.Core;

namespace ParIndex.App.Results;

/// <summary>A unit's figures in one run, to see who moved and why.</summary>
[PrimaryKey(nameof(Cycle), nameof(Run), nameof(Unit))]
public sealed class RunUnitRow
{
    public required int Cycle { get; set; }
    public required int Run { get; set; }
    public required string Unit { get; set; }
    public required string Group { get; set; }
    public int? Rank { get; set; }
    public decimal? Index { get; set; }
    public Points? Points { get; set; }
    public required string State { get; set; }

    /// <summary>Points of every leaf, in the framework's order, as whole ten-thousandths; null: none.</summary>
    public required List<long?> Leaves { get; set; }
}
