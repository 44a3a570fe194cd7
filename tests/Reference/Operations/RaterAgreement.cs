using ParIndex.Statistics.Raters;

namespace ParIndex.Reference.Operations;

internal static class RaterAgreement
{
    public static void Run(Case one, Answers answers)
    {
        if (one.HasTable("ratings.csv")) Ratings(one.Table("ratings.csv"), answers);
        if (one.HasTable("crossed.csv")) Crossed(one.Table("crossed.csv"), one.Settings, answers);
        if (one.HasTable("self_and_appraised.csv")) Inflation(one.Table("self_and_appraised.csv"), answers);
    }

    private static void Ratings(Table t, Answers answers)
    {
        var all = Enumerable.Range(0, t.Rows).Select(i => t.Names.Skip(1).Select(c => t.Numbers(c)[i]).ToArray()).ToArray();
        foreach (var (name, scale) in new[] { ("nominal", RatingScale.Nominal), ("ordinal", RatingScale.Ordinal), ("interval", RatingScale.Interval), ("ratio", RatingScale.Ratio) })
            answers.Add("krippendorff", $"level={name}", "alpha", Krippendorff.Alpha(all, scale).Value);

        var complete = all.Where(r => !r.Any(double.IsNaN)).ToArray();
        var icc = new IntraclassCorrelation(complete);
        foreach (var average in new[] { false, true })
        {
            var end = average ? "average" : "single";
            Add($"model=oneway|type=consistency|unit={end}", icc.OneWay(average));
            Add($"model=twoway|type=consistency|unit={end}", icc.Consistency(average));
            Add($"model=twoway|type=agreement|unit={end}", icc.Agreement(average));
        }
        var fleiss = Kappa.Fleiss(complete);
        answers.Add("fleiss_kappa", "all", ("kappa", fleiss.Value), ("z", fleiss.Statistic), ("p_value", fleiss.P));
        double[] first = [.. complete.Select(r => r[0])], second = [.. complete.Select(r => r[1])];
        foreach (var (name, weights) in new[] { ("unweighted", KappaWeights.Unweighted), ("equal", KappaWeights.Linear), ("squared", KappaWeights.Squared) })
        {
            var kappa = Kappa.Cohen(first, second, weights);
            answers.Add("cohen_kappa", $"weights={name}", ("kappa", kappa.Value), ("z", kappa.Statistic));
        }
        var w = Kappa.KendallW(complete);
        answers.Add("kendall_w", "all", ("w", w.Value), ("chisq", w.Statistic), ("p_value", w.P));
        answers.Add("lin_ccc", "raters=1-2", "value", PairedScores.Concordance(first, second));
        var d = PairedScores.Of(first, second);
        answers.Add("bland_altman", "raters=1-2", ("bias", d.Mean), ("low", d.Limits.Low), ("high", d.Limits.High), ("t", d.T), ("p_value", d.P));
        answers.Add("cronbach", "all", "alpha", PairedScores.Alpha(complete));

        void Add(string key, Intraclass c) =>
            answers.Add("icc", key, ("value", c.Value), ("ci_low", c.Interval.Low), ("ci_high", c.Interval.High), ("F", c.F), ("p_value", c.P));
    }

    private static void Crossed(Table t, Settings s, Answers answers)
    {
        var (u, i, r, scores) = (t.Codes("unit"), t.Codes("item"), t.Codes("rater"), t.Numbers("score"));
        var g = Generalizability.Of(u, i, r, scores);
        foreach (var (source, v) in new[] { ("u", g.Unit), ("i", g.Item), ("r", g.Rater), ("ui", g.UnitItem), ("ur", g.UnitRater), ("ir", g.ItemRater), ("residual", g.Residual) })
            answers.Add("variance_component", $"source={source}", "estimate", v);
        foreach (var plan in s.Lists("d_study"))
        {
            var study = g.Study(plan[0], plan[1]);
            answers.Add("d_study", $"items={Answers.InKey(plan[0])}|raters={Answers.InKey(plan[1])}",
                ("generalizability", study.Generalizability), ("dependability", study.Dependability));
        }
        var severity = Generalizability.Severity(u, i, r, scores);
        var raters = t.Levels("rater");
        for (var k = 0; k < raters.Length; k++) answers.Add("rater_severity_additive", $"rater={raters[k]}", "effect", severity[k]);
    }

    private static void Inflation(Table t, Answers answers)
    {
        var (self, appraised) = (t.Numbers("self"), t.Numbers("appraised"));
        var d = PairedScores.Of(self, appraised);
        var (correlation, slope, intercept) = PairedScores.Line(self, appraised);
        answers.Add("self_inflation", "all", ("mean", d.Mean), ("sd", d.Deviation), ("t", d.T), ("p_value", d.P),
            ("correlation", correlation), ("slope", slope), ("intercept", intercept));
        double[] inflation = [.. self.Select((v, k) => v - appraised[k])];
        var z = PairedScores.RobustZ(inflation);
        for (var k = 0; k < t.Rows; k++)
            answers.Add("self_inflation", $"unit={t.Text("unit")[k]}", ("inflation", inflation[k]), ("robust_z", z[k].Value));
    }
}
