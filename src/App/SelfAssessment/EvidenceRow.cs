using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.SelfAssessment;

/// <summary>Tài liệu kiểm chứng: a document of a unit; its files are <see cref="EvidenceFileRow"/>s, its leaves <see cref="EvidenceUseRow"/>s.</summary>
[PrimaryKey(nameof(Cycle), nameof(Unit), nameof(Id))]
public sealed class EvidenceRow
{
    public required int Cycle { get; set; }
    public required string Unit { get; set; }
    public required Guid Id { get; set; }

    /// <summary>Number and sign of the document, such as 123/KH-UBND.</summary>
    public required string Number { get; set; }
    public DateOnly? Date { get; set; }
    public required string Title { get; set; }
    public string? Issuer { get; set; }
    public string? Signer { get; set; }

    /// <summary>The period it proves.</summary>
    public DateOnly? PeriodFrom { get; set; }
    public DateOnly? PeriodUntil { get; set; }
    public DateTimeOffset? WithdrawnAt { get; set; }
    public string? WithdrawnReason { get; set; }
    public required Guid By { get; set; }
    public required DateTimeOffset At { get; set; }
}
