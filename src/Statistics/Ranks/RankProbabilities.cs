using ParIndex.Statistics.Distributions;

namespace ParIndex.Statistics.Ranks;

/// <summary>
/// Exact probabilities of places for independent normal estimates around the truth with a flat prior: no simulation.
/// The law of a unit's place is the integral, over its own value, of the Poisson-binomial law of the number of units above.
/// </summary>
public static class RankProbabilities
{
    /// <summary>P(i is truly above j) = Φ((x_i - x_j) / √(s_i² + s_j²)); certain values are decided by their sign, a tie is 1/2.</summary>
    public static double Above(double xi, double si, double xj, double sj)
    {
        var s = Math.Sqrt(si * si + sj * sj);
        return s > 0 ? Normal.Lower((xi - xj) / s) : xi > xj ? 1 : xi < xj ? 0 : 0.5;
    }

    /// <summary>1 + Σ P(j above i).</summary>
    public static double[] Expected(double[] x, double[] s) =>
        [.. x.Select((_, i) => 1 + Enumerable.Range(0, x.Length).Where(j => j != i).Sum(j => Above(x[j], s[j], x[i], s[i])))];

    /// <summary>Row i, column r - 1: P(place of unit i = r). Trapezoid nodes at a sixth of the smallest error, O(p²) a node.</summary>
    public static double[][] Distribution(double[] x, double[] s)
    {
        for (var i = 0; i < s.Length; i++)
            if (!(s[i] >= 0)) throw new BadInputException("standard-error", $"row {i + 1}", "A standard error is negative or missing");
        var smallest = s.Where(v => v > 0).DefaultIfEmpty(1).Min();
        var result = new double[x.Length][];
        System.Threading.Tasks.Parallel.For(0, x.Length, i => result[i] = OfUnit(x, s, i, smallest));
        return result;
    }

    private static double[] OfUnit(double[] x, double[] s, int i, double smallest)
    {
        var n = x.Length;
        var total = new double[n];
        var law = new double[n];
        var h = Math.Min(smallest / 6, s[i] / 12);
        var nodes = s[i] > 0 ? (int)Math.Ceiling(19 * s[i] / h) : 0;
        for (var k = 0; k <= nodes; k++)
        {
            var t = s[i] > 0 ? x[i] - 9.5 * s[i] + k * h : x[i];
            var weight = s[i] > 0 ? Normal.Density((t - x[i]) / s[i]) * h / s[i] : 1;
            Array.Clear(law);
            law[0] = 1;
            var m = 0;
            for (var j = 0; j < n; j++)
            {
                if (j == i) continue;
                var above = s[j] > 0 ? Normal.Lower((x[j] - t) / s[j]) : x[j] > t ? 1 : x[j] < t ? 0 : 0.5;
                m++;
                for (var r = m; r > 0; r--) law[r] = law[r] * (1 - above) + law[r - 1] * above;
                law[0] *= 1 - above;
            }
            for (var r = 0; r < n; r++) total[r] += weight * law[r];
        }
        return total;
    }

    /// <summary>The smallest place whose cumulative probability reaches a level.</summary>
    public static int Quantile(double[] distribution, double level)
    {
        double sum = 0;
        for (var r = 0; r < distribution.Length; r++)
            if ((sum += distribution[r]) >= level - 1e-9) return r + 1;
        return distribution.Length;
    }
}
