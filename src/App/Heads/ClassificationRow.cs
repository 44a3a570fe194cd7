using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Heads;

/// <summary>One classification of the heads of a cycle, computed from one frozen run; a later one takes its place.</summary>
[PrimaryKey(nameof(Cycle), nameof(Number))]
public sealed class ClassificationRow
{
    public required int Cycle { get; set; }
    public required int Number { get; set; }

    /// <summary>The frozen run it was computed from, and the hash of that run's inputs.</summary>
    public required int Run { get; set; }
    public required string InputsHash { get; set; }
    public required string Engine { get; set; }

    /// <summary>The rules as they lay in the frozen run, and the profile in force.</summary>
    public required byte[] Rules { get; set; }
    public required string Profile { get; set; }

    /// <summary>heads.csv it was computed from: posts and facts; with the rulings once approved.</summary>
    public required byte[] Heads { get; set; }

    /// <summary>SHA-256 of heads.csv without rulings: tells when a fact changed since.</summary>
    public required string FactsHash { get; set; }
    public required DateTimeOffset At { get; set; }
    public required Guid By { get; set; }

    /// <summary>Why it was computed again; empty for the first.</summary>
    public required string Reason { get; set; }

    /// <summary>From here on each head sees the own case, and may answer before <see cref="AnswersUntil"/>.</summary>
    public DateTimeOffset? NoticedAt { get; set; }
    public Guid? NoticedBy { get; set; }
    public DateTimeOffset? AnswersUntil { get; set; }
    public DateTimeOffset? ApprovedAt { get; set; }
    public Guid? ApprovedBy { get; set; }
    public string? ApprovalReason { get; set; }

    /// <summary>Of an approved one: SHA-256 of heads.csv with the rulings.</summary>
    public string? Sha256 { get; set; }

    [ConcurrencyCheck]
    public required int Version { get; set; }

    public ClassificationState State => ApprovedAt is not null ? ClassificationState.Approved : NoticedAt is not null ? ClassificationState.Noticed : ClassificationState.Proposed;
}

/// <summary>Where a classification stands. Moves only forward; a change is a new one with a reason.</summary>
public enum ClassificationState
{
    /// <summary>Computed; heads do not see it yet.</summary>
    Proposed,

    /// <summary>Each head has the own notice.</summary>
    Noticed,

    /// <summary>Approved by the chair; goes into the Decision.</summary>
    Approved,
}
