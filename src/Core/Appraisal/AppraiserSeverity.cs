using ParIndex.Statistics;
using ParIndex.Statistics.Quality;
using ParIndex.Statistics.Raters;

namespace ParIndex.Core.Appraisal;

/// <summary>How much an appraiser takes off.</summary>
/// <param name="By">The appraiser.</param>
/// <param name="Scores">Scores given.</param>
/// <param name="Units">Units scored.</param>
/// <param name="Lowered">Scores below the claim.</param>
/// <param name="Mean">Mean share taken off, in per cent of the maximum.</param>
/// <param name="Effect">The same against the mean of all appraisers, given which units came to this one; null: cannot be compared.</param>
/// <param name="Error">Standard error of the effect; null with it.</param>
/// <param name="Stands">True when the effect is hardly chance among so many appraisers (Benjamini &amp; Hochberg 1995, 5 %).</param>
public sealed record AppraiserSeverity(Guid By, int Scores, int Units, int Lowered, decimal Mean, decimal? Effect, decimal? Error, bool Stands)
{
    private const double Rate = 0.05;

    /// <summary>Each appraiser, the strictest first; and why there is no comparison, where there is none.</summary>
    public static (IReadOnlyList<AppraiserSeverity> Appraisers, Undefined Why) Of(IReadOnlyList<ScorePair> pairs)
    {
        Guid[] who = [.. pairs.Select(pair => pair.By).Distinct().Order()];
        UnitCode[] units = [.. pairs.Select(pair => pair.Unit).Distinct().Order()];
        var (row, column) = (Places(units), Places(who));
        Undefined why;
        var severity = who.Length < 2
            ? None(out why)
            : RaterSeverity.Of([.. pairs.Select(pair => row[pair.Unit])], [.. pairs.Select(pair => column[pair.By])], [.. pairs.Select(pair => pair.OffShare)], out why);
        var rates = severity is null ? [] : FalseDiscovery.Rates(severity.P);
        var found = pairs.GroupBy(pair => pair.By).Select(all =>
        {
            var place = column[all.Key];
            return new AppraiserSeverity(all.Key, all.Count(), all.Select(pair => pair.Unit).Distinct().Count(), all.Count(pair => pair.Given < pair.Claimed),
                Round(all.Average(pair => pair.OffShare)), severity is null ? null : Round(severity.Effects[place]), severity is null ? null : Round(severity.Errors[place]),
                severity is not null && rates[place] <= Rate);
        });
        return ([.. found.OrderByDescending(one => one.Effect ?? one.Mean).ThenBy(one => one.By)], why);
    }

    private static RaterSeverity? None(out Undefined why)
    {
        why = Undefined.NoSolution;
        return null;
    }

    private static Dictionary<T, int> Places<T>(T[] all)
        where T : notnull => all.Index().ToDictionary(one => one.Item, one => one.Index);

    private static decimal Round(double value) => Rounding.HalfAwayFromZero((decimal)value, 2);
}
