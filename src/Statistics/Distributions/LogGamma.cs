using MathNet.Numerics;

namespace ParIndex.Statistics.Distributions;

/// <summary>Logarithms of gamma and beta functions, and the parts of Stirling's formula that keep large arguments exact.</summary>
public static class LogGamma
{
    private const double LogRootTwoPi = 0.918938533204672741780329736406;

    /// <summary>ln |Γ(x)|; exactly 0 at 1 and 2.</summary>
    public static double Of(double x)
    {
        if (x is 1 or 2) return 0;
        if (x <= 0 && x == Math.Floor(x)) return double.PositiveInfinity;
        if (x < 0) return Math.Log(Math.PI / Math.Abs(Math.Sin(Math.PI * x))) - Of(1 - x);
        return x >= 10 ? (x - 0.5) * Math.Log(x) - x + LogRootTwoPi + StirlingError(x) : SpecialFunctions.GammaLn(x);
    }

    /// <summary>ln B(a, b), without the cancellation of three large logarithms.</summary>
    public static double Beta(double a, double b)
    {
        var (p, q) = a < b ? (a, b) : (b, a);
        if (p >= 10)
            return -0.5 * Math.Log(q) + LogRootTwoPi + StirlingError(p) + StirlingError(q) - StirlingError(p + q)
                + (p - 0.5) * Math.Log(p / (p + q)) + q * LogOnePlus(-p / (p + q));
        if (q >= 10)
            return Of(p) + StirlingError(q) - StirlingError(p + q) + p - p * Math.Log(p + q) + (q - 0.5) * LogOnePlus(-p / (p + q));
        return Of(p) + Of(q) - Of(p + q);
    }

    /// <summary>ln Γ(x + 1) - (x + 1/2) ln x + x - ln √(2π): what Stirling's formula leaves (Loader 2000).</summary>
    public static double StirlingError(double x)
    {
        if (x < 10) return SpecialFunctions.GammaLn(x + 1) - (x + 0.5) * Math.Log(x) + x - LogRootTwoPi;
        var y = 1 / (x * x);
        return (1 / 12.0 - y * (1 / 360.0 - y * (1 / 1260.0 - y * (1 / 1680.0 - y * (1 / 1188.0 - y * (691 / 360360.0 - y / 156)))))) / x;
    }

    /// <summary>x ln(x/m) + m - x, exact for x near m (Loader 2000, "Fast and accurate computation of binomial probabilities").</summary>
    public static double Deviance(double x, double m)
    {
        if (Math.Abs(x - m) >= 0.1 * (x + m)) return x * Math.Log(x / m) + m - x;
        var v = (x - m) / (x + m);
        var sum = (x - m) * v;
        var term = 2 * x * v;
        v *= v;
        for (var j = 1; j < 1000; j++)
        {
            term *= v;
            var next = sum + term / (2 * j + 1);
            if (next == sum) break;
            sum = next;
        }
        return sum;
    }

    /// <summary>ln(1 + x) without loss near 0.</summary>
    public static double LogOnePlus(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }
}
