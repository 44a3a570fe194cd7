using Microsoft.EntityFrameworkCore;
using ParIndex.Core;

namespace ParIndex.App.Appraisal;

/// <summary>Lượt chấm: one act on one leaf of one unit, never overwritten; the last of the highest stage counts.</summary>
[PrimaryKey(nameof(Cycle), nameof(Unit), nameof(Leaf), nameof(Seq))]
public sealed class ActRow
{
    public required int Cycle { get; set; }
    public required string Unit { get; set; }
    public required string Leaf { get; set; }

    /// <summary>1, 2, 3 … within the leaf: two people at once cannot both take the same.</summary>
    public required int Seq { get; set; }

    /// <summary>Code of the cycle's stage.</summary>
    public required string Stage { get; set; }

    /// <summary>Null: an explanation.</summary>
    public Points? Points { get; set; }
    public string? Reason { get; set; }
    public required Guid By { get; set; }

    /// <summary>The post or department as published, never a citizen's name.</summary>
    public required string Actor { get; set; }
    public required DateTimeOffset At { get; set; }
}
