namespace ParIndex.Statistics.Index;

/// <summary>Where a change or a gap of an index comes from: parts that add up exactly. Weights are scaled to sum 1.</summary>
public static class Decomposition
{
    /// <summary>Change of a weighted mean: mean weight × change of score, mean score × change of weight (Shapley of the two factors).</summary>
    public static (double Score, double Weight)[] Arithmetic(double[] x0, double[] x1, double[] w0, double[] w1)
    {
        var (a, b) = (Scaled(w0), Scaled(w1));
        return [.. x0.Select((_, c) => ((a[c] + b[c]) / 2 * (x1[c] - x0[c]), (x0[c] + x1[c]) / 2 * (b[c] - a[c])))];
    }

    /// <summary>exp Σ w ln x.</summary>
    public static double Geometric(double[] x, double[] w) => Math.Exp(Scaled(w).Select((v, c) => v * Math.Log(x[c])).Sum());

    /// <summary>Change of a geometric mean by the logarithmic mean of its two values (LMDI-I, Ang 2004).</summary>
    public static double[] GeometricLogMean(double[] x0, double[] x1, double[] w0, double[] w1)
    {
        var (a, b, g0, g1) = (Scaled(w0), Scaled(w1), Geometric(x0, w0), Geometric(x1, w1));
        var mean = Math.Abs(g1 - g0) < 1e-12 ? g0 : (g1 - g0) / Math.Log(g1 / g0);
        return [.. x0.Select((_, c) => mean * (b[c] * Math.Log(x1[c]) - a[c] * Math.Log(x0[c])))];
    }

    /// <summary>Change of a geometric mean at the first weights by Shapley over the criteria; the change of weights is what remains.</summary>
    public static (double[] Score, double Weights) GeometricShapley(double[] x0, double[] x1, double[] w0, double[] w1)
    {
        var scores = Shapley.Of(x0.Length, set => Geometric([.. x0.Select((v, c) => (set & (1 << c)) != 0 ? x1[c] : v)], w0));
        return (scores, Geometric(x1, w1) - Geometric(x1, w0));
    }

    /// <summary>Weighted points by which x lies behind another set of scores.</summary>
    public static double[] Gap(double[] ahead, double[] x, double[] w) => [.. Scaled(w).Select((v, c) => v * (ahead[c] - x[c]))];

    /// <summary>
    /// Change of a pooled share over groups: within-group rate effect (Kitagawa 1955) and composition effect against the mean rate (Das
    /// Gupta 1993).
    /// </summary>
    public static (double Rate, double Mix)[] RateAndMix(double[] n0, double[] n1, double[] satisfied0, double[] satisfied1)
    {
        var (s0, s1) = (Scaled(n0), Scaled(n1));
        var r0 = satisfied0.Select((v, g) => v / n0[g]).ToArray();
        var r1 = satisfied1.Select((v, g) => v / n1[g]).ToArray();
        var pooled = s0.Select((v, g) => (v + s1[g]) / 2 * (r0[g] + r1[g]) / 2).Sum();
        return [.. s0.Select((v, g) => ((v + s1[g]) / 2 * (r1[g] - r0[g]), (s1[g] - v) * ((r0[g] + r1[g]) / 2 - pooled)))];
    }

    private static double[] Scaled(double[] w)
    {
        var sum = w.Sum();
        return [.. w.Select(v => v / sum)];
    }
}
