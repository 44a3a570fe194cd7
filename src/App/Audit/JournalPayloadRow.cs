using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Audit;

/// <summary>What a line commits to: the line holds SHA-256(salt ‖ payload). Deleting this row erases the content and leaves the chain whole.</summary>
[PrimaryKey(nameof(Stream), nameof(Seq))]
public sealed class JournalPayloadRow
{
    public required string Stream { get; set; }
    public required long Seq { get; set; }
    public required byte[] Salt { get; set; }
    public required byte[] Payload { get; set; }
}
