using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Accounts;

/// <summary>An invitation to set up the own sign-in: used once, short-lived; only a hash of the link's secret is kept.</summary>
[Index(nameof(SecretHash), IsUnique = true)]
public sealed class InvitationRow
{
    public required Guid Id { get; set; }
    public required Guid Account { get; set; }
    public required string SecretHash { get; set; }
    public required Guid By { get; set; }
    public required DateTimeOffset At { get; set; }
    public required DateTimeOffset Expires { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
}
