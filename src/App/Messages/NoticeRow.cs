using Microsoft.EntityFrameworkCore;
using ParIndex.Core;

namespace ParIndex.App.Messages;

/// <summary>A message in a person's inbox.</summary>
[PrimaryKey(nameof(Account), nameof(Id))]
public sealed class NoticeRow
{
    public required Guid Account { get; set; }
    public required Guid Id { get; set; }
    public required string Kind { get; set; }
    public required Text Subject { get; set; }
    public required Text Words { get; set; }

    /// <summary>Address inside the site.</summary>
    public string? Link { get; set; }
    public required DateTimeOffset At { get; set; }
    public DateTimeOffset? ReadAt { get; set; }
}
