using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Cycles;

/// <summary>Kỳ đánh giá at work.</summary>
[Index(nameof(Code), IsUnique = true)]
public sealed class CycleRow
{
    public int Id { get; set; }
    public required string Code { get; set; }
    public required int Year { get; set; }
    public required CycleState State { get; set; }

    /// <summary>cycle.json: groups, blocks, stages, Decision, signer. Fixed once opened, but for the Decision's number and date.</summary>
    public required string Settings { get; set; }

    /// <summary>The plan's document (kế hoạch).</summary>
    public string? Plan { get; set; }

    /// <summary>The cycle folder of the year before or its release, for last year's answers; null: none.</summary>
    public int? Previous { get; set; }

    /// <summary>Counts changes, for the check of two editors.</summary>
    [ConcurrencyCheck]
    public required int Version { get; set; }
}

/// <summary>Where a cycle stands. Moves only forward; Reopened is a run of its own with a reason.</summary>
public enum CycleState
{
    /// <summary>Being prepared: groups, frameworks, applicability, assignments.</summary>
    Draft,

    /// <summary>Opened: settings and frameworks are fixed, phases run by the clock.</summary>
    Open,

    /// <summary>Results are frozen by the chair.</summary>
    Frozen,

    /// <summary>Published.</summary>
    Published,
}
