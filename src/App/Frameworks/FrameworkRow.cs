using Microsoft.EntityFrameworkCore;
using ParIndex.Core;
using ParIndex.Core.Frameworks;

namespace ParIndex.App.Frameworks;

/// <summary>A framework as used by a release.</summary>
[PrimaryKey(nameof(ReleaseId), nameof(Code))]
public sealed class FrameworkRow
{
    public required int ReleaseId { get; set; }
    public required string Code { get; set; }

    /// <summary>Part of its pages' address.</summary>
    public required string Slug { get; set; }
    public required Text Name { get; set; }
    public required string Version { get; set; }
    public required Points Total { get; set; }
    public required Text Basis { get; set; }
    public required bool Illustrative { get; set; }
    public required bool SharedTies { get; set; }
    public required int Places { get; set; }
    public required List<Band> Bands { get; set; }
}
