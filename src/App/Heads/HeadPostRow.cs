using Microsoft.EntityFrameworkCore;
using ParIndex.Core;

namespace ParIndex.App.Heads;

/// <summary>Who heads a unit, by period: one person in one post between two dates. Posts stand without names.</summary>
[PrimaryKey(nameof(Code))]
[Index(nameof(Unit))]
public sealed class HeadPostRow
{
    /// <summary>Opaque id of the record, the <c>head</c> of heads.csv.</summary>
    public required string Code { get; set; }
    public required string Unit { get; set; }
    public required Text Post { get; set; }

    /// <summary>Who sees and answers the classification; null: whoever heads the unit now.</summary>
    public Guid? Account { get; set; }

    /// <summary>First day in post; null: not known.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day in post; null: still in post.</summary>
    public DateOnly? To { get; set; }

    /// <summary>The appointment.</summary>
    public string? Document { get; set; }

    /// <summary>True when the post was held on a day of the year.</summary>
    public bool HeldIn(int year) => !(From > new DateOnly(year, 12, 31)) && !(To < new DateOnly(year, 1, 1));
}
