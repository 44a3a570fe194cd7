using ParIndex.Statistics.Ranks;

namespace ParIndex.Reference.Operations;

internal static class RankProbability
{
    public static void Run(Case one, Answers answers)
    {
        var t = one.Table("units.csv");
        var (unit, x, s) = (t.Text("unit"), t.Numbers("estimate"), t.Numbers("se"));
        for (var i = 0; i < t.Rows; i++)
            for (var j = 0; j < t.Rows; j++)
                if (i != j) answers.Add("prob_above", $"i={unit[i]}|j={unit[j]}", "probability", RankProbabilities.Above(x[i], s[i], x[j], s[j]));
        var expected = RankProbabilities.Expected(x, s);
        var law = RankProbabilities.Distribution(x, s);
        for (var i = 0; i < t.Rows; i++)
        {
            var key = $"unit={unit[i]}";
            answers.Add("expected_rank", key, "value", expected[i]);
            foreach (var k in one.Settings.Numbers("top")) answers.Add("prob_top", $"k={Answers.InKey(k)}|{key}", "probability", law[i].Take((int)k).Sum());
            answers.Add("prob_last", key, "probability", law[i][^1]);
            answers.Add("rank_quantile", key, ("q05", RankProbabilities.Quantile(law[i], 0.05)),
                ("median", RankProbabilities.Quantile(law[i], 0.5)), ("q95", RankProbabilities.Quantile(law[i], 0.95)));
            for (var r = 0; r < law[i].Length; r++) answers.Add("rank_pmf", $"{key}|rank={r + 1}", "probability", law[i][r]);
        }
    }
}
