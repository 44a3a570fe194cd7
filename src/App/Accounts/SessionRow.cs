using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Accounts;

/// <summary>A session of an account: one browser, from sign-in to its end. The cookie names it, so that ending the row ends the session at its next request.</summary>
[Index(nameof(Account))]
public sealed class SessionRow
{
    public required Guid Id { get; set; }
    public required Guid Account { get; set; }
    public required DateTimeOffset At { get; set; }

    /// <summary>When it was last used, to within five minutes.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>How it was opened: pwd, mfa, passkey, oidc, demo.</summary>
    public required string Method { get; set; }

    /// <summary>Browser and system in a few words.</summary>
    public string? Device { get; set; }

    /// <summary>The address it was opened from.</summary>
    public string? Address { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
}
