using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.SelfAssessment;

/// <summary>An upload under way: resumable, gone when it expires.</summary>
[PrimaryKey(nameof(Cycle), nameof(Unit), nameof(Id))]
public sealed class UploadRow
{
    public required int Cycle { get; set; }
    public required string Unit { get; set; }
    public required Guid Id { get; set; }
    public Guid? Evidence { get; set; }
    public required string FileName { get; set; }
    public required long Length { get; set; }
    public required Guid By { get; set; }
    public required DateTimeOffset Begun { get; set; }
    public required DateTimeOffset Expires { get; set; }
}
