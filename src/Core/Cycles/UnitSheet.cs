using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Cycles;

/// <summary>Phiếu chấm điểm: everything that was entered for one unit, leaf by leaf in the framework's order.</summary>
public sealed class UnitSheet
{
    public required Unit Unit { get; init; }
    public required Framework Framework { get; init; }

    /// <summary>One entry for each of <see cref="Framework.Leaves"/>.</summary>
    public required LeafSheet[] Leaves { get; init; }
    public IReadOnlyList<AdjustmentClaim> Adjustments { get; init; } = [];
}

/// <summary>What was entered for one leaf of one unit.</summary>
public sealed class LeafSheet
{
    /// <summary>Decided before opening, with a reason; null: the leaf applies.</summary>
    public ApplicabilityDecision? Applicability { get; set; }

    /// <summary>One entry for each input of the leaf's rule; null where absent. Empty array: none was entered.</summary>
    public Quantity?[] Inputs { get; set; } = [];

    /// <summary>Source and date of the first input, for display.</summary>
    public string? InputSource { get; set; }

    /// <summary>Acts in the order of their time, then of the file.</summary>
    public Act[] Acts { get; set; } = [];

    /// <summary>Pieces of evidence attached.</summary>
    public int EvidenceCount { get; set; }
}

/// <summary>Lượt chấm: one act of one person on one leaf; never overwritten. An explanation is an act without points.</summary>
/// <param name="Stage">Index into <see cref="Cycle.Stages"/>.</param>
/// <param name="Points">Points given, or null for an explanation.</param>
/// <param name="Reason">Why, in the actor's words.</param>
/// <param name="Actor">Post or account, never a citizen's name.</param>
/// <param name="At">When, with its offset.</param>
public readonly record struct Act(int Stage, Points? Points, string? Reason, string? Actor, DateTimeOffset At);

/// <summary>A leaf that does not concern a unit, or where nothing arose: decided with a reason before self-assessment opens.</summary>
public sealed record ApplicabilityDecision(NotApplicablePolicy Policy, string Reason);

/// <summary>A bonus or penalty with its document. <paramref name="Cases"/>: how many items, working days or cases.</summary>
public sealed record AdjustmentClaim(CriterionCode Code, Quantity Cases, string Document);

/// <summary>What is known of a unit in a year of which only totals are known. Null where not published.</summary>
public sealed record UnitTotals(UnitCode Unit, decimal? Index, decimal? Satisfaction);
