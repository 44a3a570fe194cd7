namespace ParIndex.Core.Computation;

/// <summary>How many units stand above the satisfaction line now and before; null where the years cannot be compared.</summary>
internal sealed record SatisfactionCounts(int Above, int Below, int None, int? Crossing, int? AboveBefore, IReadOnlyList<UnitCode>? Both)
{
    public static SatisfactionCounts Of(IReadOnlyList<UnitDraft> units, Comparing comparing)
    {
        var above = units.Count(unit => unit.SatisfactionAbove == true);
        var below = units.Count(unit => unit.SatisfactionAbove == false);
        var none = units.Count - above - below;
        int? crossing = units.Any(unit => unit.SatisfactionCrosses is not null) ? units.Count(unit => unit.SatisfactionCrosses == true) : null;
        if (!comparing.SameMethod) return new(above, below, none, crossing, null, null);

        // A unit that existed, is measured now and has no figure of the year before leaves the count unknown.
        var unknown = units.Where(unit => unit.SatisfactionAbove is not null
            && comparing.Before(unit.Unit) is { AboveThreshold: null }).ToArray();
        return new(above, below, none, crossing,
            unknown.Length == 0 ? units.Count(unit => unit.SatisfactionAboveBefore == true) : null,
            unknown.Any(unit => unit.SatisfactionAbove == true)
                ? null
                : [.. units.Where(unit => unit is { SatisfactionAbove: true, SatisfactionAboveBefore: true }).Select(unit => unit.Unit.Code).Order()]);
    }
}
