using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;
using ParIndex.Statistics.Distributions;
using ParIndex.Statistics.Quality;

namespace ParIndex.Core.Appraisal;

/// <summary>The share a unit reported for a leaf.</summary>
public sealed record ReportedShare(UnitCode Unit, string Group, CriterionCode Leaf, RatioRule Rule, Points Max, ScoreRounding Rounding, Quantity Part, Quantity Whole);

/// <summary>Units just on either side of a share at which the points jump.</summary>
/// <param name="Group">The ranking group.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="At">Where the points jump.</param>
/// <param name="Better">Units within two per cent points on the better side, by code.</param>
/// <param name="Worse">How many as near on the other.</param>
/// <param name="Stands">True when so many more on the better side are hardly chance (exact binomial tail, Benjamini &amp; Hochberg 1995, 5 %).</param>
public sealed record Bunch(string Group, CriterionCode Leaf, Jump At, IReadOnlyList<UnitCode> Better, int Worse, bool Stands);

/// <summary>
/// Dồn ngay trên ngưỡng: figures as often just over a threshold as just under it are what honest counting gives; many more just over are a
/// reason to look at the counting (the idea of McCrary 2008, with exact counts as units are few). docs/method.md, "Signs in the scores".
/// </summary>
public static class Bunching
{
    private const int PerCentPoint = 10_000, Near = 2 * PerCentPoint;
    private const double Rate = 0.05;

    /// <summary>Each jump with somebody on its better side, those that stand apart first.</summary>
    public static IReadOnlyList<Bunch> Of(IReadOnlyList<ReportedShare> shares)
    {
        var found = new List<Bunch>();
        foreach (var leaf in shares.GroupBy(share => (share.Group, share.Leaf)))
        {
            var first = leaf.First();
            foreach (var jump in first.Rule.Jumps(first.Max, first.Rounding))
            {
                var (better, worse) = (new List<UnitCode>(), 0);
                foreach (var share in leaf)
                {
                    if (RatioRule.Against(jump, share.Part, share.Whole) is not { } distance || Int128.Abs(distance) > (Int128)share.Whole.TenThousandths * Near) continue;
                    if (distance == 0 ? jump.OnIsBetter : distance > 0 == jump.MoreIsBetter) better.Add(share.Unit);
                    else worse++;
                }

                if (better.Count > 0) found.Add(new(leaf.Key.Group, leaf.Key.Leaf, jump, [.. better.Order()], worse, false));
            }
        }

        var rates = FalseDiscovery.Rates([.. found.Select(bunch => Binomial.AtLeast(bunch.Better.Count, bunch.Better.Count + bunch.Worse, 0.5))]);
        return
        [
            .. found.Select((bunch, i) => bunch with { Stands = rates[i] <= Rate }).OrderByDescending(bunch => bunch.Stands).ThenByDescending(bunch => bunch.Better.Count - bunch.Worse)
                .ThenBy(bunch => bunch.Group, StringComparer.Ordinal).ThenBy(bunch => bunch.Leaf).ThenBy(bunch => bunch.At.At),
        ];
    }
}
