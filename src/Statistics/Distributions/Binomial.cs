namespace ParIndex.Statistics.Distributions;

/// <summary>The binomial distribution, through the incomplete beta function.</summary>
public static class Binomial
{
    /// <summary>P(X ≤ k).</summary>
    public static double Lower(double k, double n, double p)
    {
        k = Math.Floor(k + 1e-7);
        if (k < 0) return 0;
        return k >= n ? 1 : Beta.Lower(1 - p, p, n - k, k + 1);
    }

    /// <summary>P(X ≥ k).</summary>
    public static double AtLeast(double k, double n, double p)
    {
        k = Math.Ceiling(k - 1e-7);
        if (k <= 0) return 1;
        return k > n ? 0 : Beta.Lower(p, 1 - p, k, n - k + 1);
    }

    /// <summary>P(X = k), by the saddle point of Loader (2000).</summary>
    public static double Probability(double k, double n, double p)
    {
        if (k < 0 || k > n) return 0;
        if (p is 0 or 1) return k == (p == 0 ? 0 : n) ? 1 : 0;
        if (k == 0) return Math.Exp(n * LogGamma.LogOnePlus(-p));
        if (k == n) return Math.Exp(n * Math.Log(p));
        var log = LogGamma.StirlingError(n) - LogGamma.StirlingError(k) - LogGamma.StirlingError(n - k)
            - LogGamma.Deviance(k, n * p) - LogGamma.Deviance(n - k, n * (1 - p));
        return Math.Exp(log) * Math.Sqrt(n / (2 * Math.PI * k * (n - k)));
    }

    /// <summary>The smallest k with P(X ≤ k) ≥ level, up to the last bits of the level.</summary>
    public static double Quantile(double level, double n, double p)
    {
        if (!(level >= 0 && level <= 1)) return double.NaN;
        var target = level * (1 - 64 * 2.220446049250313e-16);
        double low = -1, high = n;
        while (high - low > 1)
        {
            var middle = Math.Floor(0.5 * (low + high));
            if (Lower(middle, n, p) >= target) high = middle; else low = middle;
        }
        return high;
    }
}
