using Microsoft.EntityFrameworkCore;
using ParIndex.Core;

namespace ParIndex.App.Units;

/// <summary>A unit as it was named and grouped in a release.</summary>
[PrimaryKey(nameof(ReleaseId), nameof(Code))]
[Index(nameof(ReleaseId), nameof(Slug))]
public sealed class UnitRow
{
    public required int ReleaseId { get; set; }
    public required string Code { get; set; }
    public required Text Name { get; set; }
    public required Text ShortName { get; set; }
    public required string Slug { get; set; }
    public required string Group { get; set; }

    /// <summary>Names without diacritics, lower case, đ as d: what the finder looks in.</summary>
    public required string Folded { get; set; }

    /// <summary>Place in the Vietnamese alphabetical order of the release's units.</summary>
    public required int Alphabetical { get; set; }
    public DateOnly? ValidFrom { get; set; }
    public string? Source { get; set; }
}
