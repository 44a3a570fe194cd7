using ParIndex.Statistics.Distributions;
using ParIndex.Statistics.Estimation;
using ParIndex.Statistics.Resampling;

namespace ParIndex.Reference.Operations;

internal static class SurveyReplicates
{
    private const double Level = 0.95;

    public static void Run(Case one, Answers answers)
    {
        var t = one.Table("sample.csv");
        var design = SurveyInput.Design(t, ["psu"], "stratum", "weight", [], true);
        var (w, clusters, rho) = (design.Weights, design.Clusters[0], one.Settings.Number("fay_rho", 0));
        var all = new List<(string, ReplicateWeights)>();
        foreach (var mse in new[] { false, true })
        {
            var end = mse ? "_mse" : "";
            all.Add(("JKn" + end, ReplicateWeights.StratifiedJackknife(design, mse)));
            all.Add(("JK1" + end, ReplicateWeights.Jackknife(w, clusters, mse)));
            if (one.HasTable("brr_weights.csv")) all.Add(("BRR" + end, ReplicateWeights.Balanced(w, Given(one, "brr_weights.csv"), 0, mse)));
            if (one.HasTable("bootstrap_weights.csv"))
                all.Add((mse ? "bootstrap" : "bootstrap_centred", ReplicateWeights.Bootstrap(w, Given(one, "bootstrap_weights.csv"), mse)));
        }
        if (one.HasTable("fay_weights.csv")) all.Add(("Fay", ReplicateWeights.Balanced(w, Given(one, "fay_weights.csv"), rho, true)));
        foreach (var (name, replicates) in all) Report(t, name, replicates, answers);
        foreach (var y in new[] { "y", "s" })
        {
            var key = $"method=taylor|variable={y}";
            SurveyInput.Add(answers, "mean", key, design, Linear.Mean(design, t.Numbers(y)), design.DegreesOfFreedom(), Level);
            SurveyInput.Add(answers, "total", key, design, Linear.Total(design, t.Numbers(y)), design.DegreesOfFreedom(), Level);
        }
    }

    private static void Report(Table t, string name, ReplicateWeights replicates, Answers answers)
    {
        var df = replicates.DegreesOfFreedom();
        var (domain, x) = (t.Text("domain"), t.Numbers("x"));
        var groups = t.Levels("domain");
        answers.Add("degf", $"method={name}", "degf", df);
        answers.Add("replicates", $"method={name}", "count", replicates.Replicates.Length);
        foreach (var variable in new[] { "y", "s" })
        {
            var y = t.Numbers(variable);
            Add("mean", $"method={name}|variable={variable}", w => Ratio(w, y, null, _ => true));
            Add("total", $"method={name}|variable={variable}", w => w.Select((v, i) => v * y[i]).Sum());
            foreach (var g in groups) Add("domain_mean", $"method={name}|variable={variable}|domain={g}", w => Ratio(w, y, null, i => domain[i] == g));
        }
        Add("ratio", $"method={name}", w => Ratio(w, t.Numbers("y"), x, _ => true));
        if (groups.Length > 1)
            Add("domain_contrast", $"method={name}", w =>
                Ratio(w, t.Numbers("s"), null, i => domain[i] == groups[0]) - Ratio(w, t.Numbers("s"), null, i => domain[i] == groups[1]));

        void Add(string estimand, string key, Func<double[], double> statistic)
        {
            var (value, error) = replicates.Estimate(statistic);
            var half = error > 1e-12 * Math.Abs(value) ? StudentT.Quantile(0.5 + Level / 2, df) * error : double.NaN;
            answers.Add(estimand, key, ("estimate", value), ("se", error), ("ci_low", value - half), ("ci_high", value + half));
        }
    }

    private static double Ratio(double[] w, double[] y, double[]? x, Func<int, bool> inside)
    {
        double top = 0, bottom = 0;
        for (var i = 0; i < w.Length; i++)
        {
            if (!inside(i)) continue;
            top += w[i] * y[i];
            bottom += w[i] * (x?[i] ?? 1);
        }
        return bottom == 0 ? double.NaN : top / bottom;
    }

    private static double[][] Given(Case one, string file)
    {
        var t = one.Table(file);
        return [.. t.Names.Skip(1).Select(t.Numbers)];
    }
}
