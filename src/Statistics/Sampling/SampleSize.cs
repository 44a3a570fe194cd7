using ParIndex.Statistics.Distributions;

namespace ParIndex.Statistics.Sampling;

/// <summary>How many forms a wanted precision needs. Sizes before rounding are real numbers of forms.</summary>
public static class SampleSize
{
    /// <summary>The steps from the textbook size to the invitations: what each correction adds can be shown.</summary>
    /// <param name="Simple">z² p(1-p) / e².</param>
    /// <param name="WithDesignEffect">Times the design effect (Kish 1965).</param>
    /// <param name="WithPopulation">n / (1 + (n-1)/N), applied after the design effect.</param>
    /// <param name="Completed">Rounded up.</param>
    /// <param name="Invited">Completed over the response rate, rounded up.</param>
    public readonly record struct Plan(double Simple, double WithDesignEffect, double WithPopulation, double Completed, double Invited);

    /// <summary>Forms for a share p within ± margin; an infinite population has no correction.</summary>
    public static Plan ForShare(double p, double margin, double level = Confidence.Usual, double population = double.PositiveInfinity,
        double designEffect = 1, double responseRate = 1)
    {
        var z = Normal.Quantile(0.5 + level / 2);
        var simple = z * z * p * (1 - p) / (margin * margin);
        var clustered = simple * designEffect;
        var finite = double.IsInfinity(population) ? clustered : clustered / (1 + (clustered - 1) / population);
        var completed = Up(finite);
        return new(simple, clustered, finite, completed, Up(completed / responseRate));
    }

    /// <summary>
    /// N / (1 + N e²), the simplified formula of the survey guide (Yamane 1967): p = 1/2, confidence 95.45 %, no clusters.
    /// To be shown beside the others, never alone.
    /// </summary>
    public static double Yamane(double population, double margin) => population / (1 + population * margin * margin);

    /// <summary>z² p(1-p) / e², corrected for a finite population: n0 / (1 + (n0-1)/N) (Cochran 1977, 4.2). Guides take z = 1.96.</summary>
    public static double Cochran(double z, double p, double margin, double population)
    {
        var simple = z * z * p * (1 - p) / (margin * margin);
        return simple / (1 + (simple - 1) / population);
    }

    /// <summary>The half width that n forms really give under a design effect: the inverse use.</summary>
    public static double Margin(double n, double p, double level = Confidence.Usual, double population = double.PositiveInfinity, double designEffect = 1)
    {
        var fpc = double.IsInfinity(population) ? 1 : (population - n) / Math.Max(1, population - 1);
        return Normal.Quantile(0.5 + level / 2) * Math.Sqrt(p * (1 - p) / n * designEffect * fpc);
    }

    /// <summary>n so that Wilson's interval has half width e (Piegorsch 2004, Stat. Med. 23); undefined when none does.</summary>
    public static Figure ForWilson(double p, double margin, double level = Confidence.Usual)
    {
        var z = Normal.Quantile(0.5 + level / 2);
        var pq = p * (1 - p);
        var e2 = margin * margin;
        var root = e2 - pq * (4 * e2 - pq);
        if (root < 0) return Figure.Because(Undefined.NoSolution);
        return Figure.Of((pq - 2 * e2 + Math.Sqrt(root)) / (2 * e2 / (z * z)), Undefined.NoSolution);
    }

    /// <summary>Forms in each group to find p1 against p2 by a two-sided test (normal approximation, Fleiss 1981).</summary>
    public static double ForDifference(double p1, double p2, double alpha, double power)
    {
        var za = Normal.Quantile(1 - alpha / 2);
        var zb = Normal.Quantile(power);
        var sum = p1 + p2;
        var root = za * Math.Sqrt(sum * (1 - sum / 2)) + zb * Math.Sqrt(p1 * (1 - p1) + p2 * (1 - p2));
        return Math.Pow(root / Math.Abs(p1 - p2), 2);
    }

    /// <summary>Up to a whole form, forgiving the last bits.</summary>
    public static double Up(double forms) => Math.Ceiling(forms - 1e-9);
}
