using ParIndex.Statistics.Ranks;

namespace ParIndex.Reference.Operations;

internal static class RankTies
{
    private static readonly (string Name, Ties Ties)[] Rules =
        [("min", Ties.Best), ("max", Ties.Worst), ("average", Ties.Mean), ("first", Ties.Order), ("dense", Ties.Dense)];

    public static void Run(Case one, Answers answers)
    {
        var t = one.Table("scores.csv");
        var (unit, group) = (t.Text("unit"), t.Text("group"));
        foreach (var decimals in one.Settings.Numbers("decimals"))
        {
            var scores = t.Numbers("score").Select(s => double.IsNaN(s) ? s : Places.Published(s, (int)decimals)).ToArray();
            var prefix = $"decimals={Answers.InKey(decimals)}";
            foreach (var (name, ties) in Rules)
            {
                var places = Places.Of(scores, ties);
                for (var i = 0; i < t.Rows; i++) answers.Add("rank", $"{prefix}|ties={name}|unit={unit[i]}", "rank", places[i]);
            }
            foreach (var g in group.Distinct())
            {
                var rows = Enumerable.Range(0, t.Rows).Where(i => group[i] == g).ToArray();
                var places = Places.Of([.. rows.Select(i => scores[i])]);
                for (var k = 0; k < rows.Length; k++) answers.Add("rank_in_group", $"{prefix}|ties=min|unit={unit[rows[k]]}", "rank", places[k]);
            }
            var percentile = Places.Percentile(scores);
            for (var i = 0; i < t.Rows; i++) answers.Add("percentile_rank", $"{prefix}|unit={unit[i]}", "value", percentile[i]);
        }
    }
}
