using ParIndex.Statistics.Distributions;

namespace ParIndex.Statistics.Estimation;

/// <summary>
/// Intervals of a share under a design: p, its variance v, n records and df degrees of freedom of the domain itself. All are
/// undefined without degrees of freedom; all but <see cref="Honest"/> also where v = 0.
/// </summary>
public static class DesignShareInterval
{
    public static Interval Plain(double p, double v, double df, double level = Confidence.Usual) =>
        Of(p, v, df, () => Around(p, Math.Sqrt(v), df, level, x => x));

    /// <summary>Symmetric on the log-odds: the default.</summary>
    public static Interval Logit(double p, double v, double df, double level = Confidence.Usual) =>
        Of(p, v, df, () => Around(Odds.Log(p), Math.Sqrt(v) / (p * (1 - p)), df, level, Odds.Share));

    /// <summary>Symmetric on arcsin √p.</summary>
    public static Interval Arcsine(double p, double v, double df, double level = Confidence.Usual) =>
        Of(p, v, df, () => Around(Math.Asin(Math.Sqrt(p)), Math.Sqrt(v / (4 * p * (1 - p))), df, level, x => Math.Sin(x) * Math.Sin(x)));

    /// <summary>Clopper-Pearson on the effective number of answers (Korn &amp; Graubard 1998), adjusted for the degrees of freedom.</summary>
    public static Interval KornGraubard(double p, double v, int n, double df, double level = Confidence.Usual) => Of(p, v, df, () =>
    {
        var (a, m) = ((1 - level) / 2, Effective(p, v, n, df, level));
        return new(Beta.Quantile(a, m * p, m * (1 - p) + 1), Beta.Quantile(1 - a, m * p + 1, m * (1 - p)));
    });

    /// <summary>Wilson on the effective number of answers, with t for z.</summary>
    public static Interval Wilson(double p, double v, double df, double level = Confidence.Usual) =>
        Of(p, v, df, () => ShareInterval.Score(p, p * (1 - p) / v, StudentT.Quantile(0.5 + level / 2, df)));

    /// <summary>Where the likelihood ratio, scaled by the design effect, meets the critical value (Rao &amp; Scott 1984).</summary>
    public static Interval Likelihood(double p, double v, int n, double df, double level = Confidence.Usual) => Of(p, v, df, () =>
    {
        var t = StudentT.Quantile(0.5 + level / 2, df);
        var effect = v / (p * (1 - p) / n);
        var target = t * t * effect * n / (n - 1.0);
        double Excess(double q) => 2 * n * (p * Math.Log(p / q) + (1 - p) * Math.Log((1 - p) / (1 - q))) - target;
        return new(Root.Between(Excess, 0, p), Root.Between(Excess, p, 1));
    });

    /// <summary>
    /// Korn &amp; Graubard as the NCHS presentation standards use it (Parker et al. 2017, Series 2 No. 175): effective n = n at 0 %, at
    /// 100 % and where the variance is 0, times (t(n-1)/t(df))², at most n. Undefined only without degrees of freedom.
    /// </summary>
    public static (Figure EffectiveN, Interval Interval) Honest(double p, double v, int n, double df, double level = Confidence.Usual)
    {
        if (n == 0 || double.IsNaN(p)) return (Figure.Because(Undefined.NoAnswers), Interval.Because(Undefined.NoAnswers));
        if (!(df > 0)) return (Figure.Because(Undefined.NoDegreesOfFreedom), Interval.Because(Undefined.NoDegreesOfFreedom));
        var a = (1 - level) / 2;
        var m = p <= 0 || p >= 1 || v <= 0 ? n : Math.Min(n, p * (1 - p) / v);
        m = Math.Min(n, m * Adjustment(n, df, a));
        var x = p * m;
        return (Figure.Of(m, Undefined.NoSpread),
            new(p <= 0 ? 0 : Beta.Quantile(a, x, m - x + 1), p >= 1 ? 1 : Beta.Quantile(1 - a, x + 1, m - x)));
    }

    private static double Effective(double p, double v, int n, double df, double level) => p * (1 - p) / v * Adjustment(n, df, (1 - level) / 2);

    private static double Adjustment(int n, double df, double a) => Math.Pow(StudentT.Quantile(a, n - 1) / StudentT.Quantile(a, df), 2);

    private static Interval Around(double centre, double error, double df, double level, Func<double, double> back)
    {
        var half = StudentT.Quantile(0.5 + level / 2, df) * error;
        return new(back(centre - half), back(centre + half));
    }

    private static Interval Of(double p, double v, double df, Func<Interval> interval)
    {
        if (double.IsNaN(p)) return Interval.Because(Undefined.NoAnswers);
        if (!(df > 0)) return Interval.Because(Undefined.NoDegreesOfFreedom);
        return p <= 0 || p >= 1 || !(v > 0) ? Interval.Because(Undefined.NoSpread) : interval();
    }
}
