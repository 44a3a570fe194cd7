namespace ParIndex.Statistics.Estimation;

/// <summary>A share of satisfied answers under the design, with everything it rests on. What cannot be known is undefined with its reason.</summary>
/// <param name="Share">Σ w satisfied ÷ Σ w answered.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Limits">95 % interval: logit; at 0 % and 100 % by Korn and Graubard.</param>
/// <param name="Forms">Forms with an answer.</param>
/// <param name="Answers">Answers.</param>
/// <param name="Freedom">Primary units minus strata that the domain touches.</param>
/// <param name="DesignEffect">Variance over that of a simple sample of as many forms, drawn with replacement.</param>
/// <param name="Levels">Weighted share of each level among the answers, lowest first.</param>
public sealed record SurveyShare(
    Figure Share, Figure Error, Interval Limits, long Forms, long Answers, int Freedom, Figure DesignEffect, IReadOnlyList<double> Levels)
{
    /// <summary>Sum of the weights of the answers.</summary>
    public double Weight { get; init; }

    /// <summary>Forms over the design effect: the simple sample that would be as exact.</summary>
    public Figure EffectiveForms => DesignEffect.IsDefined && DesignEffect.Value > 0 ? Figure.Of(Forms / DesignEffect.Value, Undefined.NoSpread) : DesignEffect;
}

/// <summary>
/// Shares out of <see cref="SurveySums"/> by Taylor linearisation, z = w (y − R x) ÷ Σ w x (Särndal, Swensson &amp; Wretman 1992, ch. 5): between
/// the primary units of a stratum, Σ (1−f) n/(n−1) Σ (z − mean)², then between the forms of a drawn cluster times the fraction drawn.
/// Primary units without a form of the domain count as 0.
/// </summary>
public sealed class SurveyShares(SurveySums sums, LonelyRule lonely = LonelyRule.Fail)
{
    // Σz and Σz² over the forms of a primary unit, z the linearised values.
    private readonly record struct Linearised(double Total, double Squares);

    /// <summary>All items of a domain together, each answer alike.</summary>
    public SurveyShare Whole(int domain) => Of(domain, -1);

    /// <summary>One item.</summary>
    public SurveyShare Item(int domain, int item) => Of(domain, item);

    private SurveyShare Of(int domain, int item)
    {
        var (y, x, weight, forms, answers) = (0.0, 0.0, 0.0, 0L, 0L);
        var spread = (Yy: 0.0, Xy: 0.0, Xx: 0.0);
        var levels = new double[sums.Highest];
        for (var unit = 0; unit < sums.Units.Count; unit++)
        {
            if (sums.Of(unit, domain) is not { } row) continue;
            if (item < 0)
            {
                (y, x, weight) = (y + row[1], x + row[2], weight + row[0]);
                spread = (spread.Yy + row[3], spread.Xy + row[4], spread.Xx + row[5]);
                forms += sums.Units[unit].AnsweringIn(domain);
                for (var q = 0; q < sums.Items; q++) Add(row.AsSpan(SurveySums.Whole + (q * sums.Stride), sums.Stride));
            }
            else
            {
                var cell = row.AsSpan(SurveySums.Whole + (item * sums.Stride), sums.Stride);
                var (satisfied, given) = Pair(cell);
                (y, x, weight) = (y + satisfied, x + given, weight + given);
                spread = (spread.Yy + satisfied, spread.Xy + satisfied, spread.Xx + given);
                forms += (long)cell[sums.Highest + 2];
                Add(cell);
            }
        }

        if (!(x > 0))
        {
            var none = Figure.Because(Undefined.NoAnswers);
            return new(none, none, Interval.Because(Undefined.NoAnswers), 0, 0, 0, none, levels);
        }

        for (var level = 0; level < levels.Length; level++) levels[level] /= x;
        var share = y / x;
        var (variance, freedom) = Variance(domain, item, share, x);
        // A simple sample of as many forms: the spread of the residuals over the number of forms.
        var residual = (spread.Yy - (2 * share * spread.Xy) + (share * share * spread.Xx)) / weight / (x / weight * (x / weight));
        var simple = forms > 1 ? residual * forms / (forms - 1.0) / forms : double.NaN;
        var effect = !variance.IsDefined ? variance : simple > 0 ? Figure.Of(variance.Value / simple, Undefined.NoSpread) : Figure.Because(Undefined.NoSpread);
        return new(Figure.Of(share, Undefined.NoAnswers), variance.IsDefined ? Figure.Of(Math.Sqrt(variance.Value), Undefined.NoSpread) : variance,
            Limits(share, variance, (int)Math.Min(int.MaxValue, forms), freedom), forms, answers, freedom, effect, levels)
        { Weight = x };

        void Add(ReadOnlySpan<double> cell)
        {
            for (var level = 0; level < levels.Length; level++) levels[level] += cell[level];
            answers += (long)cell[sums.Highest + 2];
        }
    }

    private static Interval Limits(double share, Figure variance, int forms, int freedom)
    {
        if (freedom <= 0) return Interval.Because(Undefined.NoDegreesOfFreedom);
        if (!variance.IsDefined) return Interval.Because(variance.Reason);
        return share is <= 0 or >= 1 || variance.Value < 1e-24
            ? DesignShareInterval.Honest(share, variance.Value, forms, freedom).Interval
            : DesignShareInterval.Logit(share, variance.Value, freedom);
    }

    private (Figure Variance, int Freedom) Variance(int domain, int item, double share, double x)
    {
        var strata = Enumerable.Range(0, sums.Units.Count).GroupBy(unit => sums.Units[unit].Stratum).OrderBy(stratum => stratum.Key)
            .Select(stratum => stratum.ToArray()).ToArray();
        var (variance, freedom, usable, failed) = (0.0, 0, 0, false);
        foreach (var stratum in strata)
        {
            var touched = 0L;
            var (drawn, total, squares, within) = (0.0, 0.0, 0.0, 0.0);
            foreach (var unit in stratum)
            {
                var own = sums.Units[unit];
                var z = Of(unit, domain, item, share, x);
                var answering = Answering(unit, domain, item);
                if (own.OfForms)
                {
                    (drawn, total, squares) = (drawn + own.Forms, total + z.Total, squares + z.Squares);
                    touched += answering;
                    continue;
                }

                (drawn, total, squares) = (drawn + 1, total + z.Total, squares + (z.Total * z.Total));
                if (answering > 0) touched++;
                if (!double.IsInfinity(own.People) && own.Forms > 1)
                    within += (1 - (own.Forms / own.People)) * own.Forms / (own.Forms - 1.0) * Math.Max(0, z.Squares - (z.Total * z.Total / own.Forms));
            }

            if (touched > 0) freedom += (int)Math.Min(int.MaxValue / 4, touched) - 1;
            var first = sums.Units[stratum[0]];
            var population = first.OfForms ? first.People : first.Clusters;
            var fraction = double.IsInfinity(population) ? 0 : drawn / population;
            if (drawn > 1)
            {
                variance += ((1 - fraction) * drawn / (drawn - 1) * Math.Max(0, squares - (total * total / drawn))) + (fraction * within);
                usable++;
            }
            else if (fraction >= 1 || lonely is LonelyRule.Certainty or LonelyRule.Remove)
            {
                variance += fraction * within;
                usable++;
            }
            else if (lonely == LonelyRule.Adjust)
            {
                // The linearised values of the whole add up to 0, so the grand mean is 0.
                variance += ((1 - fraction) * squares) + (fraction * within);
                usable++;
            }
            else
            {
                failed |= lonely == LonelyRule.Fail;
            }
        }

        if (failed) return (Figure.Because(Undefined.OneCluster), freedom);
        if (usable == 0 || freedom <= 0) return (Figure.Because(Undefined.NoDegreesOfFreedom), freedom);
        return (Figure.Of(variance * strata.Length / usable, Undefined.NoDegreesOfFreedom), freedom);
    }

    private long Answering(int unit, int domain, int item) =>
        sums.Of(unit, domain) is not { } row ? 0
        : item < 0 ? sums.Units[unit].AnsweringIn(domain)
        : (long)row[SurveySums.Whole + (item * sums.Stride) + sums.Highest + 2];

    private Linearised Of(int unit, int domain, int item, double share, double x)
    {
        if (sums.Of(unit, domain) is not { } row) return default;
        if (item < 0)
            return new((row[1] - (share * row[2])) / x, (row[6] - (2 * share * row[7]) + (share * share * row[8])) / (x * x));
        var cell = row.AsSpan(SurveySums.Whole + (item * sums.Stride), sums.Stride);
        var (satisfied, given) = Pair(cell);
        return new((satisfied - (share * given)) / x, ((cell[sums.Highest + 1] * (1 - (2 * share))) + (share * share * cell[sums.Highest])) / (x * x));
    }

    private (double Satisfied, double Given) Pair(ReadOnlySpan<double> cell)
    {
        var (satisfied, given) = (0.0, 0.0);
        for (var level = 0; level < sums.Highest; level++)
        {
            given += cell[level];
            if (level + 1 >= sums.SatisfiedFrom) satisfied += cell[level];
        }

        return (satisfied, given);
    }
}
