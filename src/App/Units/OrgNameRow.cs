using Microsoft.EntityFrameworkCore;
using ParIndex.Core;

namespace ParIndex.App.Units;

/// <summary>How a unit is called from a day on, with the document that says so.</summary>
[PrimaryKey(nameof(Unit), nameof(From))]
public sealed class OrgNameRow
{
    public required string Unit { get; set; }
    public required DateOnly From { get; set; }
    public required Text Name { get; set; }
    public required Text ShortName { get; set; }
    public string? Document { get; set; }
}
