using Microsoft.EntityFrameworkCore;
using ParIndex.Core;

namespace ParIndex.App.Frameworks;

/// <summary>Where a line stands in the tree of a framework.</summary>
public enum CriterionLevel
{
    Area,
    Criterion,
    Leaf,
}

/// <summary>An area, criterion or leaf of a framework used by a release, with its rule in words. A criterion that is itself scored is a leaf.</summary>
[PrimaryKey(nameof(ReleaseId), nameof(Framework), nameof(Code))]
public sealed class CriterionRow
{
    public required int ReleaseId { get; set; }

    /// <summary>Code of the framework.</summary>
    public required string Framework { get; set; }
    public required string Code { get; set; }
    public required int Order { get; set; }
    public required CriterionLevel Level { get; set; }

    /// <summary>Code of the criterion or area above; null for an area.</summary>
    public string? Parent { get; set; }

    /// <summary>Code of its area.</summary>
    public required string Area { get; set; }
    public required Text Name { get; set; }
    public required Points Max { get; set; }

    /// <summary>The rule in words; null above the leaves.</summary>
    public Text? Rule { get; set; }
    public Text? Evidence { get; set; }
    public Text? Lead { get; set; }
    public Text? NotApplicable { get; set; }
    public Text? ScoredBy { get; set; }
    public Text? Basis { get; set; }
    public Text? Source { get; set; }
    public required bool Illustrative { get; set; }
}
