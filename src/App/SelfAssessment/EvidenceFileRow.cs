using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.SelfAssessment;

/// <summary>One revision of a document: a file known by its SHA-256, never changed.</summary>
[PrimaryKey(nameof(Cycle), nameof(Unit), nameof(Evidence), nameof(Revision))]
[Index(nameof(Sha256))]
public sealed class EvidenceFileRow
{
    public required int Cycle { get; set; }
    public required string Unit { get; set; }
    public required Guid Evidence { get; set; }
    public required int Revision { get; set; }
    public required string Sha256 { get; set; }
    public required long Length { get; set; }

    /// <summary>As the uploader called it, normalised; never a path on disk.</summary>
    public required string FileName { get; set; }
    public required string MediaType { get; set; }
    public required FileState State { get; set; }

    /// <summary>What was found of signatures in it; null: not looked at or none possible.</summary>
    public string? Signature { get; set; }
    public required Guid By { get; set; }
    public required DateTimeOffset At { get; set; }
}

/// <summary>Whether a file may be shown to others.</summary>
public enum FileState
{
    /// <summary>Chưa quét: only its uploader sees it.</summary>
    Quarantined,

    /// <summary>Đã quét, sạch.</summary>
    Clean,

    /// <summary>Có mã độc: nobody opens it.</summary>
    Infected,

    /// <summary>Không cấu hình trình quét: shown with that remark.</summary>
    NotScanned,

    /// <summary>Nộp muộn: not part of the submitted dossier.</summary>
    Late,
}
