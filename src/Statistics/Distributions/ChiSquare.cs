namespace ParIndex.Statistics.Distributions;

/// <summary>Chi-square: twice a gamma variable of half the degrees of freedom.</summary>
public static class ChiSquare
{
    public static double Lower(double x, double df) => Gamma.Lower(0.5 * x, 0.5 * df);

    public static double Upper(double x, double df) => Gamma.Upper(0.5 * x, 0.5 * df);

    public static double Quantile(double p, double df) => 2 * Gamma.Quantile(p, 0.5 * df);
}
