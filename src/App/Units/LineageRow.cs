using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Units;

/// <summary>One side of a change of units: every row of the same <see cref="Id"/> is one change.</summary>
[PrimaryKey(nameof(Id), nameof(Unit), nameof(After))]
[Index(nameof(Unit))]
public sealed class LineageRow
{
    public required Guid Id { get; set; }
    public required string Unit { get; set; }

    /// <summary>False: the unit was there before; true: it is there after.</summary>
    public required bool After { get; set; }
    public required LineageKind Kind { get; set; }
    public required DateOnly Date { get; set; }

    /// <summary>Number and date of the document that decided it.</summary>
    public required string Document { get; set; }
}

/// <summary>What happened to units.</summary>
public enum LineageKind
{
    Rename,
    Merge,
    Split,
    Dissolve,
    Move,
}
