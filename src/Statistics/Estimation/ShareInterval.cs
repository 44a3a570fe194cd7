using ParIndex.Statistics.Distributions;

namespace ParIndex.Statistics.Estimation;

/// <summary>
/// Confidence intervals for a share of n answers (n may be an effective number) under simple sampling. Nobody and everybody give one-sided,
/// non-empty intervals. Reviews: Newcombe 1998, Stat. Med. 17; Brown, Cai &amp; DasGupta 2001, Stat. Sci. 16.
/// </summary>
public static class ShareInterval
{
    /// <summary>
    /// Wilson 1927, the default for small samples; on the effective n where a design effect is given (Kish 1965: n ÷ deff).
    /// Never empty, never outside [0, 1].
    /// </summary>
    /// <param name="share">The share, 0 to 1.</param>
    /// <param name="n">Answers, more than 0.</param>
    /// <param name="level">Confidence level.</param>
    /// <param name="designEffect">Variance of the design ÷ variance of a simple sample; 1: simple sample.</param>
    public static Interval Wilson(double share, double n, double level = Confidence.Usual, double designEffect = 1)
    {
        Check(share, n);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(designEffect);
        return Score(share, n / designEffect, Normal.Quantile(0.5 + level / 2));
    }

    /// <summary>Wilson's interval for a given critical value.</summary>
    internal static Interval Score(double share, double n, double critical)
    {
        var square = critical * critical / n;
        var middle = (share + square / 2) / (1 + square);
        var half = Math.Sqrt(share * (1 - share) * square + square * square / 4) / (1 + square);
        return new(share == 0 ? 0 : Math.Max(0, middle - half), share == 1 ? 1 : Math.Min(1, middle + half));
    }

    /// <summary>Wilson with continuity correction (Newcombe 1998, method 4).</summary>
    public static Interval WilsonContinuity(double share, double n, double level = Confidence.Usual)
    {
        Check(share, n);
        var z = Normal.Quantile(0.5 + level / 2);
        var s = z * z / (2 * n);
        var down = share - 0.5 / n;
        var up = share + 0.5 / n;
        var low = down <= 0 ? 0 : (down + s - z * Math.Sqrt(down * (1 - down) / n + s / (2 * n))) / (1 + 2 * s);
        var high = up >= 1 ? 1 : (up + s + z * Math.Sqrt(up * (1 - up) / n + s / (2 * n))) / (1 + 2 * s);
        return new(Math.Max(0, low), Math.Min(1, high));
    }

    /// <summary>Clopper &amp; Pearson 1934: never covers less than it says; for legal and audit use. n may be an effective number.</summary>
    public static Interval ClopperPearson(double share, double n, double level = Confidence.Usual)
    {
        Check(share, n);
        var a = (1 - level) / 2;
        var x = share * n;
        return new(x <= 0 ? 0 : Beta.Quantile(a, x, n - x + 1), x >= n ? 1 : Beta.Quantile(1 - a, x + 1, n - x));
    }

    /// <summary>Equal tails of the posterior under Jeffreys' prior, with 0 and 1 at the ends.</summary>
    public static Interval Jeffreys(double share, double n, double level = Confidence.Usual)
    {
        Check(share, n);
        var a = (1 - level) / 2;
        var x = share * n;
        return new(x <= 0 ? 0 : Beta.Quantile(a, x + 0.5, n - x + 0.5), x >= n ? 1 : Beta.Quantile(1 - a, x + 0.5, n - x + 0.5));
    }

    /// <summary>Agresti &amp; Coull 1998, cut to 0..1.</summary>
    public static Interval AgrestiCoull(double share, double n, double level = Confidence.Usual)
    {
        Check(share, n);
        var z = Normal.Quantile(0.5 + level / 2);
        var m = n + z * z;
        var p = (share * n + z * z / 2) / m;
        var half = z * Math.Sqrt(p * (1 - p) / m);
        return new(Math.Max(0, p - half), Math.Min(1, p + half));
    }

    /// <summary>The textbook interval; only for comparison: it has width 0 where nobody or everybody is satisfied.</summary>
    public static Interval Wald(double share, double n, double level = Confidence.Usual)
    {
        Check(share, n);
        var half = Normal.Quantile(0.5 + level / 2) * Math.Sqrt(share * (1 - share) / n);
        return new(share - half, share + half);
    }

    /// <summary>Symmetric on the log-odds; undefined where nobody or everybody is satisfied.</summary>
    public static Interval Logit(double share, double n, double level = Confidence.Usual)
    {
        Check(share, n);
        if (share is <= 0 or >= 1) return Interval.Because(Undefined.NoSpread);
        var half = Normal.Quantile(0.5 + level / 2) / Math.Sqrt(n * share * (1 - share));
        return new(Odds.Share(Odds.Log(share) - half), Odds.Share(Odds.Log(share) + half));
    }

    /// <summary>Inverts the binomial test that counts half of the observed point (Lancaster 1961).</summary>
    public static Interval MidP(double share, double n, double level = Confidence.Usual)
    {
        Check(share, n);
        var a = (1 - level) / 2;
        var x = Math.Round(share * n);
        var low = x <= 0 ? 0 : Root.Between(q => Binomial.AtLeast(x + 1, n, q) + 0.5 * Binomial.Probability(x, n, q) - a, 0, share);
        var high = x >= n ? 1 : Root.Between(q => Binomial.Lower(x - 1, n, q) + 0.5 * Binomial.Probability(x, n, q) - a, share, 1);
        return new(low, high);
    }

    /// <summary>Difference of two independent shares, first minus second: Newcombe 1998 squares and adds Wilson's limits.</summary>
    public static Interval Difference(double share1, double n1, double share2, double n2, double level = Confidence.Usual)
    {
        var (a, b) = (Wilson(share1, n1, level), Wilson(share2, n2, level));
        static double Length(double u, double v) => Math.Sqrt(u * u + v * v);
        return new(share1 - share2 - Length(share1 - a.Low, b.High - share2), share1 - share2 + Length(a.High - share1, share2 - b.Low));
    }

    private static void Check(double share, double n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
    }
}
