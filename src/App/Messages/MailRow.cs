using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Messages;

/// <summary>An e-mail to send: written with the change it tells of, sent by the background work, kept with its outcome.</summary>
[Index(nameof(SentAt), nameof(NextAttempt))]
public sealed class MailRow
{
    public required Guid Id { get; set; }
    public required string To { get; set; }
    public required string Subject { get; set; }
    public required string Body { get; set; }
    public required DateTimeOffset At { get; set; }
    public DateTimeOffset? SentAt { get; set; }
    public required int Attempts { get; set; }
    public required DateTimeOffset NextAttempt { get; set; }
    public string? Error { get; set; }
}
