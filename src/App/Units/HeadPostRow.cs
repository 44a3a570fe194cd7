using Microsoft.EntityFrameworkCore;
using ParIndex.Core;

namespace ParIndex.App.Units;

/// <summary>Who heads a unit, by period. In demonstrations posts stand without names.</summary>
[PrimaryKey(nameof(Unit), nameof(Code))]
public sealed class HeadPostRow
{
    public required string Unit { get; set; }

    /// <summary>Own code of the person in this post.</summary>
    public required string Code { get; set; }
    public required Text Post { get; set; }
    public Guid? Account { get; set; }
    public required DateOnly From { get; set; }
    public DateOnly? Until { get; set; }
}
