using ParIndex.Statistics.Distributions;

namespace ParIndex.Statistics.Ranks;

/// <summary>
/// Which of many independent estimates can be told apart, all pairs held together: |x_j − x_k| against q ÷ √2 × √(s_j² + s_k²), q the
/// quantile of the studentised range of as many means (Tukey; Kramer 1956; never too few pairs kept together by Hayter 1984, Ann. Stat. 12).
/// Without simulation, so that the same estimates give the same answer on every machine; <see cref="RankSets"/> is a little narrower.
/// </summary>
public sealed class PairComparisons
{
    private const double Slack = 1e-9;
    private readonly double[] x;
    private readonly double[] variance;
    private readonly double scale;

    /// <param name="x">The estimates.</param>
    /// <param name="s">Their standard errors, 0 where there is no error.</param>
    /// <param name="coverage">Probability with which all pairs are decided rightly.</param>
    public PairComparisons(double[] x, double[] s, double coverage = Confidence.Usual)
    {
        for (var i = 0; i < s.Length; i++)
            if (!(s[i] >= 0) || double.IsInfinity(s[i]) || double.IsNaN(x[i])) throw new BadInputException("standard-error", $"row {i + 1}", "An estimate is missing or its error negative");
        (this.x, variance) = (x, [.. s.Select(v => v * v)]);
        scale = x.Length < 2 ? 0 : Critical(x.Length, coverage);
    }

    /// <summary>The critical value of a standardised difference among so many means.</summary>
    public static double Critical(int means, double coverage = Confidence.Usual) => StudentizedRange.Quantile(coverage, means, double.PositiveInfinity) / Math.Sqrt(2);

    /// <summary>True when j is above k beyond what the errors leave open; a pair without error is decided by its difference alone.</summary>
    public bool Above(int j, int k) => x[j] - x[k] > scale * Math.Sqrt(variance[j] + variance[k]) + Slack;

    /// <summary>Places that the errors leave open to each.</summary>
    public RankSet[] Sets()
    {
        var sets = new RankSet[x.Length];
        for (var i = 0; i < sets.Length; i++)
        {
            var (better, worse) = (0, 0);
            for (var k = 0; k < sets.Length; k++)
            {
                if (Above(k, i)) better++;
                else if (Above(i, k)) worse++;
            }

            sets[i] = new(1 + better, sets.Length - worse);
        }

        return sets;
    }

    /// <summary>
    /// The longest runs, in descending order of the estimates, of two or more of which no two can be told apart: first and last place in
    /// <paramref name="order"/>. A run inside another is left out.
    /// </summary>
    /// <param name="order">Places in the list, best first.</param>
    public IReadOnlyList<(int First, int Last)> Runs(IReadOnlyList<int> order)
    {
        var runs = new List<(int, int)>();
        var (start, covered) = (0, -1);
        for (var end = 0; end < order.Count; end++)
        {
            var from = end;
            while (from > start && !Above(order[from - 1], order[end]) && !Above(order[end], order[from - 1])) from--;
            if (from > start)
            {
                // Something before cannot join: what stood until now is a run of its own.
                if (end - 1 > start && end - 1 > covered) runs.Add((start, covered = end - 1));
                start = from;
            }
        }

        if (order.Count - 1 > start && order.Count - 1 > covered) runs.Add((start, order.Count - 1));
        return runs;
    }
}
