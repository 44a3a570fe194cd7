using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Publication;

/// <summary>Who may read the results of a cycle before everybody, named with a reason; the right ends by itself when they are out.</summary>
[Index(nameof(Cycle), nameof(Account))]
public sealed class EarlyReaderRow
{
    public required Guid Id { get; set; }
    public required int Cycle { get; set; }
    public required Guid Account { get; set; }
    public required string Reason { get; set; }
    public required Guid GivenBy { get; set; }
    public required DateTimeOffset GivenAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>One look at results before they are out: a page or a file. None happens without this row.</summary>
[Index(nameof(ReleaseId), nameof(At))]
public sealed class EarlyViewRow
{
    public required Guid Id { get; set; }
    public required int ReleaseId { get; set; }
    public required Guid Account { get; set; }
    public required DateTimeOffset At { get; set; }

    /// <summary>The page, or the file's name.</summary>
    public required string What { get; set; }
}
