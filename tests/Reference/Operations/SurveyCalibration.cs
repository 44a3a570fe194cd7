using ParIndex.Statistics.Estimation;
using ParIndex.Statistics.Weighting;

namespace ParIndex.Reference.Operations;

internal static class SurveyCalibration
{
    public static void Run(Case one, Answers answers)
    {
        var (t, s) = (one.Table("sample.csv"), one.Settings);
        var design = SurveyInput.Design(t, ["psu"], "stratum", "weight", s.Flag("fpc") ? ["N1"] : [], true);
        var (a, b) = (Margin(t, one.Table("margin_a.csv"), "a"), Margin(t, one.Table("margin_b.csv"), "b"));
        var cells = one.Table("cells.csv");
        var names = cells.Text("a").Select((v, i) => $"{v}|{cells.Text("b")[i]}").ToArray();
        var cell = t.Text("a").Select((v, i) => Array.IndexOf(names, $"{v}|{t.Text("b")[i]}")).ToArray();
        var (x, totals, terms) = Totals(t, a, b, one.Table("aux_total.csv").Numbers("total")[0]);
        var (bounds, trim) = (s.Numbers("bounds"), s.Numbers("trim"));
        var limits = (bounds[0], bounds[1]);
        Report("none", () => design);
        Report("poststratify_a", () => PostStratification.Of(design, a.Codes, a.Population, a.Names));
        Report("poststratify_ab", () => PostStratification.Of(design, cell, cells.Numbers("Freq"), names));
        Report("rake", () => PostStratification.Rake(design, [a, b]));
        Report("calibrate_linear", () => Calibration.Of(design, x, totals, terms));
        Report("calibrate_raking", () => Calibration.Of(design, x, totals, terms, CalibrationDistance.Raking));
        Report("calibrate_logit", () => Calibration.Of(design, x, totals, terms, CalibrationDistance.Logit, limits));
        Report("calibrate_linear_bounded", () => Calibration.Of(design, x, totals, terms, CalibrationDistance.Linear, limits));
        Report("trim", () => design.With(Trimming.Of(design.Weights, trim[0], trim[1], false)));
        Report("trim_strict", () => design.With(Trimming.Of(design.Weights, trim[0], trim[1], true)));

        void Report(string method, Func<SampleDesign> make)
        {
            var d = make();
            for (var i = 0; i < t.Rows; i++) answers.Add("weight", $"method={method}|id={t.Text("id")[i]}", "weight", d.Weights[i]);
            foreach (var name in new[] { "y", "s" })
            {
                var y = t.Numbers(name);
                var (mean, total) = (Linear.Mean(d, y), Linear.Total(d, y));
                answers.Add("overall", $"method={method}|variable={name}", ("mean", mean.Value), ("mean_se", mean.ErrorIn(d)), ("total", total.Value), ("total_se", total.ErrorIn(d)));
                foreach (var g in t.Levels("domain"))
                {
                    var inside = Linear.Mean(d, y, i => t.Text("domain")[i] == g);
                    answers.Add("domain", $"method={method}|variable={name}|domain={g}", ("mean", inside.Value), ("se", inside.ErrorIn(d)));
                }
            }
            answers.Add("weights_summary", $"method={method}", ("sum", d.Weights.Sum()), ("min", d.Weights.Min()), ("max", d.Weights.Max()),
                ("kish_deff", Kish.DesignEffect(d.Weights)), ("n_eff", Kish.EffectiveSize(d.Weights)));
        }
    }

    private static (int[] Codes, double[] Population, string[] Names) Margin(Table t, Table margin, string column) =>
        (t.Codes(column, margin.Text(column)), margin.Numbers("Freq"), margin.Text(column));

    // Constant, levels after the first of each margin, the amount x.
    private static (double[][] X, double[] Totals, string[] Terms) Totals(Table t, (int[] Codes, double[] Population, string[] Names) a,
        (int[] Codes, double[] Population, string[] Names) b, double total)
    {
        double[] totals = [a.Population.Sum(), .. a.Population.Skip(1), .. b.Population.Skip(1), total];
        string[] terms = ["(Intercept)", .. a.Names.Skip(1).Select(n => "a=" + n), .. b.Names.Skip(1).Select(n => "b=" + n), "x"];
        var amount = t.Numbers("x");
        var x = Enumerable.Range(0, t.Rows).Select(i => (double[])
        [
            1, .. Enumerable.Range(1, a.Names.Length - 1).Select(k => a.Codes[i] == k ? 1.0 : 0.0),
            .. Enumerable.Range(1, b.Names.Length - 1).Select(k => b.Codes[i] == k ? 1.0 : 0.0), amount[i],
        ]).ToArray();
        return (x, totals, terms);
    }
}
