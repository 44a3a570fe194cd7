using ParIndex.Statistics.Estimation;
using ParIndex.Statistics.Index;
using ParIndex.Statistics.Ranks;

namespace ParIndex.Reference.Operations;

internal static class IndexWeights
{
    private const int Replicates = 200_000;
    private const ulong Seed = 23;

    public static void Run(Case one, Answers answers)
    {
        var (t, w, draws, s) = (one.Table("scores.csv"), one.Table("weights.csv"), one.Table("draws.csv"), one.Settings);
        var (unit, criteria, weights) = (t.Text("unit"), w.Text("criterion"), w.Numbers("weight"));
        var x = Enumerable.Range(0, t.Rows).Select(i => criteria.Select(c => t.Numbers(c)[i]).ToArray()).ToArray();
        var stability = new WeightStability(x);
        var (scores, nominal) = (stability.Scores(weights), stability.Ranks(weights));
        var under = Enumerable.Range(0, draws.Rows).Select(r => stability.Ranks([.. criteria.Select(c => draws.Numbers(c)[r])])).ToArray();
        for (var i = 0; i < t.Rows; i++)
        {
            var key = $"unit={unit[i]}";
            var places = under.Select(u => u[i]).ToArray();
            answers.Add("nominal", key, ("score", scores[i]), ("rank", nominal[i]));
            answers.Add("rank_under_draws", key, ("q05", Quantiles.Linear(places, 0.05)), ("median", Quantiles.Linear(places, 0.5)), ("q95", Quantiles.Linear(places, 0.95)),
                ("mean", places.Average()), ("share_unchanged", places.Average(p => p == nominal[i] ? 1.0 : 0.0)));
            foreach (var k in s.Numbers("top")) answers.Add("top_share", $"k={Answers.InKey(k)}|{key}", "share", places.Average(p => p <= k ? 1.0 : 0.0));
        }
        var tau = under.Select(u => KendallTau.B(u, nominal).Value).ToArray();
        for (var r = 0; r < tau.Length; r++) answers.Add("kendall", $"draw={r + 1}", "tau_b", tau[r]);
        answers.Add("kendall", "all", ("mean", tau.Average()), ("min", tau.Min()));

        var order = Enumerable.Range(0, t.Rows).OrderBy(i => nominal[i]).ToArray();
        for (var a = 0; a < Math.Min(order.Length - 1, s.Number("pairs", order.Length)); a++)
            for (var c = 0; c < criteria.Length; c++)
                answers.Add("swap_weight", $"i={unit[order[a]]}|j={unit[order[a + 1]]}|criterion={criteria[c]}", "weight",
                    stability.SwapWeight(order[a], order[a + 1], c, weights).Value);

        Random("dirichlet", stability.UnderDirichlet(weights, s.Number("dirichlet", 50), Replicates, Seed));
        Random("uniform_noise", stability.UnderNoise(weights, s.Number("noise", 0.25), Replicates, Seed));

        void Random(string kind, WeightStability.Outcome outcome)
        {
            for (var i = 0; i < t.Rows; i++)
                answers.Add("random_weights", $"kind={kind}|unit={unit[i]}", ("prob_first", outcome.First[i]), ("mean_rank", outcome.Mean[i]));
        }
    }
}
