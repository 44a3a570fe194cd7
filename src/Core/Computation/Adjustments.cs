using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Computation;

/// <summary>
/// Bonus and penalty: each kind within its own cap, then all together within the framework's, added to the index outside its total.
/// </summary>
internal static class Adjustments
{
    public static (Points Bonus, Points Penalty) Of(UnitCode unit, AdjustmentRules rules, IReadOnlyList<AdjustmentClaim> claims, List<Finding> findings)
    {
        if (claims.Count == 0) return default;
        foreach (var claim in claims)
        {
            if (rules.Items.All(item => item.Code != claim.Code)) findings.Add(UnitFindings.UnknownAdjustment(unit, claim.Code));
            else if (claim.Cases.TenThousandths < 0) findings.Add(UnitFindings.NegativeAdjustment(unit, claim));
        }

        return (Sum(AdjustmentKind.Bonus, rules.BonusCap), Sum(AdjustmentKind.Penalty, rules.PenaltyCap));

        Points Sum(AdjustmentKind kind, Points? cap)
        {
            var sum = Points.Zero;
            foreach (var item in rules.Items.Where(item => item.Kind == kind)) sum += Item(item, claims);
            return cap is { } most ? Points.Min(sum, most) : sum;
        }
    }

    /// <summary>Points of one kind, within its cap.</summary>
    public static Points Item(AdjustmentRule item, IReadOnlyList<AdjustmentClaim> claims)
    {
        Int128 cases = 0;
        foreach (var claim in claims)
            if (claim.Code == item.Code && claim.Cases.TenThousandths > 0) cases += claim.Cases.TenThousandths;
        var raw = cases * item.Each.TenThousandths / 10_000 >= item.Max.TenThousandths
            ? item.Max.TenThousandths
            : Rounding.Divide(cases * item.Each.TenThousandths, 10_000, RoundingMode.HalfAwayFromZero);
        return Points.Min(new Points(raw), item.Max);
    }
}
