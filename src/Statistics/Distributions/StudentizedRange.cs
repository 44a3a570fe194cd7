namespace ParIndex.Statistics.Distributions;

/// <summary>
/// The range of k independent normal means over an estimated standard error (Tukey). Both integrals by the trapezoid
/// rule, which converges faster than any power for such bell-shaped integrands (Copenhaver &amp; Holland 1988 use the same two).
/// </summary>
public static class StudentizedRange
{
    /// <summary>P(Q ≤ q) for <paramref name="means"/> means and <paramref name="df"/> degrees of freedom (may be infinite).</summary>
    public static double Lower(double q, double means, double df)
    {
        if (q <= 0) return 0;
        if (double.IsInfinity(df)) return OfRange(q, means);
        // ln s of a chi variable over √df: density ∝ exp(df (u - e^{2u} / 2)).
        var from = -45 / df - 0.2;
        var to = 0.5 * Math.Log(1 + 90 / df) + Math.Min(0.7, 3 / Math.Sqrt(df));
        var step = Math.Min(0.04, 0.2 / Math.Sqrt(df));
        if (df > 60) from = Math.Max(from, -9 / Math.Sqrt(2 * df));
        var n = (int)Math.Ceiling((to - from) / step);
        step = (to - from) / n;
        double mass = 0, sum = 0;
        for (var i = 0; i <= n; i++)
        {
            var u = from + i * step;
            var f = Math.Exp(df * (u + 0.5 - 0.5 * Math.Exp(2 * u)));
            mass += f;
            if (f > 1e-19) sum += f * OfRange(q * Math.Exp(u), means);
        }
        return Math.Min(1, sum / mass);
    }

    public static double Quantile(double p, double means, double df)
    {
        double high = 4;
        while (Lower(high, means, df) < p && high < 1e6) high *= 2;
        var low = 0.0;
        for (var i = 0; i < 60 && high - low > 1e-12 * high; i++)
        {
            var middle = 0.5 * (low + high);
            if (Lower(middle, means, df) < p) low = middle; else high = middle;
        }
        return 0.5 * (low + high);
    }

    // k ∫ φ(z) [Φ(z) - Φ(z - q)]^{k-1} dz: z is the largest of the k.
    private static double OfRange(double q, double k)
    {
        const double step = 0.08;
        if (q > 40) return 1;
        double sum = 0;
        for (var z = -9.0; z <= 9 + step / 2; z += step)
        {
            var inside = Normal.Lower(z) - Normal.Lower(z - q);
            sum += Normal.Density(z) * Math.Pow(inside, k - 1);
        }
        return Math.Min(1, k * sum * step);
    }
}
