using ParIndex.Statistics.Quality;

namespace ParIndex.Core.Surveys;

/// <summary>A unit in the funnel (picture 9): its base, its share, and the limits that chance gives a unit of that base around the mean of all.</summary>
public sealed record FunnelPoint(string Unit, int Forms, decimal Share, decimal Low, decimal High)
{
    /// <summary>The 95 % limits.</summary>
    public decimal NearLow { get; init; }
    public decimal NearHigh { get; init; }

    /// <summary>Beyond what chance gives; only such a unit is named.</summary>
    public bool Outside => Share < Low || Share > High;
}

/// <summary>
/// Funnel of satisfaction: exact binomial limits (99.8 %) for as many forms as the unit has, around the share of all together
/// (Spiegelhalter 2005). The form is the unit of chance, so that limits err on the wide side.
/// </summary>
public static class SatisfactionFunnel
{
    private const double Tail = 0.001, NearTail = 0.025;

    /// <summary>Units with a figure, and the mean they are held against; fewer than two: nothing to compare.</summary>
    public static (IReadOnlyList<FunnelPoint> Points, decimal? Mean) Of(IEnumerable<(string Unit, int Forms, decimal? Share)> units)
    {
        var known = units.Where(unit => unit.Share is not null && unit.Forms > 0).ToArray();
        if (known.Length < 2) return ([], null);
        var plot = new FunnelPlot([.. known.Select(unit => (double)unit.Forms)], [.. known.Select(unit => (double)(unit.Share!.Value / 100 * unit.Forms))]);
        if (plot.Target is <= 0 or >= 1) return ([], null);
        return ([.. known.Select((unit, i) =>
        {
            var (limits, near) = (plot.Limits(i, Tail), plot.Limits(i, NearTail));
            return new FunnelPoint(unit.Unit, unit.Forms, unit.Share!.Value, Percent(limits.Low), Percent(limits.High)) { NearLow = Percent(near.Low), NearHigh = Percent(near.High) };
        })], Percent(plot.Target));
    }

    private static decimal Percent(double share) => Rounding.HalfAwayFromZero((decimal)Math.Clamp(share * 100, 0, 100), 2);
}
