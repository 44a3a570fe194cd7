using Microsoft.EntityFrameworkCore;
using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Scoring;

namespace ParIndex.App.Results;

/// <summary>A leaf of one unit with its working: what was entered, who gave which points at which stage, and the rule's sentence.</summary>
[PrimaryKey(nameof(ReleaseId), nameof(Unit), nameof(Code))]
[Index(nameof(ReleaseId), nameof(Code))]
public sealed class LeafResultRow
{
    public required int ReleaseId { get; set; }
    public required string Unit { get; set; }
    public required string Code { get; set; }
    public required int Order { get; set; }
    public required LeafState State { get; set; }
    public required Points Points { get; set; }
    public required Points Applicable { get; set; }

    /// <summary>The unit's own score, and the last score of appraisers or council; null: none was given.</summary>
    public Points? Self { get; set; }
    public Points? Appraised { get; set; }

    /// <summary>What the rule gives for the inputs; null: no score by rule.</summary>
    public Points? ByRule { get; set; }
    public required Text Working { get; set; }
    public required List<WorkingStep> Steps { get; set; }
    public required List<InputShown> Inputs { get; set; }
    public string? InputSource { get; set; }
    public required int Evidence { get; set; }
    public required List<ActShown> Acts { get; set; }
}

/// <summary>One input of a leaf's rule as entered; null: absent.</summary>
public sealed record InputShown(string Name, Text Label, decimal? Value, InputKind Kind);

/// <summary>One act on a leaf as published: the stage, the points, the reason.</summary>
public sealed record ActShown(Text Stage, decimal? Points, string? Reason, DateTimeOffset At);
