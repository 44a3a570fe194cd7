using Microsoft.EntityFrameworkCore;
using ParIndex.Core;

namespace ParIndex.App.Results;

/// <summary>An area or a criterion of one unit.</summary>
[PrimaryKey(nameof(ReleaseId), nameof(Unit), nameof(Code))]
[Index(nameof(ReleaseId), nameof(Code))]
public sealed class PartResultRow
{
    public required int ReleaseId { get; set; }
    public required string Unit { get; set; }

    /// <summary>Code of the area or criterion.</summary>
    public required string Code { get; set; }
    public required bool IsArea { get; set; }
    public required int Order { get; set; }
    public required Points Achieved { get; set; }
    public required Points Applicable { get; set; }

    /// <summary>Null: nothing of it applies.</summary>
    public decimal? Published { get; set; }
    public int? Rank { get; set; }
    public int? TieCount { get; set; }
}
