using MathNet.Numerics;

namespace ParIndex.Statistics.Distributions;

/// <summary>The standard normal distribution, each tail computed for itself.</summary>
public static class Normal
{
    private const double RootHalf = 0.707106781186547524400844362105;

    public static double Density(double x) => Math.Exp(-0.5 * x * x) * 0.398942280401432677939946059934;

    public static double Lower(double x) => 0.5 * SpecialFunctions.Erfc(-x * RootHalf);

    public static double Upper(double x) => 0.5 * SpecialFunctions.Erfc(x * RootHalf);

    /// <summary>ln P(X ≤ x), by the asymptotic series of Mills' ratio where the probability itself nears the smallest double.</summary>
    public static double LogLower(double x)
    {
        if (x > 0) return LogGamma.LogOnePlus(-Upper(x));
        if (x > -20) return Math.Log(Lower(x));
        var y = 1 / (x * x);
        double term = 1, sum = 1;
        for (var k = 1; k < 40; k++)
        {
            var next = -term * (2 * k - 1) * y;
            if (Math.Abs(next) >= Math.Abs(term) || Math.Abs(next) < 1e-18) break;
            sum += term = next;
        }
        return -0.5 * x * x - 0.918938533204672741780329736406 - Math.Log(-x) + Math.Log(sum);
    }

    /// <summary>The value below which lies a share p.</summary>
    public static double Quantile(double p) =>
        p is >= 0 and <= 1 ? p == 0.5 ? 0 : -SpecialFunctions.ErfcInv(2 * p) / RootHalf : double.NaN;
}
