using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Units;

/// <summary>A unit of the place, by its own identifier that is never reused; its names by date are <see cref="OrgNameRow"/>s.</summary>
[PrimaryKey(nameof(Code))]
public sealed class OrgUnitRow
{
    public required string Code { get; set; }

    /// <summary>department, urban_district, rural_district, ward, commune, special_zone, other.</summary>
    public required string Kind { get; set; }
    public DateOnly? ValidFrom { get; set; }

    /// <summary>First day it no longer exists; null: exists.</summary>
    [ConcurrencyCheck]
    public DateOnly? ValidUntil { get; set; }

    /// <summary>Code in the State's list at present: reused after mergers, so never a key.</summary>
    public string? OfficialCode { get; set; }

    /// <summary>Where mail to the unit goes.</summary>
    public string? Contact { get; set; }
}
