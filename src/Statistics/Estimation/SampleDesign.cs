namespace ParIndex.Statistics.Estimation;

/// <summary>What to do with a stratum of which a single cluster was drawn. Always named in a result, never chosen silently.</summary>
public enum LonelyRule
{
    /// <summary>Refuse.</summary>
    Fail,
    /// <summary>It was drawn with certainty: it adds nothing to the variance.</summary>
    Certainty,
    /// <summary>Leave the stratum out of the variance.</summary>
    Remove,
    /// <summary>Measure the cluster from the grand mean of all clusters instead of from its stratum's mean.</summary>
    Adjust,
    /// <summary>Let it add what the other strata add on average.</summary>
    Average,
}

/// <summary>
/// How a sample of n records was drawn: strata, clusters of one or more stages, population numbers, weights. Codes are integers
/// from 0; a cluster's code is unique over the whole sample at its stage.
/// </summary>
public sealed class SampleDesign
{
    private SampleDesign(double[] weights, int[] strata, int[][] clusters, int[][] drawn, double[][]? population) =>
        (Weights, Strata, Clusters, Drawn, Population) = (weights, strata, clusters, drawn, population);

    /// <summary>Weight of each record, ≥ 0.</summary>
    public double[] Weights { get; }

    /// <summary>Stratum of each record, first stage.</summary>
    public int[] Strata { get; }

    /// <summary>[stage][record] cluster.</summary>
    public int[][] Clusters { get; }

    /// <summary>[stage][record] how many clusters were drawn in the record's stratum (or cluster above).</summary>
    public int[][] Drawn { get; }

    /// <summary>[stage][record] how many there are to draw from; infinity: no correction. Null: with replacement, first stage only.</summary>
    public double[][]? Population { get; }

    public int Records => Weights.Length;

    public LonelyRule Lonely { get; init; } = LonelyRule.Fail;

    /// <summary>Apply the rule also to strata of which a domain touches a single cluster.</summary>
    public bool LonelyInDomains { get; init; }

    /// <summary>The residuals that calibration leaves, in the order the weights were calibrated; empty for plain weights.</summary>
    public IReadOnlyList<Action<double[]>> Residuals { get; init; } = [];

    /// <summary>
    /// Builds a design. Without clusters every record is its own. Cluster labels are made unique inside the stratum when
    /// <paramref name="nest"/> is set. Populations all at most 1 are read as sampling fractions.
    /// </summary>
    public static SampleDesign Of(double[] weights, int[]? strata = null, int[][]? clusters = null, double[][]? population = null, bool nest = false,
        LonelyRule lonely = LonelyRule.Fail, bool lonelyInDomains = false)
    {
        var n = weights.Length;
        if (n == 0) throw new BadInputException("empty", "sample", "The sample has no record");
        for (var i = 0; i < n; i++)
            if (!(weights[i] >= 0) || double.IsInfinity(weights[i]))
                throw new BadInputException("weight", $"row {i + 1}", "A weight is missing, negative or infinite");
        var codes = strata ?? new int[n];
        for (var i = 0; i < n; i++)
            if (codes[i] < 0) throw new BadInputException("stratum", $"row {i + 1}", "The stratum is missing or unknown to the design");
        var stages = clusters is { Length: > 0 } ? clusters.Length : 1;
        var unique = new int[stages][];
        var drawn = new int[stages][];
        for (var s = 0; s < stages; s++)
        {
            var own = clusters is { Length: > 0 } ? clusters[s] : [.. Enumerable.Range(0, n)];
            var above = s == 0 ? codes : unique[s - 1];
            unique[s] = Unique(own, above, s > 0 || nest, s + 1);
            drawn[s] = Count(unique[s], above);
        }
        return new(weights, codes, unique, drawn, population is null ? null : Populations(population, drawn, stages, n)) { Lonely = lonely, LonelyInDomains = lonelyInDomains };
    }

    /// <summary>The same draw with other weights and the residuals of their calibration.</summary>
    public SampleDesign With(double[] weights, params Action<double[]>[] residuals) =>
        new(weights, Strata, Clusters, Drawn, Population) { Lonely = Lonely, LonelyInDomains = LonelyInDomains, Residuals = residuals };

    public SampleDesign With(LonelyRule rule, bool inDomains) =>
        new(Weights, Strata, Clusters, Drawn, Population) { Lonely = rule, LonelyInDomains = inDomains, Residuals = Residuals };

    /// <summary>Clusters minus strata that the records with a weight (of the domain) touch.</summary>
    public int DegreesOfFreedom(Func<int, bool>? domain = null)
    {
        var (clusters, strata) = (new HashSet<int>(), new HashSet<int>());
        for (var i = 0; i < Records; i++)
        {
            if (Weights[i] == 0 || domain is not null && !domain(i)) continue;
            clusters.Add(Clusters[0][i]);
            strata.Add(Strata[i]);
        }
        return clusters.Count - strata.Count;
    }

    private static int[] Unique(int[] own, int[] above, bool nest, int stage)
    {
        var seen = new Dictionary<(int, int), int>();
        var home = new Dictionary<int, int>();
        var result = new int[own.Length];
        for (var i = 0; i < own.Length; i++)
        {
            if (own[i] < 0) throw new BadInputException("cluster", $"row {i + 1}, stage {stage}", "The cluster is missing");
            var key = nest ? (above[i], own[i]) : (0, own[i]);
            if (!seen.TryGetValue(key, out var code)) seen[key] = code = seen.Count;
            if (home.TryGetValue(code, out var first) && first != above[i])
                throw new BadInputException("cluster-in-two-strata", $"row {i + 1}, stage {stage}", "A cluster lies in two strata");
            home[code] = above[i];
            result[i] = code;
        }
        return result;
    }

    private static int[] Count(int[] clusters, int[] above)
    {
        var sets = new Dictionary<int, HashSet<int>>();
        for (var i = 0; i < clusters.Length; i++)
        {
            if (!sets.TryGetValue(above[i], out var set)) sets[above[i]] = set = [];
            set.Add(clusters[i]);
        }
        return [.. above.Select(a => sets[a].Count)];
    }

    private static double[][] Populations(double[][] given, int[][] drawn, int stages, int n)
    {
        var fractions = given.All(c => c.All(v => v <= 1));
        var result = new double[stages][];
        for (var s = 0; s < stages; s++)
        {
            result[s] = new double[n];
            for (var i = 0; i < n; i++)
            {
                var v = s < given.Length ? given[s][i] : double.PositiveInfinity;
                if (s < given.Length && fractions) v = drawn[s][i] / v;
                if (!(v >= drawn[s][i] - 1e-9))
                    throw new BadInputException("population", $"row {i + 1}, stage {s + 1}", "The population is missing or smaller than the number drawn");
                result[s][i] = v;
            }
        }
        return result;
    }
}
