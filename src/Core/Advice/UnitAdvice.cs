using ParIndex.Core.Computation;
using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Advice;

/// <summary>Where a unit lost points, what each would take by its rule, and the cheapest set of changes that passes the unit ahead.</summary>
public sealed record UnitAdvice
{
    public required UnitResult Unit { get; init; }

    /// <summary>The unit or, where several share the place, the units next above.</summary>
    public required IReadOnlyList<UnitResult> Ahead { get; init; }

    /// <summary>Points that are missing to stand above them, at the places at which scores are compared; null: not even every point would do (bonuses of the other, or a capped index).</summary>
    public required Points? Needed { get; init; }

    /// <summary>Leaves that lost points, most first.</summary>
    public required IReadOnlyList<LostPoints> Lost { get; init; }

    /// <summary>By how many points of the index each area lies behind the unit ahead (behind the first of several); they add up to the gap without bonus and penalty.</summary>
    public required IReadOnlyList<AreaGap> Gaps { get; init; }

    /// <summary>The cheapest set; null: no set of changes that the rules know reaches it.</summary>
    public required AdvisedSet? Cheapest { get; init; }

    /// <summary>The most points that the rules know a way to.</summary>
    public required Points Reachable { get; init; }

    /// <summary>True when the costs were given, false: every criterion's whole way counts 1.</summary>
    public required bool CostsGiven { get; init; }
}

/// <summary>A leaf that lost points.</summary>
public sealed record LostPoints
{
    public required Leaf Leaf { get; init; }
    public required int Index { get; init; }
    public required Points Earned { get; init; }
    public required Points Lost { get; init; }

    /// <summary>The same in points of the index.</summary>
    public required decimal LostIndex { get; init; }

    /// <summary>Why it has its points: the sentence of the result.</summary>
    public required Text Why { get; init; }

    /// <summary>Changes that earn points by the rule, least effort first; empty: the rule knows none.</summary>
    public required IReadOnlyList<AdvisedChange> Changes { get; init; }

    /// <summary>Why there is no change by the rule, or what holds beside it; null: nothing to say.</summary>
    public Text? Note { get; init; }
}

/// <summary>One change of a leaf.</summary>
/// <param name="Leaf">Index of the leaf.</param>
/// <param name="Part">Changes of one leaf and part exclude each other.</param>
/// <param name="Words">What would have to happen.</param>
/// <param name="Gain">Points it earns by the rule.</param>
/// <param name="Effort">What it costs by the model.</param>
public sealed record AdvisedChange(int Leaf, string Part, Text Words, Points Gain, decimal Effort);

/// <summary>An area against the unit ahead, in points of the index.</summary>
public sealed record AreaGap(Area Area, decimal Own, decimal Other)
{
    /// <summary>Positive: behind.</summary>
    public decimal Behind => Other - Own;
}

/// <summary>A set of changes, and where the unit would stand while all others stand still.</summary>
public sealed record AdvisedSet(IReadOnlyList<AdvisedChange> Changes, Points Gain, decimal Effort, Percent Index, decimal Published, int Rank);
