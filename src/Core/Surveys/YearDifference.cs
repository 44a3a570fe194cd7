using ParIndex.Statistics.Estimation;

namespace ParIndex.Core.Surveys;

/// <summary>A form of one of two years, over the items that both years asked alike.</summary>
/// <param name="Now">True: of the later year.</param>
/// <param name="Satisfied">Satisfied answers.</param>
/// <param name="Valid">Valid answers, more than 0.</param>
/// <param name="Weight">More than 0.</param>
/// <param name="Stratum">The same name in both years for the same stratum.</param>
/// <param name="Cluster">The same name in both years for the same cluster; empty: the form alone.</param>
public readonly record struct YearForm(bool Now, int Satisfied, int Valid, double Weight, string Stratum, string Cluster);

/// <summary>Satisfaction then and now, in per cent, and the difference with an interval that knows of clusters asked in both years.</summary>
/// <param name="Before">Then.</param>
/// <param name="Now">Now.</param>
/// <param name="Difference">Now − then.</param>
/// <param name="Low">95 %; null: undefined.</param>
/// <param name="High">95 %; null: undefined.</param>
/// <param name="Shared">Clusters in both years.</param>
public sealed record YearDifference(decimal Before, decimal Now, decimal Difference, decimal? Low, decimal? High, int Shared)
{
    /// <summary>Null: nobody can tell; else whether the difference is more than sampling gives.</summary>
    public bool? Told => Low is null ? null : Low > 0 || High < 0;

    /// <summary>
    /// Both years stacked as one design with the names of clusters kept, so that the covariance of shared clusters comes out (Kish 1965,
    /// ch. 12; <see cref="YearChange"/>). Null: a year has no form.
    /// </summary>
    public static YearDifference? Of(IReadOnlyList<YearForm> forms)
    {
        if (forms.All(form => form.Now) || forms.All(form => !form.Now)) return null;
        var strata = Codes(forms.Select(form => form.Stratum));
        var clusters = Codes(forms.Select((form, i) => form.Cluster.Length == 0 ? $"\n{i}" : $"{form.Stratum}\n{form.Cluster}"));
        var design = SampleDesign.Of([.. forms.Select(form => form.Weight)], strata, [clusters], lonely: LonelyRule.Adjust);
        double[] top = [.. forms.Select(form => (double)form.Satisfied)], bottom = [.. forms.Select(form => (double)form.Valid)];
        var (before, now) = (Linear.Ratio(design, top, bottom, i => !forms[i].Now), Linear.Ratio(design, top, bottom, i => forms[i].Now));
        var change = YearChange.Of(design, before, now, design.DegreesOfFreedom());
        var told = !double.IsNaN(change.Interval.Low);
        var shared = forms.Select((form, i) => (form, Cluster: clusters[i])).Where(one => one.form.Cluster.Length > 0)
            .GroupBy(one => one.Cluster).Count(group => group.Any(one => one.form.Now) && group.Any(one => !one.form.Now));
        return new(Two(before.Value), Two(now.Value), Two(now.Value) - Two(before.Value), told ? Two(change.Interval.Low) : null, told ? Two(change.Interval.High) : null, shared);
    }

    private static int[] Codes(IEnumerable<string> names)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. names.Select(name => known.TryGetValue(name, out var code) ? code : known[name] = known.Count)];
    }

    private static decimal Two(double share) => Rounding.HalfAwayFromZero((decimal)(share * 100), 2);
}
