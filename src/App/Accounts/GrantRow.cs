using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Accounts;

/// <summary>A right of one person: proposed by one administrator, in force once another confirmed it, never deleted.</summary>
[Index(nameof(Account))]
public sealed class GrantRow
{
    public required Guid Id { get; set; }
    public required Guid Account { get; set; }
    public required Role Role { get; set; }

    /// <summary>Only in this cycle; null: in all.</summary>
    public int? Cycle { get; set; }

    /// <summary>The unit it is for (officers and heads of units).</summary>
    public string? Unit { get; set; }

    /// <summary>The lead department it is for (appraisers and leads).</summary>
    public string? Department { get; set; }
    public required Guid ProposedBy { get; set; }
    public required DateTimeOffset ProposedAt { get; set; }
    public required string Reason { get; set; }
    public Guid? ConfirmedBy { get; set; }
    public DateTimeOffset? ConfirmedAt { get; set; }
    public Guid? EndedBy { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
}
