using MathNet.Numerics.Distributions;

namespace ParIndex.Statistics.Estimation;

/// <summary>Intervals of one share, x of n.</summary>
public static class ShareInterval
{
    /// <summary>
    /// Wilson 1927, on the effective n where a design effect is given (Kish 1965: n ÷ deff). Never empty, never outside [0, 1].
    /// </summary>
    /// <param name="share">The share, 0 to 1.</param>
    /// <param name="n">Answers, more than 0.</param>
    /// <param name="level">Confidence level.</param>
    /// <param name="designEffect">Variance of the design ÷ variance of a simple sample; 1: simple sample.</param>
    public static Interval Wilson(double share, double n, double level = Confidence.Usual, double designEffect = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(designEffect);
        var effective = n / designEffect;
        var z = Normal.InvCDF(0, 1, (1 + level) / 2);
        var square = z * z / effective;
        var middle = (share + (square / 2)) / (1 + square);
        var half = Math.Sqrt((share * (1 - share) * square) + (square * square / 4)) / (1 + square);
        return new Interval(share == 0 ? 0 : Math.Max(0, middle - half), share == 1 ? 1 : Math.Min(1, middle + half));
    }

    /// <summary>
    /// Clopper and Pearson 1934 through the beta distribution, for a share of an n that need not be whole
    /// (Korn and Graubard 1998). At 0 and 1 one end is the share itself, the other is not.
    /// </summary>
    public static Interval ClopperPearson(double share, double n, double level = Confidence.Usual)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        var tail = (1 - level) / 2;
        var x = share * n;
        var low = share == 0 ? 0 : share == 1 ? Math.Pow(tail, 1 / n) : Beta.InvCDF(x, n - x + 1, tail);
        var high = share == 1 ? 1 : share == 0 ? 1 - Math.Pow(tail, 1 / n) : Beta.InvCDF(x + 1, n - x, 1 - tail);
        return new Interval(low, high);
    }
}
