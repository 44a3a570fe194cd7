using ParIndex.Core.Frameworks;
using ParIndex.Statistics;
using ParIndex.Statistics.Distributions;

namespace ParIndex.Core.Computation;

/// <summary>From points left open to the index left open.</summary>
internal static class IndexMargin
{
    private static readonly double Usual = Normal.Quantile(0.5 + (Confidence.Usual / 2));

    /// <summary>The margin of an index whose points lie between two; half its width over the normal quantile is its standard error.</summary>
    public static UnitMargin Between(Framework framework, UnitResult unit, Points applicable, Points low, Points high)
    {
        low = Points.Max(Points.Zero, low);
        if (high > applicable) high = applicable;
        var error = (high - low).TenThousandths * 100.0 / applicable.TenThousandths / (2 * Usual);
        return new(Published(low), Published(high), null, null, null) { Error = error };

        decimal Published(Points points) => UnitIndex.Of(framework, points, applicable, unit.Bonus, unit.Penalty)
            .Published(framework.Rounding.PublishedPlaces, framework.Rounding.Mode);
    }

    /// <summary>The margin of an index whose points have a standard error.</summary>
    public static UnitMargin Around(Framework framework, UnitResult unit, Points applicable, Points achieved, double error)
    {
        var half = new Points((long)Math.Round(Usual * error, MidpointRounding.AwayFromZero));
        return Between(framework, unit, applicable, achieved - half, achieved + half) with { Error = error * 100.0 / applicable.TenThousandths };
    }
}
