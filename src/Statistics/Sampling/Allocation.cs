namespace ParIndex.Statistics.Sampling;

/// <summary>Splitting a number of forms over strata.</summary>
public static class Allocation
{
    /// <summary>
    /// Shares in proportion to <paramref name="measure"/> (N: proportional; N·sd: Neyman 1934; N^a: power, Bankier 1988), kept
    /// between minimum and maximum; what a bound gives or takes is spread over the strata still inside.
    /// </summary>
    public static double[] Exact(double total, double[] measure, double[] minimum, double[] maximum)
    {
        var sum = measure.Sum();
        var q = measure.Select((m, i) => Clip(m * total / sum, i)).ToArray();
        for (var round = 0; round < 10_000; round++)
        {
            double taken = 0, open = 0;
            for (var i = 0; i < q.Length; i++)
                if (Bound(i)) taken += q[i]; else open += q[i];
            if (open == 0) break;
            double change = 0;
            var next = new double[q.Length];
            for (var i = 0; i < q.Length; i++)
            {
                next[i] = Bound(i) ? q[i] : Clip(q[i] * (total - taken) / open, i);
                change = Math.Max(change, Math.Abs(next[i] - q[i]));
            }
            if (change < 1e-12) break;
            q = next;
        }
        return q;

        double Clip(double v, int i) => Math.Max(minimum[i], Math.Min(maximum[i], v));
        bool Bound(int i) => q[i] <= minimum[i] || q[i] >= maximum[i];
    }

    /// <summary>Whole forms by largest remainder (Hamilton), ties to the earlier stratum.</summary>
    public static double[] Whole(double total, double[] exact)
    {
        var whole = exact.Select(v => Math.Floor(v + 1e-9)).ToArray();
        var left = (int)Math.Round(total - whole.Sum());
        foreach (var i in Enumerable.Range(0, exact.Length).OrderByDescending(i => exact[i] - whole[i]).ThenBy(i => i).Take(Math.Max(0, left)))
            whole[i]++;
        return whole;
    }
}
