using System.Text.RegularExpressions;
using ParIndex.Statistics.Estimation;
using ParIndex.Statistics.Quality;

namespace ParIndex.Reference.Operations;

internal static partial class DataQuality
{
    [GeneratedRegex("^q[0-9]+$")]
    private static partial Regex Item();

    public static void Run(Case one, Answers answers)
    {
        if (one.HasTable("forms.csv")) Forms(one.Table("forms.csv"), one.Settings.Number("match", 0.85), answers);
        if (one.HasTable("amounts.csv")) Amounts(one.Table("amounts.csv").Numbers("amount"), answers);
        if (one.HasTable("points_of_service.csv")) Points(one.Table("points_of_service.csv"), answers);
    }

    private static void Forms(Table t, double threshold, Answers answers)
    {
        var form = t.Text("form");
        var items = t.Names.Where(n => Item().IsMatch(n)).ToArray();
        var x = Enumerable.Range(0, t.Rows).Select(i => items.Select(q => t.Numbers(q)[i]).ToArray()).ToArray();
        for (var i = 0; i < t.Rows; i++)
        {
            var line = StraightLine.Of(x[i]);
            answers.Add("straight_line", $"form={form[i]}", ("longest_run", line.LongestRun), ("sd", line.Deviation), ("share_top_answer", line.TopShare));
        }
        var duplicates = new NearDuplicates(x);
        var largest = duplicates.Largest(threshold);
        for (var i = 0; i < t.Rows; i++)
            answers.Add("percent_match", $"form={form[i]}", ("maximum", largest[i].Largest), ("partners_at_threshold", largest[i].Partners));
        var defined = largest.Where(l => !double.IsNaN(l.Largest)).Select(l => l.Largest).ToArray();
        answers.Add("percent_match", "all", ("share_flagged", defined.Count(m => m >= threshold - 1e-12) / (double)defined.Length), ("mean_maximum", defined.Average()));
        var pairs = duplicates.Pairs(threshold).ToArray();
        foreach (var (a, b, match) in pairs.Take(500)) answers.Add("near_duplicate", $"a={form[a]}|b={form[b]}", "match", match);
        answers.Add("near_duplicate", "all", "pairs", pairs.Length);

        var seconds = t.Numbers("seconds");
        var (median, logs) = (Quantiles.Median(seconds), seconds.Select(v => Math.Log(v)).ToArray());
        var (middle, spread) = (Quantiles.Median(logs), Quantiles.Deviation(logs));
        for (var i = 0; i < t.Rows; i++)
            answers.Add("speed", $"form={form[i]}", ("ratio_to_median", seconds[i] / median), ("robust_z_log", spread > 0 ? (logs[i] - middle) / spread : double.NaN));
        answers.Add("speed", "all", ("median", median), ("flagged_under_third", seconds.Count(v => v < median / 3)));

        var ages = t.Numbers("age");
        var (percent, myers) = Digits.Myers(ages);
        answers.Add("heaping", "all", ("whipple", Digits.Whipple(ages).Value), ("myers", myers));
        for (var d = 0; d < 10; d++) answers.Add("heaping", $"digit={d}", "myers_percent", percent[d]);

        var effect = Interviewers.Of([.. x.Select(r => r.Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN).Average())], t.Codes("interviewer"));
        answers.Add("interviewer", "all", ("icc_anova", effect.Intraclass), ("n0", effect.Load), ("F", effect.F), ("p_value", effect.P), ("interviewer_deff", effect.Effect));
        foreach (var (name, g) in t.Levels("interviewer").Select((n, g) => (n, g)))
            answers.Add("interviewer", $"interviewer={name}", ("mean", effect.Means[g]), ("z", effect.Z[g]));
    }

    private static void Amounts(double[] amounts, Answers answers)
    {
        var (first, last) = (Digits.First(amounts), Digits.Last(amounts));
        for (var d = 1; d <= 9; d++) answers.Add("benford", $"digit={d}", "count", first.Counts[d - 1]);
        answers.Add("benford", "all", ("chisq", first.Statistic), ("df", 8), ("p_value", first.P), ("mad", first.MeanAbsoluteDeviation));
        for (var d = 0; d <= 9; d++) answers.Add("last_digit", $"digit={d}", "count", last.Counts[d]);
        answers.Add("last_digit", "all", ("chisq", last.Statistic), ("p_value", last.P));
    }

    private static void Points(Table t, Answers answers)
    {
        var (point, n, satisfied) = (t.Text("point"), t.Numbers("n"), t.Numbers("satisfied"));
        var funnel = new FunnelPlot(n, satisfied);
        answers.Add("funnel", "all", ("target", funnel.Target), ("overdispersion", funnel.Overdispersion), ("tau2", funnel.Between));
        var tails = funnel.UpperTails();
        var rates = FalseDiscovery.Rates(tails);
        for (var i = 0; i < t.Rows; i++)
        {
            var key = $"point={point[i]}";
            answers.Add("funnel", key, ("z", funnel.Z[i]), ("z_adjusted", funnel.Adjusted[i]));
            foreach (var tail in new[] { 0.001, 0.025 })
            {
                var limits = funnel.Limits(i, tail);
                answers.Add("funnel", $"{key}|tail={Answers.InKey(tail)}", ("low", limits.Low), ("high", limits.High));
            }
            answers.Add("always_satisfied", key, ("p_upper", tails[i]), ("q_value", rates[i]));
            if (n[i] == satisfied[i]) answers.Add("always_satisfied", key, "is_full", 1);
        }
    }
}
