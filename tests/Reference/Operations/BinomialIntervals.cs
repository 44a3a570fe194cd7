using ParIndex.Statistics.Estimation;

namespace ParIndex.Reference.Operations;

internal static class BinomialIntervals
{
    private static readonly (string Name, Func<double, double, double, Interval> Of)[] Methods =
    [
        ("wilson", (p, n, level) => ShareInterval.Wilson(p, n, level)), ("wilson_continuity", ShareInterval.WilsonContinuity), ("clopper_pearson", ShareInterval.ClopperPearson),
        ("agresti_coull", ShareInterval.AgrestiCoull), ("jeffreys", ShareInterval.Jeffreys), ("wald", ShareInterval.Wald),
        ("logit", ShareInterval.Logit), ("mid_p", ShareInterval.MidP),
    ];

    public static void Run(Case one, Answers answers)
    {
        var t = one.Table("counts.csv");
        var (id, x, n, level) = (t.Text("id"), t.Numbers("x"), t.Numbers("n"), t.Numbers("level"));
        for (var i = 0; i < t.Rows; i++)
            foreach (var (name, of) in Methods)
            {
                var interval = of(x[i] / n[i], n[i], level[i]);
                answers.Add("interval", $"id={id[i]}|method={name}", ("low", interval.Low), ("high", interval.High));
            }
    }
}
