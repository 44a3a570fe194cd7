using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Publication;

/// <summary>A file of a release, byte for byte as it was made: the Decision, the appendices, the open data.</summary>
[PrimaryKey(nameof(ReleaseId), nameof(Name))]
public sealed class DocumentRow
{
    public required int ReleaseId { get; set; }
    public required string Name { get; set; }
    public required string MediaType { get; set; }

    /// <summary>SHA-256 of the content, lower-case hex.</summary>
    public required string Sha256 { get; set; }
    public required long Length { get; set; }
    public required byte[] Content { get; set; }
}
