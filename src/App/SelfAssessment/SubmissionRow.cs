using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.SelfAssessment;

/// <summary>A unit's self-assessment as its head submitted it, with the receipt. Submitting again makes the next number.</summary>
[PrimaryKey(nameof(Cycle), nameof(Unit), nameof(Number))]
[Index(nameof(Receipt), IsUnique = true)]
public sealed class SubmissionRow
{
    public required int Cycle { get; set; }
    public required string Unit { get; set; }
    public required int Number { get; set; }
    public required string Receipt { get; set; }
    public required Guid By { get; set; }
    public required DateTimeOffset At { get; set; }

    /// <summary>SHA-256 of <see cref="Content"/>.</summary>
    public required string Sha256 { get; set; }

    /// <summary>What was submitted, as canonical JSON: inputs, points, explanations, hashes of evidence.</summary>
    public required byte[] Content { get; set; }
    public DateTimeOffset? WithdrawnAt { get; set; }
    public string? WithdrawnReason { get; set; }

    /// <summary>SHA-256 of the signed report attached afterwards.</summary>
    public string? SignedFile { get; set; }
    public string? SignedState { get; set; }
}
