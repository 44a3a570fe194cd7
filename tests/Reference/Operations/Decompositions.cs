using ParIndex.Statistics.Index;

namespace ParIndex.Reference.Operations;

internal static class Decompositions
{
    public static void Run(Case one, Answers answers)
    {
        Index(one.Table("scores.csv"), one.Table("weights.csv"), answers);
        if (one.HasTable("answers.csv")) RateAndMix(one.Table("answers.csv"), answers);
    }

    private static void Index(Table t, Table weights, Answers answers)
    {
        var (criteria, w0, w1) = (weights.Text("criterion"), weights.Numbers("weight0"), weights.Numbers("weight1"));
        var (unit, year) = (t.Text("unit"), t.Numbers("year"));
        double[] Row(int i) => [.. criteria.Select(c => t.Numbers(c)[i])];
        double Mean(double[] x, double[] w) => x.Select((v, c) => v * w[c]).Sum() / w.Sum();
        var units = unit.Distinct().Where(u => Find(u, 0) >= 0 && Find(u, 1) >= 0).ToArray();
        int Find(string u, int y) => Enumerable.Range(0, t.Rows).Where(i => unit[i] == u && year[i] == y).DefaultIfEmpty(-1).First();
        foreach (var u in units)
        {
            var (x0, x1) = (Row(Find(u, 0)), Row(Find(u, 1)));
            answers.Add("index", $"unit={u}", ("year0", Mean(x0, w0)), ("year1", Mean(x1, w1)), ("change", Mean(x1, w1) - Mean(x0, w0)));
            var parts = Decomposition.Arithmetic(x0, x1, w0, w1);
            var logs = Decomposition.GeometricLogMean(x0, x1, w0, w1);
            var (shares, left) = Decomposition.GeometricShapley(x0, x1, w0, w1);
            for (var c = 0; c < criteria.Length; c++)
            {
                var key = $"unit={u}|criterion={criteria[c]}";
                answers.Add("change_arithmetic", key, ("score_effect", parts[c].Score), ("weight_effect", parts[c].Weight), ("total", parts[c].Score + parts[c].Weight));
                answers.Add("change_geometric_lmdi", key, "total", logs[c]);
                answers.Add("change_geometric_shapley", key, "score_effect", shares[c]);
            }
            answers.Add("change_geometric_shapley", $"unit={u}|criterion=weights", "weight_effect", left);
        }
        var now = Enumerable.Range(0, t.Rows).Where(i => year[i] == 1).ToArray();
        if (now.Length == 0) return;
        var best = now.OrderByDescending(i => Mean(Row(i), w1)).ThenBy(i => i).First();
        foreach (var i in now)
        {
            var (toBest, toMaximum) = (Decomposition.Gap(Row(best), Row(i), w1), Decomposition.Gap(weights.Numbers("maximum"), Row(i), w1));
            for (var c = 0; c < criteria.Length; c++)
            {
                answers.Add("gap_to_best", $"unit={unit[i]}|criterion={criteria[c]}", "points", toBest[c]);
                answers.Add("gap_to_maximum", $"unit={unit[i]}|criterion={criteria[c]}", "points", toMaximum[c]);
            }
            answers.Add("gap_to_best", $"unit={unit[i]}", "total", Mean(Row(best), w1) - Mean(Row(i), w1));
        }
    }

    private static void RateAndMix(Table t, Answers answers)
    {
        foreach (var u in t.Text("unit").Distinct())
        {
            var rows = Enumerable.Range(0, t.Rows).Where(i => t.Text("unit")[i] == u).ToArray();
            double[] Of(string column) => [.. rows.Select(i => t.Numbers(column)[i])];
            var (n0, n1, s0, s1) = (Of("n0"), Of("n1"), Of("sat0"), Of("sat1"));
            answers.Add("rate_and_mix", $"unit={u}", "change", s1.Sum() / n1.Sum() - s0.Sum() / n0.Sum());
            var parts = Decomposition.RateAndMix(n0, n1, s0, s1);
            for (var g = 0; g < rows.Length; g++)
                answers.Add("rate_and_mix", $"unit={u}|group={t.Text("group")[rows[g]]}", ("rate_effect", parts[g].Rate), ("mix_effect", parts[g].Mix));
        }
    }
}
