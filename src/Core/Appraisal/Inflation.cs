using ParIndex.Statistics.Raters;

namespace ParIndex.Core.Appraisal;

/// <summary>How far a unit's own scores lie above the appraisal's.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Group">Its ranking group.</param>
/// <param name="Leaves">Leaves with both scores.</param>
/// <param name="Claimed">Sum of the claims.</param>
/// <param name="Given">Sum of what was given.</param>
/// <param name="Max">Sum of the maxima.</param>
/// <param name="Distance">Distance of the share taken off from the group's median in robust standard deviations; null: the group has no spread.</param>
public sealed record UnitInflation(UnitCode Unit, string Group, int Leaves, Points Claimed, Points Given, Points Max, decimal? Distance)
{
    /// <summary>Beyond 3.5 robust deviations a value stands apart (Iglewicz &amp; Hoaglin 1993).</summary>
    public const decimal Far = 3.5m;

    /// <summary>True when the unit claims far more than others of its group do.</summary>
    public bool Stands => Distance > Far;
}

/// <summary>A leaf that units and appraisers read differently.</summary>
/// <param name="Group">The ranking group.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="Units">Units with both scores.</param>
/// <param name="Lowered">Units given less than they claimed.</param>
/// <param name="Off">Points taken off in all.</param>
/// <param name="Max">Maximum of the leaf for all these units.</param>
public sealed record LeafInflation(string Group, CriterionCode Leaf, int Units, int Lowered, Points Off, Points Max);

/// <summary>Tự chấm cao hơn thẩm định: by unit against its group, and by leaf. docs/method.md, "Signs in the scores".</summary>
public static class Inflation
{
    /// <summary>Each unit with a pair, the farthest first; ties by code.</summary>
    public static IReadOnlyList<UnitInflation> OfUnits(IReadOnlyList<ScorePair> pairs)
    {
        var found = new List<UnitInflation>();
        foreach (var group in pairs.GroupBy(pair => pair.Group, StringComparer.Ordinal))
        {
            UnitInflation[] units =
            [
                .. group.GroupBy(pair => pair.Unit).Select(all => new UnitInflation(
                    all.Key, group.Key, all.Count(), Sum(all, pair => pair.Claimed), Sum(all, pair => pair.Given), Sum(all, pair => pair.Max), null)),
            ];
            var z = PairedScores.RobustZ([.. units.Select(unit => (double)(unit.Claimed - unit.Given).TenThousandths / unit.Max.TenThousandths)]);
            for (var i = 0; i < units.Length; i++)
                found.Add(units[i] with { Distance = z[i].IsDefined ? Rounding.HalfAwayFromZero((decimal)Math.Clamp(z[i].Value, -1e6, 1e6), 2) : null });
        }

        return [.. found.OrderByDescending(unit => unit.Distance ?? 0).ThenByDescending(unit => unit.Claimed - unit.Given).ThenBy(unit => unit.Unit)];
    }

    /// <summary>Leaves where something was taken off, the greatest share first.</summary>
    public static IReadOnlyList<LeafInflation> OfLeaves(IReadOnlyList<ScorePair> pairs) =>
    [
        .. pairs.GroupBy(pair => (pair.Group, pair.Leaf))
            .Select(all => new LeafInflation(all.Key.Group, all.Key.Leaf, all.Count(), all.Count(pair => pair.Given < pair.Claimed), Sum(all, pair => pair.Off), Sum(all, pair => pair.Max)))
            .Where(leaf => leaf.Lowered > 0)
            .OrderByDescending(leaf => (decimal)leaf.Off.TenThousandths / leaf.Max.TenThousandths).ThenBy(leaf => leaf.Group, StringComparer.Ordinal).ThenBy(leaf => leaf.Leaf),
    ];

    private static Points Sum(IEnumerable<ScorePair> pairs, Func<ScorePair, Points> of)
    {
        var sum = Points.Zero;
        foreach (var pair in pairs) sum += of(pair);
        return sum;
    }
}
