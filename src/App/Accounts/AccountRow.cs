using Microsoft.AspNetCore.Identity;

namespace ParIndex.App.Accounts;

/// <summary>A person's account, never shared. Credentials are Identity's; what the person may do are <see cref="GrantRow"/>s.</summary>
public sealed class AccountRow : IdentityUser<Guid>
{
    public required string FullName { get; set; }

    /// <summary>Post, as documents name it.</summary>
    public string? Post { get; set; }

    /// <summary>Set when the account was closed: every session ends within a minute.</summary>
    public DateTimeOffset? DisabledAt { get; set; }
    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>True for the labelled accounts of the demonstration.</summary>
    public bool Demo { get; set; }
}
