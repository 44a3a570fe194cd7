using ParIndex.Statistics.Distributions;

namespace ParIndex.Statistics.Estimation;

/// <summary>Why an interval that takes the form as its unit does not exist.</summary>
public enum NoFormInterval
{
    /// <summary>It exists.</summary>
    None,

    /// <summary>No form has an answer.</summary>
    NoForm,

    /// <summary>As many strata as forms (or clusters): nothing to vary, so the variance is unknown, which is not 0.</summary>
    NoDegreesOfFreedom,
}

/// <summary>Count, sum and sum of squares of the linearised values of the forms (or clusters) of one stratum.</summary>
public readonly record struct Moments(int Count, double Sum, double Squares)
{
    /// <summary>With one more.</summary>
    public Moments With(double value) => new(Count + 1, Sum + value, Squares + (value * value));
}

/// <summary>
/// Interval of a ratio over several answers a form: a person's twenty answers are not twenty people. Taylor linearisation with the form,
/// or the cluster of forms, as unit: z = w (t − R v) ÷ Σ w v, Var = Σ_h n_h/(n_h − 1) Σ (z − mean_h)² (Särndal, Swensson and Wretman
/// 1992, ch. 5; Lumley 2010), a stratum with one unit centred at the grand mean 0; logit limits with t of units − strata degrees of freedom.
/// Where the estimated variance is 0 (as at 0 % and 100 %), Korn and Graubard 1998 with the number of units as n.
/// </summary>
public static class FormInterval
{
    /// <summary>The interval, or why there is none.</summary>
    /// <param name="share">The estimate, 0 to 1.</param>
    /// <param name="strata">Moments of the linearised values, a stratum each; one stratum for a simple sample.</param>
    /// <param name="interval">The limits; meaningless when the reason is not <see cref="NoFormInterval.None"/>.</param>
    /// <param name="level">Confidence level.</param>
    public static NoFormInterval TryOf(double share, IEnumerable<Moments> strata, out Interval interval, double level = Confidence.Usual)
    {
        ArgumentNullException.ThrowIfNull(strata);
        interval = default;
        var (units, count, variance) = (0, 0, 0.0);
        foreach (var stratum in strata.Where(stratum => stratum.Count > 0))
        {
            units += stratum.Count;
            count++;
            variance += stratum.Count == 1
                ? stratum.Squares
                : Math.Max(0, stratum.Squares - (stratum.Sum * stratum.Sum / stratum.Count)) * stratum.Count / (stratum.Count - 1);
        }

        if (units == 0) return NoFormInterval.NoForm;
        var freedom = units - count;
        if (freedom < 1) return NoFormInterval.NoDegreesOfFreedom;
        interval = share is <= 0 or >= 1 || variance < 1e-24
            ? ShareInterval.ClopperPearson(Math.Clamp(share, 0, 1), units, level)
            : Logit(share, Math.Sqrt(variance), StudentT.Quantile((1 + level) / 2, freedom));
        return NoFormInterval.None;
    }

    private static Interval Logit(double share, double error, double quantile)
    {
        var centre = Math.Log(share / (1 - share));
        var half = quantile * error / (share * (1 - share));
        return new Interval(1 / (1 + Math.Exp(half - centre)), 1 / (1 + Math.Exp(-half - centre)));
    }
}
