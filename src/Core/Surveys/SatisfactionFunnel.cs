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
/// Funnel of satisfaction: the limits of <see cref="UnitFunnel"/> for as many forms as the unit has, around the share of all together. The form is the
/// unit of chance, so that limits err on the wide side.
/// </summary>
public static class SatisfactionFunnel
{
    /// <summary>Units with a figure, and the mean they are held against; fewer than two: nothing to compare.</summary>
    public static (IReadOnlyList<FunnelPoint> Points, decimal? Mean) Of(IEnumerable<(string Unit, int Forms, decimal? Share)> units)
    {
        var known = units.Where(unit => unit.Share is not null && unit.Forms > 0).ToArray();
        if (known.Length < 2) return ([], null);
        (int Forms, double Satisfied)[] counted = [.. known.Select(unit => (unit.Forms, (double)(unit.Share!.Value / 100 * unit.Forms)))];
        if (UnitFunnel.Of(counted) is not { } limits) return ([], null);
        return ([.. known.Zip(limits, (unit, limit) => new FunnelPoint(unit.Unit, unit.Forms, unit.Share!.Value, Percent(limit.LowFar), Percent(limit.HighFar))
        {
            NearLow = Percent(limit.Low),
            NearHigh = Percent(limit.High),
        })], Percent(100 * counted.Sum(unit => unit.Satisfied) / counted.Sum(unit => unit.Forms)));
    }

    private static decimal Percent(double perCent) => Rounding.HalfAwayFromZero((decimal)Math.Clamp(perCent, 0, 100), 2);
}
