namespace ParIndex.Core.Sampling;

/// <summary>A cluster that was drawn, and its chance of that.</summary>
public readonly record struct DrawnCluster(int Cluster, double Chance);

/// <summary>
/// Clusters with chances by their size: systematic along the cumulated sizes from a start given by lot (Madow 1949). A cluster that is as large as
/// the step is taken for certain, and the rest drawn anew.
/// </summary>
public static class ClusterDrawing
{
    /// <summary>Draws up to <paramref name="wanted"/> clusters of these sizes, in the order given.</summary>
    /// <param name="sizes">Persons of each cluster, in the order of the lot.</param>
    /// <param name="wanted">How many.</param>
    /// <param name="start">From 0 up to 2³²: where in the first step it begins.</param>
    public static IReadOnlyList<DrawnCluster> Draw(IReadOnlyList<int> sizes, int wanted, uint start)
    {
        if (wanted >= sizes.Count) return [.. sizes.Select((_, i) => new DrawnCluster(i, 1))];
        var certain = new HashSet<int>();
        for (var grew = true; grew;)
        {
            grew = false;
            var (rest, steps) = (Rest(sizes, certain).Sum(i => (long)sizes[i]), wanted - certain.Count);
            foreach (var i in Rest(sizes, certain).ToList())
                if (steps > 0 && (long)sizes[i] * steps >= rest) grew |= certain.Add(i);
        }

        var drawn = certain.Select(i => new DrawnCluster(i, 1)).ToList();
        var open = Rest(sizes, certain).ToList();
        var (sum, count) = (open.Sum(i => (long)sizes[i]), Math.Max(0, wanted - certain.Count));
        long before = 0;
        var next = 0;
        foreach (var i in open)
        {
            var after = before + sizes[i];
            // Marks lie at (start + n 2³²) × sum ÷ (count 2³²): whole numbers on both sides, so that no rounding decides.
            if (next < count && (start + ((Int128)next << 32)) * sum < (Int128)after * count << 32)
            {
                drawn.Add(new(i, (double)sizes[i] * count / sum));
                next++;
            }

            before = after;
        }

        return [.. drawn.OrderBy(one => one.Cluster)];
    }

    private static IEnumerable<int> Rest(IReadOnlyList<int> sizes, HashSet<int> certain) => Enumerable.Range(0, sizes.Count).Where(i => !certain.Contains(i));
}
