using ParIndex.Statistics.Estimation;

namespace ParIndex.Core.Surveys;

/// <summary>Linearised values of forms, gathered by the stratum and the cluster that the sample had them in.</summary>
/// <param name="places">Every stratum and cluster that a form has, by its number.</param>
internal sealed class FormMoments(IReadOnlyList<(string? Stratum, string? Cluster)> places)
{
    private readonly Moments[] found = new Moments[places.Count];

    public void Add(int place, double value) => found[place] = found[place].With(value);

    /// <summary>The 95 % interval around a share or a mean between 0 and 1, or why there is none.</summary>
    public NoFormInterval TryInterval(double share, out Interval limits)
    {
        var strata = new SortedDictionary<string, Moments>(StringComparer.Ordinal);
        foreach (var (place, moments) in places.Zip(found).OrderBy(one => one.First.Stratum, StringComparer.Ordinal).ThenBy(one => one.First.Cluster, StringComparer.Ordinal))
        {
            if (moments.Count == 0) continue;
            var stratum = place.Stratum ?? "";
            // Forms of a cluster are one unit of chance together.
            strata[stratum] = place.Cluster is null ? Together(strata.GetValueOrDefault(stratum), moments) : strata.GetValueOrDefault(stratum).With(moments.Sum);
        }

        return FormInterval.TryOf(share, strata.Values, out limits);
    }

    private static Moments Together(Moments a, Moments b) => new(a.Count + b.Count, a.Sum + b.Sum, a.Squares + b.Squares);
}
