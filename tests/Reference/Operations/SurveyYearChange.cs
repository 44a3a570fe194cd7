using ParIndex.Statistics.Estimation;

namespace ParIndex.Reference.Operations;

internal static class SurveyYearChange
{
    public static void Run(Case one, Answers answers)
    {
        var t = one.Table("two_years.csv");
        var design = SurveyInput.Design(t, ["psu"], "stratum", "weight", [], true);
        var (level, df) = (one.Settings.Number("level", 0.95), design.DegreesOfFreedom());
        var (s, year, domain, years) = (t.Numbers("s"), t.Text("year"), t.Text("domain"), t.Levels("year"));
        Change("domain=all", _ => true);
        foreach (var g in t.Levels("domain")) Change($"domain={g}", i => domain[i] == g);

        void Change(string key, Func<int, bool> inside)
        {
            var first = Linear.Mean(design, s, i => inside(i) && year[i] == years[0]);
            var second = Linear.Mean(design, s, i => inside(i) && year[i] == years[1]);
            var change = YearChange.Of(design, first, second, df, level);
            answers.Add("change", key, ("year1", first.Value), ("year2", second.Value), ("se1", change.FirstError), ("se2", change.SecondError),
                ("covariance", change.Covariance), ("correlation", change.Correlation.Value), ("difference", change.Difference), ("se", change.Error),
                ("se_if_independent", change.ErrorIfIndependent), ("ci_low", change.Interval.Low), ("ci_high", change.Interval.High), ("p_value", change.P.Value));
        }
    }
}
