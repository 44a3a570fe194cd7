namespace ParIndex.Core.Sampling;

/// <summary>What a token may say of the case it is given to: so coarse that it fits at least ten persons, or a response would lead back to one.</summary>
/// <param name="Stratum">Stratum, or the unit's rest.</param>
/// <param name="Cluster">Cluster; empty: none, or too few.</param>
/// <param name="Weight">Design weight in millionths.</param>
public sealed record SafePlace(string Stratum, string Cluster, long Weight);

/// <summary>Coarsens strata, clusters and weights of the drawn.</summary>
public static class SafePlaces
{
    /// <summary>Fewest persons of the sample that share all a response says of its place; the reserve hides nobody, since it may never be asked.</summary>
    public const int Fewest = 10;

    /// <summary>One for each case, in order. The weights of the sample add up to what they were.</summary>
    public static IReadOnlyList<SafePlace> Of(IReadOnlyList<DrawnCase> cases)
    {
        var result = new SafePlace[cases.Count];
        foreach (var unit in Enumerable.Range(0, cases.Count).GroupBy(i => cases[i].Line.Unit, StringComparer.Ordinal))
        {
            var cells = Cells([.. unit], cases);
            foreach (var (stratum, cluster, members) in cells)
                foreach (var level in Levels(members, cases))
                {
                    var weight = (long)Math.Round(Mean(level, cases) * 1_000_000, MidpointRounding.AwayFromZero);
                    foreach (var i in level) result[i] = new(stratum, cluster, weight);
                }
        }

        return result;
    }

    private static int Asked(IEnumerable<int> members, IReadOnlyList<DrawnCase> cases) => members.Count(i => !cases[i].Reserve);

    private static double Mean(List<int> level, IReadOnlyList<DrawnCase> cases) =>
        Asked(level, cases) > 0 ? level.Where(i => !cases[i].Reserve).Average(i => cases[i].Weight) : level.Average(i => cases[i].Weight);

    private static List<(string Stratum, string Cluster, List<int> Members)> Cells(IReadOnlyList<int> unit, IReadOnlyList<DrawnCase> cases)
    {
        var cells = new List<(string Stratum, string Cluster, List<int> Members)>();
        var rest = new List<int>();
        foreach (var stratum in unit.GroupBy(i => cases[i].Stratum, StringComparer.Ordinal).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var loose = new List<int>();
            foreach (var cluster in stratum.GroupBy(i => cases[i].Cluster, StringComparer.Ordinal).OrderBy(one => one.Key, StringComparer.Ordinal))
                if (Asked(cluster, cases) >= Fewest) cells.Add((stratum.Key, cluster.Key, [.. cluster]));
                else loose.AddRange(cluster);
            if (Asked(loose, cases) >= Fewest) cells.Add((stratum.Key, "", loose));
            else rest.AddRange(loose);
        }

        if (rest.Count > 0)
        {
            // Too few to stand alone: with the smallest other cell they hide each other.
            if (Asked(rest, cases) < Fewest && cells.Count > 0)
            {
                var least = cells.MinBy(cell => Asked(cell.Members, cases));
                cells.Remove(least);
                rest.AddRange(least.Members);
            }

            cells.Add((cases[rest[0]].Line.Unit, "", rest));
        }

        return cells;
    }

    /// <summary>Cases of like weight, each level with enough of them: a level with too few joins the next.</summary>
    private static List<List<int>> Levels(List<int> members, IReadOnlyList<DrawnCase> cases)
    {
        var levels = members.GroupBy(i => Math.Round(cases[i].Weight, 6)).OrderBy(level => level.Key).Select(level => level.ToList()).ToList();
        for (var at = 0; at < levels.Count && levels.Count > 1;)
        {
            if (Asked(levels[at], cases) >= Fewest)
            {
                at++;
                continue;
            }

            var other = at + 1 < levels.Count ? at + 1 : at - 1;
            levels[Math.Min(at, other)].AddRange(levels[Math.Max(at, other)]);
            levels.RemoveAt(Math.Max(at, other));
            at = Math.Min(at, other);
        }

        return levels;
    }
}
