using ParIndex.Statistics.Distributions;
using ParIndex.Statistics.Estimation;

namespace ParIndex.Statistics.Quality;

/// <summary>What forms of one interviewer have in common (Kish 1962; O'Muircheartaigh &amp; Campanelli 1998): one-way analysis of variance.</summary>
/// <param name="Intraclass">(MS between - MS within) / (MS between + (n0 - 1) MS within).</param>
/// <param name="Load">n0, the mean load corrected for its spread.</param>
/// <param name="F">Ratio of the mean squares.</param>
/// <param name="P">Its upper tail.</param>
/// <param name="Effect">1 + (mean load - 1) · intraclass correlation, not below 1.</param>
/// <param name="Means">Mean of each interviewer, in the order of their codes; NaN without a form.</param>
/// <param name="Z">Distance from the grand mean over the standard error of a mean of so many forms.</param>
public sealed record Interviewers(double Intraclass, double Load, double F, double P, double Effect, double[] Means, double[] Z)
{
    /// <param name="values">A value for each form; NaN is left out.</param>
    /// <param name="interviewer">Code of the interviewer, from 0.</param>
    public static Interviewers Of(double[] values, int[] interviewer)
    {
        var kept = Enumerable.Range(0, values.Length).Where(i => !double.IsNaN(values[i]) && interviewer[i] >= 0).ToArray();
        var groups = interviewer.Max() + 1;
        var n = new double[groups];
        var means = new double[groups];
        foreach (var i in kept) n[interviewer[i]]++;
        foreach (var i in kept) means[interviewer[i]] += values[i] / n[interviewer[i]];
        var used = Enumerable.Range(0, groups).Where(g => n[g] > 0).ToArray();
        var grand = kept.Average(i => values[i]);
        var (k, total) = (used.Length, (double)kept.Length);
        var between = used.Sum(g => n[g] * Math.Pow(means[g] - grand, 2)) / (k - 1);
        var within = kept.Sum(i => Math.Pow(values[i] - means[interviewer[i]], 2)) / (total - k);
        var load = (total - used.Sum(g => n[g] * n[g]) / total) / (k - 1);
        var rho = (between - within) / (between + (load - 1) * within);
        var f = between / within;
        var sd = Math.Sqrt(Quantiles.Variance([.. kept.Select(i => values[i])]));
        return new(rho, load, f, FisherF.Upper(f, k - 1, total - k), 1 + (total / k - 1) * Math.Max(rho, 0),
            [.. means.Select((m, g) => n[g] > 0 ? m : double.NaN)], [.. means.Select((m, g) => n[g] > 0 ? (m - grand) / (sd / Math.Sqrt(n[g])) : double.NaN)]);
    }
}
