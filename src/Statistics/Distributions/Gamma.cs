namespace ParIndex.Statistics.Distributions;

/// <summary>The gamma distribution with scale 1: series below shape + 1, continued fraction (Lentz) above.</summary>
public static class Gamma
{
    public static double Lower(double x, double shape) => x <= 0 ? 0 : x < shape + 1 ? Series(x, shape) : 1 - Fraction(x, shape);

    public static double Upper(double x, double shape) => x <= 0 ? 1 : x < shape + 1 ? 1 - Series(x, shape) : Fraction(x, shape);

    public static double Density(double x, double shape) => x <= 0 ? 0 : shape * Poisson(x, shape) / x;

    public static double Quantile(double p, double shape) =>
        Root.OfTails(p, x => Lower(x, shape), x => Upper(x, shape), x => Density(x, shape), Math.Max(shape, 1e-3), double.PositiveInfinity);

    // m^k e^-m / Γ(k+1) for real k (Loader 2000).
    private static double Poisson(double mean, double k) =>
        Math.Exp(-LogGamma.StirlingError(k) - LogGamma.Deviance(k, mean)) / Math.Sqrt(2 * Math.PI * k);

    private static double Series(double x, double a)
    {
        double term = 1, sum = 1;
        for (var k = 1; k < 1_000_000 && term > sum * 1e-17; k++) sum += term *= x / (a + k);
        return Poisson(x, a) * sum;
    }

    private static double Fraction(double x, double a)
    {
        const double tiny = 1e-300;
        var b = x + 1 - a;
        var c = 1 / tiny;
        var d = 1 / b;
        var h = d;
        for (var i = 1; i < 1_000_000; i++)
        {
            var an = -i * (i - a);
            b += 2;
            d = an * d + b;
            if (Math.Abs(d) < tiny) d = tiny;
            c = b + an / c;
            if (Math.Abs(c) < tiny) c = tiny;
            d = 1 / d;
            var change = d * c;
            h *= change;
            if (Math.Abs(change - 1) < 1e-16) break;
        }
        return a * Poisson(x, a) * h;
    }
}
