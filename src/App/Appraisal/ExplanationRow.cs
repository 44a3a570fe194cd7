using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Appraisal;

/// <summary>Yêu cầu giải trình and its answer.</summary>
[PrimaryKey(nameof(Cycle), nameof(Unit), nameof(Leaf), nameof(Id))]
public sealed class ExplanationRow
{
    public required int Cycle { get; set; }
    public required string Unit { get; set; }
    public required string Leaf { get; set; }
    public required Guid Id { get; set; }
    public required string Question { get; set; }
    public required Guid AskedBy { get; set; }
    public required DateTimeOffset AskedAt { get; set; }
    public required DateTimeOffset Due { get; set; }
    public string? Answer { get; set; }
    public Guid? AnsweredBy { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
}
