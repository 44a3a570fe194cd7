namespace ParIndex.Statistics.Distributions;

/// <summary>Student's t, through the incomplete beta function; infinite degrees of freedom are the normal distribution.</summary>
public static class StudentT
{
    public static double Lower(double t, double df) => t > 0 ? 1 - Upper(t, df) : Upper(-t, df);

    public static double Upper(double t, double df)
    {
        if (!(df > 0)) return double.NaN;
        if (double.IsInfinity(df)) return Normal.Upper(t);
        if (t < 0) return 1 - Upper(-t, df);
        var s = t * t;
        return 0.5 * (s > 1e300 ? Math.Pow(t / Math.Sqrt(df), -df) : Beta.Lower(df / (df + s), s / (df + s), 0.5 * df, 0.5));
    }

    /// <summary>P(|T| ≥ |t|).</summary>
    public static double TwoSided(double t, double df) => 2 * Upper(Math.Abs(t), df);

    /// <summary>NaN when there are no degrees of freedom: never the normal quantile instead.</summary>
    public static double Quantile(double p, double df)
    {
        if (!(df > 0) || !(p >= 0 && p <= 1)) return double.NaN;
        if (double.IsInfinity(df)) return Normal.Quantile(p);
        if (p == 0.5) return 0;
        if (p < 0.5) return -FromUpper(p, df);
        return FromUpper(1 - p, df);
    }

    private static double FromUpper(double tail, double df)
    {
        if (tail == 0) return double.PositiveInfinity;
        var logScale = -LogGamma.Beta(0.5 * df, 0.5) - 0.5 * Math.Log(df);
        double Density(double t) => Math.Exp(logScale - 0.5 * (df + 1) * LogGamma.LogOnePlus(t * t / df));
        return Root.OfUpperTail(tail, t => Upper(t, df), Density, Math.Max(0.01, -Normal.Quantile(tail)), double.PositiveInfinity);
    }
}
