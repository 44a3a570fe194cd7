using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Accounts;

/// <summary>One line of the security log: refusals and sign-in events worth an inspector's look. Carries no secret and no score.</summary>
[Index(nameof(At))]
public sealed class SecurityEventRow
{
    public required Guid Id { get; set; }
    public required DateTimeOffset At { get; set; }
    public Guid? Account { get; set; }
    public required string Kind { get; set; }
    public required string Detail { get; set; }
}
