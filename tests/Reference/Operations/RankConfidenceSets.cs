using ParIndex.Statistics.Distributions;
using ParIndex.Statistics.Ranks;

namespace ParIndex.Reference.Operations;

internal static class RankConfidenceSets
{
    private const int Replicates = 100_000;
    private const ulong Seed = 20_240_101;

    public static void Run(Case one, Answers answers)
    {
        var t = one.Table("units.csv");
        var (unit, x, settings) = (t.Text("unit"), t.Numbers("estimate"), one.Settings);
        var coverage = settings.Number("coverage", 0.95);
        var covariance = one.HasTable("sigma.csv") ? Covariance(one.Table("sigma.csv"), x.Length) : null;
        const int replicates = 40_000;
        RankSets Sets(bool stepDown, int r) => covariance is null ? RankSets.Independent(x, t.Numbers("se"), r, Seed, coverage, stepDown)
            : RankSets.Correlated(x, covariance, r, Seed, coverage, stepDown);

        foreach (var type in settings.Texts("types"))
            foreach (var stepDown in settings.Flags("stepdown"))
            {
                var sets = Sets(stepDown, replicates);
                foreach (var simultaneous in settings.Flags("simultaneous"))
                {
                    var sides = type switch { "lower" => RankSides.Lower, "upper" => RankSides.Upper, _ => RankSides.Both };
                    var marginal = settings.Has("marginal_units") ? settings.Numbers("marginal_units").Select(u => (int)u - 1).ToArray() : [.. Enumerable.Range(0, x.Length)];
                    var found = simultaneous ? sets.Simultaneous(sides) : null;
                    foreach (var i in simultaneous ? [.. Enumerable.Range(0, x.Length)] : marginal)
                    {
                        var set = found?[i] ?? sets.Marginal(i, sides);
                        var key = $"type={type}|stepdown={(stepDown ? "true" : "false")}|simultaneous={(simultaneous ? "true" : "false")}|unit={unit[i]}";
                        answers.Add("confidence_set", key, ("low", set.Low), ("high", set.High));
                    }
                }
            }
        foreach (var tau in settings.Numbers("tau"))
        {
            var best = Sets(true, replicates).MayBeBest((int)tau);
            var worst = Sets(true, replicates).MayBeWorst((int)tau);
            for (var i = 0; i < x.Length; i++)
            {
                answers.Add("tau_set", $"tau={Answers.InKey(tau)}|side=best|unit={unit[i]}", "member", best[i] ? 1 : 0);
                answers.Add("tau_set", $"tau={Answers.InKey(tau)}|side=worst|unit={unit[i]}", "member", worst[i] ? 1 : 0);
            }
        }
        // The length of the case's own simulation is part of the key.
        var simulated = settings.Number("crit_batches") * 2000;
        answers.Add("critical_value", $"type=two-sided|simultaneous=true|step=first|R={Answers.InKey(simulated)}", "value", Sets(false, Replicates).FirstCritical());
        answers.Add("critical_value_equal_errors", $"units={x.Length}|coverage={Answers.InKey(coverage)}", "value",
            StudentizedRange.Quantile(coverage, x.Length, double.PositiveInfinity) / Math.Sqrt(2));
    }

    private static double[,] Covariance(Table t, int n)
    {
        var matrix = new double[n, n];
        var (i, j, v) = (t.Numbers("i"), t.Numbers("j"), t.Numbers("value"));
        for (var r = 0; r < t.Rows; r++) matrix[(int)i[r] - 1, (int)j[r] - 1] = matrix[(int)j[r] - 1, (int)i[r] - 1] = v[r];
        return matrix;
    }
}
