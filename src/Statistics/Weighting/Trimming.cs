namespace ParIndex.Statistics.Weighting;

/// <summary>Weights cut to bounds, what is cut off spread in equal parts over the weights inside (after Potter 1990).</summary>
public static class Trimming
{
    /// <param name="weights">Weights before.</param>
    /// <param name="lower">Least weight.</param>
    /// <param name="upper">Largest weight.</param>
    /// <param name="strict">Repeat until none is outside.</param>
    public static double[] Of(double[] weights, double lower, double upper, bool strict)
    {
        var w = (double[])weights.Clone();
        for (var round = 0; round < 10_000; round++)
        {
            var outside = w.Select(v => v < lower || v > upper).ToArray();
            var inside = outside.Count(o => !o);
            if (inside == w.Length) return w;
            if (inside == 0) throw new BadInputException("trim-bounds", $"{lower}..{upper}", "Every weight lies outside the bounds");
            double cut = 0;
            for (var i = 0; i < w.Length; i++)
            {
                var kept = Math.Max(lower, Math.Min(upper, w[i]));
                cut += w[i] - kept;
                w[i] = kept;
            }
            for (var i = 0; i < w.Length; i++)
                if (!outside[i]) w[i] += cut / inside;
            if (!strict) return w;
        }
        throw new BadInputException("trim-bounds", $"{lower}..{upper}", "The sum of the weights does not fit between the bounds");
    }
}
