using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Audit;

/// <summary>Where a stream of the journal ends; the row every writer locks.</summary>
[PrimaryKey(nameof(Stream))]
public sealed class JournalHeadRow
{
    public required string Stream { get; set; }
    public required long Size { get; set; }
    public required byte[] Hash { get; set; }
    public required DateTimeOffset At { get; set; }
}
