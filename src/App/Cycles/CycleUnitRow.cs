using Microsoft.EntityFrameworkCore;
using ParIndex.Core;

namespace ParIndex.App.Cycles;

/// <summary>A unit as it takes part in a cycle: name and group as they are that year.</summary>
[PrimaryKey(nameof(Cycle), nameof(Unit))]
public sealed class CycleUnitRow
{
    public required int Cycle { get; set; }
    public required string Unit { get; set; }
    public required string Group { get; set; }
    public required Text Name { get; set; }
    public required Text ShortName { get; set; }
    public required string Slug { get; set; }

    /// <summary>Place in units.csv.</summary>
    public required int Order { get; set; }
    public required bool SatisfactionMeasured { get; set; }
    public DateOnly? ValidFrom { get; set; }
    public required List<string> Predecessors { get; set; }
    public string? Source { get; set; }
}
