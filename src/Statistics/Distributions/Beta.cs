namespace ParIndex.Statistics.Distributions;

/// <summary>The beta distribution: continued fraction (Lentz) with Loader's prefactor, so that shapes of a million lose no digits.</summary>
public static class Beta
{
    public static double Lower(double x, double a, double b) => Lower(x, 1 - x, a, b);

    public static double Upper(double x, double a, double b) => Lower(1 - x, x, b, a);

    /// <summary>I_x(a, b) with y = 1 - x given beside x, so that neither end is rounded.</summary>
    public static double Lower(double x, double y, double a, double b)
    {
        if (double.IsNaN(x) || double.IsNaN(a) || double.IsNaN(b)) return double.NaN;
        if (x <= 0) return 0;
        if (y <= 0) return 1;
        return x < (a + 1) / (a + b + 2) ? Power(x, y, a, b) * Fraction(x, a, b) / a : 1 - Power(x, y, a, b) * Fraction(y, b, a) / b;
    }

    public static double Density(double x, double a, double b) => x is <= 0 or >= 1 ? 0 : Power(x, 1 - x, a, b) / (x * (1 - x));

    public static double Quantile(double p, double a, double b)
    {
        if (!(p >= 0 && p <= 1) || !(a > 0) || !(b > 0)) return double.NaN;
        if (p is 0 or 1) return p;
        return Root.OfTails(p, x => Lower(x, a, b), x => Upper(x, a, b), x => Density(x, a, b), a / (a + b), 1);
    }

    // x^a y^b / B(a, b) through the binomial term of Loader (2000).
    private static double Power(double x, double y, double a, double b)
    {
        var n = a + b;
        var log = LogGamma.StirlingError(n) - LogGamma.StirlingError(a) - LogGamma.StirlingError(b)
            - LogGamma.Deviance(a, n * x) - LogGamma.Deviance(b, n * y);
        return Math.Exp(log) * Math.Sqrt(a * b / (2 * Math.PI * n));
    }

    private static double Fraction(double x, double a, double b)
    {
        const double tiny = 1e-300;
        double c = 1, d = 1 - (a + b) * x / (a + 1);
        if (Math.Abs(d) < tiny) d = tiny;
        d = 1 / d;
        var h = d;
        for (var m = 1; m < 1_000_000; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            Step(even);
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            if (Math.Abs(Step(odd) - 1) < 1e-16) break;
        }
        return h;

        double Step(double t)
        {
            d = 1 + t * d;
            if (Math.Abs(d) < tiny) d = tiny;
            c = 1 + t / c;
            if (Math.Abs(c) < tiny) c = tiny;
            d = 1 / d;
            var change = d * c;
            h *= change;
            return change;
        }
    }
}
