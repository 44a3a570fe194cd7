namespace ParIndex.Statistics.Estimation;

/// <summary>
/// Variances and covariances of linearised estimates (Särndal, Swensson &amp; Wretman 1992, ch. 4 and 5): cluster totals about
/// their stratum's mean, Σ_h (1-f_h) n_h/(n_h-1) Σ_j (z_hj - z̄_h)², and each further stage inside its clusters, times the fraction
/// drawn above. Clusters without a record of the domain count as 0.
/// </summary>
public static class DesignVariance
{
    /// <summary>k × k covariance of k estimates given by their values for each record (0 outside the domain).</summary>
    /// <param name="design">How the sample was drawn.</param>
    /// <param name="z">k linearised variables, each with a value for every record.</param>
    /// <param name="inDomain">Records of the domain; null: all. Only strata it touches take part in the rules for single clusters.</param>
    public static double[,] Covariance(SampleDesign design, IReadOnlyList<double[]> z, Func<int, bool>? inDomain = null)
    {
        if (design.Residuals.Count > 0)
        {
            z = [.. z.Select(v => (double[])v.Clone())];
            foreach (var v in z)
                foreach (var residual in design.Residuals) residual(v);
            inDomain = null;
        }
        var rows = new List<int>(design.Records);
        for (var i = 0; i < design.Records; i++)
            if (inDomain is null || inDomain(i)) rows.Add(i);
        var result = new double[z.Count, z.Count];
        Stage(design, z, rows, 0, 1, result);
        return result;
    }

    public static double Of(SampleDesign design, double[] z, Func<int, bool>? inDomain = null) => Covariance(design, [z], inDomain)[0, 0];

    private static void Stage(SampleDesign design, IReadOnlyList<double[]> z, List<int> rows, int stage, double factor, double[,] result)
    {
        if (rows.Count == 0) return;
        var k = z.Count;
        var strata = new Dictionary<int, Stratum>();
        var home = stage == 0 ? design.Strata : null;
        foreach (var i in rows)
        {
            var h = home is null ? 0 : home[i];
            if (!strata.TryGetValue(h, out var stratum))
                strata[h] = stratum = new(design.Drawn[stage][i], design.Population is { } p ? p[stage][i] : double.PositiveInfinity);
            stratum.Add(design.Clusters[stage][i], i, z);
        }
        var grand = new double[k];
        if (design.Lonely == LonelyRule.Adjust)
        {
            double clusters = strata.Values.Sum(s => s.Drawn);
            foreach (var t in strata.Values.SelectMany(s => s.Totals))
                for (var a = 0; a < k; a++) grand[a] += t[a] / clusters;
        }
        var sum = new double[k, k];
        var usable = 0;
        foreach (var stratum in strata.Values)
            if (stratum.Contribute(design, grand, sum, stage)) usable++;
        var scale = factor * strata.Count / usable;
        for (var a = 0; a < k; a++)
            for (var b = 0; b < k; b++) result[a, b] += usable == 0 ? double.NaN : sum[a, b] * scale;

        if (design.Population is null || stage + 1 >= design.Clusters.Length) return;
        foreach (var stratum in strata.Values)
            foreach (var cluster in stratum.Rows)
                Stage(design, z, cluster, stage + 1, factor * stratum.Drawn / stratum.Population, result);
    }

    private sealed class Stratum(int drawn, double population)
    {
        private readonly Dictionary<int, int> place = [];

        public int Drawn { get; } = drawn;

        public double Population { get; } = population;

        public List<double[]> Totals { get; } = [];

        public List<List<int>> Rows { get; } = [];

        public void Add(int cluster, int row, IReadOnlyList<double[]> z)
        {
            if (!place.TryGetValue(cluster, out var at))
            {
                place[cluster] = at = Totals.Count;
                Totals.Add(new double[z.Count]);
                Rows.Add([]);
            }
            Rows[at].Add(row);
            var total = Totals[at];
            for (var a = 0; a < total.Length; a++) total[a] += z[a][row];
        }

        /// <summary>Adds the stratum's part; false when it must be replaced by the average of the others.</summary>
        public bool Contribute(SampleDesign design, double[] grand, double[,] sum, int stage)
        {
            var left = double.IsInfinity(Population) ? 1 : (Population - Drawn) / Population;
            if (left < 1e-7) return true;
            var lonelyDomain = Totals.Count == 1 && Drawn > 1 && design.LonelyInDomains;
            if (Drawn == 1 && design.Lonely == LonelyRule.Fail)
                throw new BadInputException("one-cluster", $"stage {stage + 1}, row {Rows[0][0] + 1}", "A stratum has a single cluster and no rule was named for it");
            if ((Drawn == 1 || lonelyDomain) && design.Lonely == LonelyRule.Average) return false;
            var k = grand.Length;
            var centre = new double[k];
            if ((Drawn == 1 || lonelyDomain) && design.Lonely == LonelyRule.Adjust) centre = grand;
            else
                foreach (var t in Totals)
                    for (var a = 0; a < k; a++) centre[a] += t[a] / Drawn;
            var scale = Drawn > 1 ? left * Drawn / (Drawn - 1.0) : left;
            foreach (var t in Totals)
                for (var a = 0; a < k; a++)
                    for (var b = 0; b < k; b++) sum[a, b] += scale * (t[a] - centre[a]) * (t[b] - centre[b]);
            // Clusters drawn without a record of the domain: zeros.
            var empty = Drawn - Totals.Count;
            if (empty > 0)
                for (var a = 0; a < k; a++)
                    for (var b = 0; b < k; b++) sum[a, b] += scale * empty * centre[a] * centre[b];
            return true;
        }
    }
}
