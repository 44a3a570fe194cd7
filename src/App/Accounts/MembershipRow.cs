using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Accounts;

/// <summary>The unit a person works in, by date: who was in a unit during a cycle never scores it.</summary>
[PrimaryKey(nameof(Account), nameof(From))]
[Index(nameof(Unit))]
public sealed class MembershipRow
{
    public required Guid Account { get; set; }
    public required string Unit { get; set; }
    public required DateOnly From { get; set; }

    /// <summary>First day no longer there; null: still.</summary>
    public DateOnly? Until { get; set; }
}
