namespace ParIndex.Statistics.Raters;

/// <summary>What a distance between two ratings means.</summary>
public enum RatingScale
{
    Nominal,
    Ordinal,
    Interval,
    Ratio,
}

/// <summary>Krippendorff's alpha: 1 - observed over expected disagreement, with missing ratings (Krippendorff 2011).</summary>
public static class Krippendorff
{
    /// <param name="ratings">Units × raters, NaN for missing.</param>
    /// <param name="scale">Level of measurement.</param>
    public static Figure Alpha(double[][] ratings, RatingScale scale)
    {
        var values = ratings.SelectMany(r => r).Where(v => !double.IsNaN(v)).Distinct().Order().ToArray();
        var k = values.Length;
        var pairs = new double[k, k];
        foreach (var unit in ratings)
        {
            var given = unit.Where(v => !double.IsNaN(v)).Select(v => Array.BinarySearch(values, v)).ToArray();
            if (given.Length < 2) continue;
            for (var a = 0; a < given.Length; a++)
                for (var b = 0; b < given.Length; b++)
                    if (a != b) pairs[given[a], given[b]] += 1.0 / (given.Length - 1);
        }
        var n = new double[k];
        for (var a = 0; a < k; a++)
            for (var b = 0; b < k; b++) n[a] += pairs[a, b];
        var total = n.Sum();
        if (total == 0) return Figure.Because(Undefined.NoAnswers);
        double observed = 0, expected = 0;
        for (var a = 0; a < k; a++)
            for (var b = a + 1; b < k; b++)
            {
                var d = Distance(values, n, a, b, scale);
                observed += pairs[a, b] * d;
                expected += n[a] * n[b] * d;
            }
        return expected == 0 ? Figure.Because(Undefined.NoSpread) : Figure.Of(1 - (total - 1) * observed / expected, Undefined.NoSpread);
    }

    private static double Distance(double[] values, double[] n, int a, int b, RatingScale scale)
    {
        var d = values[b] - values[a];
        switch (scale)
        {
            case RatingScale.Nominal: return 1;
            case RatingScale.Interval: return d * d;
            case RatingScale.Ratio: return values[a] + values[b] == 0 ? 0 : Math.Pow(d / (values[a] + values[b]), 2);
            default:
                double between = 0;
                for (var g = a; g <= b; g++) between += n[g];
                return Math.Pow(between - (n[a] + n[b]) / 2, 2);
        }
    }
}
