using ParIndex.Statistics.Estimation;

namespace ParIndex.Reference.Operations;

internal static class SurveyLonely
{
    public static void Run(Case one, Answers answers)
    {
        var t = one.Table("sample.csv");
        var (y, domain) = (t.Numbers("y"), t.Text("domain"));
        foreach (var option in one.Settings.Texts("options"))
            foreach (var fpc in new[] { "fpc", "nofpc" })
            {
                var design = SurveyInput.Design(t, ["psu"], "stratum", "weight", fpc == "fpc" ? ["N1"] : [], true, SurveyInput.Rule(option));
                var (mean, total) = (Linear.Mean(design, y), Linear.Total(design, y));
                var key = $"option={option}|design={fpc}";
                answers.Add("lonely", key, ("degf", design.DegreesOfFreedom()), ("mean", mean.Value), ("mean_se", mean.ErrorIn(design)),
                    ("total", total.Value), ("total_se", total.ErrorIn(design)));
                foreach (var g in t.Levels("domain"))
                {
                    var inside = Linear.Mean(design, y, i => domain[i] == g);
                    answers.Add("lonely_domain", $"{key}|domain={g}", ("mean", inside.Value),
                        ("se_adjusted", inside.ErrorIn(design.With(design.Lonely, true))), ("se_plain", inside.ErrorIn(design)));
                }
            }
    }
}
