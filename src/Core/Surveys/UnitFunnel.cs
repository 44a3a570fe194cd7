using ParIndex.Statistics.Quality;

namespace ParIndex.Core.Surveys;

/// <summary>Limits around the mean of all within which a unit of this size may lie by sampling alone, in per cent.</summary>
public readonly record struct FunnelLimits(double Low, double High, double LowFar, double HighFar)
{
    /// <summary>Outside even the wide limits (99.8 %).</summary>
    public bool Exclude(double share) => share < LowFar || share > HighFar;
}

/// <summary>Picture 9: units by base and share of satisfied forms, with exact binomial limits (Spiegelhalter 2005).</summary>
public static class UnitFunnel
{
    /// <summary>The limits of each unit, 95 % and 99.8 %; null: fewer than two units, or everybody alike.</summary>
    public static IReadOnlyList<FunnelLimits>? Of(IReadOnlyList<(int Forms, double Satisfied)> units)
    {
        if (units.Count < 2) return null;
        var funnel = new FunnelPlot([.. units.Select(unit => (double)unit.Forms)], [.. units.Select(unit => unit.Satisfied)]);
        if (funnel.Target is not (> 0 and < 1)) return null;
        return [.. units.Select((_, i) =>
        {
            var (near, far) = (funnel.Limits(i, 0.025), funnel.Limits(i, 0.001));
            // Where everybody may be satisfied (or nobody) by chance alone, no limit lies short of it.
            double Up(double limit, double tail) => Math.Pow(funnel.Target, units[i].Forms) >= tail ? 100 : 100 * limit;
            double Down(double limit, double tail) => Math.Pow(1 - funnel.Target, units[i].Forms) >= tail ? 0 : 100 * limit;
            return new FunnelLimits(Down(near.Low, 0.025), Up(near.High, 0.025), Down(far.Low, 0.001), Up(far.High, 0.001));
        })];
    }
}
