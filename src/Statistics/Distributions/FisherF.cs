namespace ParIndex.Statistics.Distributions;

/// <summary>Fisher's F, through the incomplete beta function.</summary>
public static class FisherF
{
    public static double Lower(double x, double df1, double df2)
    {
        if (x <= 0) return 0;
        if (double.IsInfinity(df2)) return ChiSquare.Lower(x * df1, df1);
        var (u, v) = Split(x, df1, df2);
        return Beta.Lower(v, u, 0.5 * df1, 0.5 * df2);
    }

    public static double Upper(double x, double df1, double df2)
    {
        if (!(df1 > 0) || !(df2 > 0)) return double.NaN;
        if (x <= 0) return 1;
        if (double.IsInfinity(df2)) return ChiSquare.Upper(x * df1, df1);
        var (u, v) = Split(x, df1, df2);
        return Beta.Lower(u, v, 0.5 * df2, 0.5 * df1);
    }

    public static double Quantile(double p, double df1, double df2)
    {
        if (!(df1 > 0) || !(df2 > 0)) return double.NaN;
        if (double.IsInfinity(df2)) return ChiSquare.Quantile(p, df1) / df1;
        double Density(double x)
        {
            var (u, v) = Split(x, df1, df2);
            return Math.Exp(0.5 * df1 * Math.Log(v) + 0.5 * df2 * Math.Log(u) - LogGamma.Beta(0.5 * df1, 0.5 * df2)) / x;
        }
        return Root.OfTails(p, x => Lower(x, df1, df2), x => Upper(x, df1, df2), Density, 1, double.PositiveInfinity);
    }

    private static (double U, double V) Split(double x, double df1, double df2)
    {
        var sum = df2 + df1 * x;
        return (df2 / sum, df1 * x / sum);
    }
}
