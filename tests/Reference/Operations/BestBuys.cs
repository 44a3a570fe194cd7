using ParIndex.Statistics.Advice;

namespace ParIndex.Reference.Operations;

internal static class BestBuys
{
    public static void Run(Case one, Answers answers)
    {
        var (o, s, settings) = (one.Table("options.csv"), one.Table("standings.csv"), one.Settings);
        var (units, scores) = (s.Text("unit"), s.Numbers("score"));
        foreach (var unit in o.Text("unit").Distinct())
        {
            var rows = Enumerable.Range(0, o.Rows).Where(i => o.Text("unit")[i] == unit).ToArray();
            var options = rows.Select(i => new Improvement(o.Numbers("cost")[i], o.Numbers("gain")[i], o.Text("exclusive")[i] is "NA" ? "" : o.Text("exclusive")[i])).ToArray();
            var own = scores[Array.IndexOf(units, unit)];
            var ahead = scores.Where(v => v > own + 1e-9).Select(v => Math.Round(v, 9)).Distinct().Order().ToArray();
            foreach (var places in settings.Numbers("places").Where(p => p <= ahead.Length))
            {
                var key = $"unit={unit}|places={Answers.InKey(places)}";
                var need = ahead[(int)places - 1] - own + settings.Number("margin", 0);
                var best = BestBuy.Cheapest(options, need);
                answers.Add("cheapest", key, ("needed_points", need), ("feasible", best is null ? 0 : 1));
                if (best is null) continue;
                answers.Add("cheapest", key, ("cost", best.Cost), ("gain", best.Gain));
                for (var k = 0; k < rows.Length; k++)
                    answers.Add("chosen", $"{key}|option={o.Text("option")[rows[k]]}", "chosen", best.Chosen.Contains(k) ? 1 : 0);
                answers.Add("rank_after", key, "rank", 1 + Enumerable.Range(0, units.Length).Count(i => units[i] != unit && scores[i] > own + best.Gain + 1e-9));
            }
            foreach (var budget in settings.Numbers("budgets"))
            {
                var most = BestBuy.MostGain(options, budget);
                answers.Add("best_for_budget", $"unit={unit}|budget={Answers.InKey(budget)}", ("gain", most.Gain), ("cost", most.Cost));
            }
        }
    }
}
