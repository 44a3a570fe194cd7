using ParIndex.Statistics.Estimation;

namespace ParIndex.Statistics.Resampling;

/// <summary>
/// Replicate weights and the variance they give any statistic: scale Σ r_k (θ_k - centre)² (Rao &amp; Wu 1988; Wolter 2007). Needed for what
/// has no simple linearisation: an index, ranks, medians.
/// </summary>
public sealed class ReplicateWeights
{
    private ReplicateWeights(double[] full, double[][] replicates, double scale, double[] factors, bool aroundFull) =>
        (Full, Replicates, Scale, Factors, AroundFull) = (full, replicates, scale, factors, aroundFull);

    /// <summary>Weight of each record in the full sample.</summary>
    public double[] Full { get; }

    /// <summary>[replicate][record] weight.</summary>
    public double[][] Replicates { get; }

    public double Scale { get; }

    /// <summary>r_k.</summary>
    public double[] Factors { get; }

    /// <summary>Centre at the full estimate (mean squared error); otherwise at the mean of the replicates.</summary>
    public bool AroundFull { get; }

    /// <summary>Jackknife of an unstratified cluster sample: leaves out one cluster at a time.</summary>
    public static ReplicateWeights Jackknife(double[] weights, int[] clusters, bool aroundFull)
    {
        var n = clusters.Max() + 1;
        return new(weights, Leave(weights, clusters, new int[weights.Length], out _), (n - 1.0) / n, [.. Enumerable.Repeat(1.0, n)], aroundFull);
    }

    /// <summary>Stratified jackknife: leaves out one cluster, its stratum's others weighing n_h / (n_h - 1) as much.</summary>
    public static ReplicateWeights StratifiedJackknife(SampleDesign design, bool aroundFull)
    {
        var replicates = Leave(design.Weights, design.Clusters[0], design.Strata, out var factors);
        return new(design.Weights, replicates, 1, factors, aroundFull);
    }

    /// <summary>Balanced half samples; with Fay's rho > 0 the other half keeps the share rho of its weights.</summary>
    public static ReplicateWeights Balanced(double[] weights, double[][] replicates, double rho, bool aroundFull) =>
        new(weights, replicates, 1 / (replicates.Length * (1 - rho) * (1 - rho)), [.. replicates.Select(_ => 1.0)], aroundFull);

    /// <summary>Bootstrap weights that already carry their rescaling (Rao, Wu &amp; Yue 1992).</summary>
    public static ReplicateWeights Bootstrap(double[] weights, double[][] replicates, bool aroundFull) =>
        new(weights, replicates, 1.0 / (replicates.Length - 1), [.. replicates.Select(_ => 1.0)], aroundFull);

    /// <summary>Estimate and standard error; replicates in which the statistic is undefined are left out.</summary>
    public (double Value, double Error) Estimate(Func<double[], double> statistic)
    {
        var value = statistic(Full);
        var each = Replicates.Select(statistic).ToArray();
        var used = Enumerable.Range(0, each.Length).Where(k => !double.IsNaN(each[k])).ToArray();
        if (used.Length == 0) return (value, double.NaN);
        var centre = AroundFull ? value : used.Average(k => each[k]);
        return (value, Math.Sqrt(Scale * used.Sum(k => Factors[k] * (each[k] - centre) * (each[k] - centre))));
    }

    /// <summary>Rank of the replicate weights minus 1, columns within 1e-5 of a combination of earlier ones left out.</summary>
    public int DegreesOfFreedom()
    {
        var basis = new List<double[]>();
        foreach (var replicate in Replicates)
        {
            var v = (double[])replicate.Clone();
            var before = Math.Sqrt(v.Sum(x => x * x));
            for (var pass = 0; pass < 2; pass++)
                foreach (var b in basis)
                {
                    double dot = 0;
                    for (var i = 0; i < v.Length; i++) dot += v[i] * b[i];
                    for (var i = 0; i < v.Length; i++) v[i] -= dot * b[i];
                }
            var left = Math.Sqrt(v.Sum(x => x * x));
            if (left < 1e-5 * before || before == 0) continue;
            basis.Add([.. v.Select(x => x / left)]);
        }
        return basis.Count - 1;
    }

    private static double[][] Leave(double[] weights, int[] clusters, int[] strata, out double[] factors)
    {
        var home = new SortedDictionary<int, int>();
        for (var i = 0; i < weights.Length; i++) home[clusters[i]] = strata[i];
        var count = home.Values.GroupBy(h => h).ToDictionary(g => g.Key, g => g.Count());
        foreach (var (h, n) in count)
            if (n < 2) throw new BadInputException("one-cluster", $"stratum {h + 1}", "A stratum has a single cluster: nothing can be left out");
        factors = [.. home.Select(c => (count[c.Value] - 1.0) / count[c.Value])];
        return [.. home.Select(left => weights.Select((w, i) => strata[i] != left.Value ? w : clusters[i] == left.Key ? 0 : w * count[left.Value] / (count[left.Value] - 1.0)).ToArray())];
    }
}
