using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Cycles;

/// <summary>A phase of a cycle in server time, half-open: [opens, closes).</summary>
[PrimaryKey(nameof(Cycle), nameof(Phase))]
public sealed class PhaseRow
{
    public required int Cycle { get; set; }
    public required Phase Phase { get; set; }

    /// <summary>Code of the cycle's stage that acts of this phase belong to; null: none.</summary>
    public string? Stage { get; set; }
    public required DateTimeOffset Opens { get; set; }
    public required DateTimeOffset Closes { get; set; }
}

/// <summary>The phases of a year's process, in order.</summary>
public enum Phase
{
    SelfAssessment,
    FirstAppraisal,
    Explanation,
    SecondAppraisal,
    Council,
}
