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
    public static IReadOnlyList<FunnelLimits>? Of(IReadOnlyList<(int Forms, int Satisfied)> units)
    {
        if (units.Count < 2) return null;
        var funnel = new FunnelPlot([.. units.Select(unit => (double)unit.Forms)], [.. units.Select(unit => (double)unit.Satisfied)]);
        if (funnel.Target is not (> 0 and < 1)) return null;
        return [.. units.Select((_, i) =>
        {
            var (near, far) = (funnel.Limits(i, 0.025), funnel.Limits(i, 0.001));
            return new FunnelLimits(100 * near.Low, 100 * near.High, 100 * far.Low, 100 * far.High);
        })];
    }
}
