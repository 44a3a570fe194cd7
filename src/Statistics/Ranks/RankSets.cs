using System.Numerics;
using ParIndex.Statistics.Estimation;
using ParIndex.Statistics.Resampling;

namespace ParIndex.Statistics.Ranks;

/// <summary>Which bounds of the place are wanted.</summary>
public enum RankSides
{
    /// <summary>Lower and upper bound.</summary>
    Both,
    /// <summary>Lower bounds only: the best place a unit may have.</summary>
    Lower,
    /// <summary>Upper bounds only: the worst place.</summary>
    Upper,
}

/// <summary>Places low..high that a unit may truly have.</summary>
public readonly record struct RankSet(int Low, int High);

/// <summary>
/// Confidence sets for ranks (Mogstad, Romano, Shaikh &amp; Wilhelm 2024, Rev. Econ. Stud. 91(1)): pairs are tested by
/// T = (x_j - x_k) / s_jk against the quantile of the largest such difference under no difference, stepping down over the pairs
/// not yet rejected. One set of normal draws serves all rounds and all units; a replicate needs O(p) memory.
/// </summary>
public sealed class RankSets
{
    private readonly double[] x;
    private readonly double[] variance;
    private readonly double[,]? covariance;
    private const int Block = 64;
    private readonly NormalVector normal;
    private double[][]? kept;

    private RankSets(double[] x, double[] variance, double[,]? covariance, NormalVector normal)
    {
        (this.x, this.variance, this.covariance, this.normal) = (x, variance, covariance, normal);
    }

    /// <summary>How many replicates, and from which seed; both belong into every result.</summary>
    public int Replicates { get; init; } = 20_000;

    public ulong Seed { get; init; } = 1;

    public double Coverage { get; init; } = Confidence.Usual;

    public bool StepDown { get; init; } = true;

    /// <summary>Independent estimates with standard errors s ≥ 0.</summary>
    public static RankSets Independent(double[] x, double[] s, int replicates = 20_000, ulong seed = 1, double coverage = Confidence.Usual, bool stepDown = true)
    {
        for (var i = 0; i < s.Length; i++)
            if (!(s[i] >= 0) || double.IsNaN(x[i])) throw new BadInputException("standard-error", $"row {i + 1}", "An estimate is missing or its error negative");
        return new(x, [.. s.Select(v => v * v)], null, NormalVector.Independent(s)) { Replicates = replicates, Seed = seed, Coverage = coverage, StepDown = stepDown };
    }

    /// <summary>Estimates that share clusters or weights; the covariance must be positive semi-definite.</summary>
    public static RankSets Correlated(double[] x, double[,] covariance, int replicates = 20_000, ulong seed = 1, double coverage = Confidence.Usual, bool stepDown = true) =>
        new(x, [.. x.Select((_, i) => covariance[i, i])], covariance, NormalVector.Correlated(covariance))
        { Replicates = replicates, Seed = seed, Coverage = coverage, StepDown = stepDown };

    /// <summary>Variance of the difference of two estimates.</summary>
    private double Spread(int j, int k) => covariance is null ? variance[j] + variance[k] : Math.Max(0, variance[j] + variance[k] - 2 * covariance[j, k]);

    /// <summary>Sets that hold together for all units.</summary>
    public RankSet[] Simultaneous(RankSides sides = RankSides.Both) => new PairTests(this, null, sides).Run();

    /// <summary>The set of one unit, holding for it alone.</summary>
    public RankSet Marginal(int unit, RankSides sides = RankSides.Both) => new PairTests(this, unit, sides).Run()[unit];

    /// <summary>The critical value of the first round, over all pairs, two-sided.</summary>
    public double FirstCritical() => new PairTests(this, null, RankSides.Both).Critical();

    /// <summary>Units that may be among the best: lower bound at most tau.</summary>
    public bool[] MayBeBest(int tau) => [.. Simultaneous(RankSides.Lower).Select(r => r.Low <= tau)];

    /// <summary>Units that may be among the worst: upper bound at least p - tau + 1.</summary>
    public bool[] MayBeWorst(int tau) => [.. Simultaneous(RankSides.Upper).Select(r => r.High >= x.Length - tau + 1)];

    /// <summary>The draws by block of replicates, kept when they are few: marginal sets of all units use the same again and again.</summary>
    private double[][]? Kept()
    {
        if ((long)Replicates * x.Length > 4_000_000) return null;
        lock (normal)
        {
            if (kept is not null) return kept;
            var all = new double[(Replicates + Block - 1) / Block][];
            System.Threading.Tasks.Parallel.For(0, all.Length, block =>
            {
                var z = new double[Block * x.Length];
                for (var r = 0; r < Block; r++) normal.Draw(new Draws(Seed), block * Block + r, z.AsSpan(r * x.Length, x.Length));
                all[block] = z;
            });
            return kept = all;
        }
    }

    /// <summary>One family of pair tests: what is in play, rejected, and the critical values.</summary>
    private sealed class PairTests
    {
        private readonly RankSets sets;
        private readonly int p;
        private readonly int? unit;
        private readonly RankSides sides;
        private readonly bool[] above;

        public PairTests(RankSets sets, int? unit, RankSides sides)
        {
            (this.sets, this.unit, this.sides) = (sets, unit, sides);
            p = sets.x.Length;
            above = new bool[p * p];
        }

        // Is "row truly above column" among the hypotheses? Two-sided sets test both directions of every pair that touches the unit.
        private bool InFamily(int row, int column) => row != column && unit is not { } u
            || row != column && (sides switch
            {
                RankSides.Both => row == unit || column == unit,
                RankSides.Upper => row == unit,
                _ => column == unit,
            });

        public RankSet[] Run()
        {
            for (var round = 0; round < p * p; round++)
            {
                var critical = Critical();
                var any = false;
                for (var j = 0; j < p; j++)
                    for (var k = 0; k < p; k++)
                    {
                        if (above[j * p + k] || !InFamily(j, k)) continue;
                        var difference = sets.x[j] - sets.x[k];
                        var s = Math.Sqrt(sets.Spread(j, k));
                        // A difference without error is decided by its sign; equal is never rejected.
                        if (!(s > 0 ? difference - s * critical > 0 : difference > 0)) continue;
                        above[j * p + k] = any = true;
                    }
                if (!any || !sets.StepDown) break;
            }
            var found = new RankSet[p];
            for (var i = 0; i < p; i++)
            {
                int better = 0, worse = 0;
                for (var k = 0; k < p; k++)
                {
                    if (above[k * p + i]) better++;
                    if (above[i * p + k]) worse++;
                }
                found[i] = new(sides == RankSides.Upper ? 1 : 1 + better, sides == RankSides.Lower ? p : p - worse);
            }
            return found;
        }

        /// <summary>Quantile of the largest standardised difference over the pairs in play.</summary>
        public double Critical()
        {
            var largest = new double[sets.Replicates];
            var kept = sets.Kept();
            var blocks = (sets.Replicates + Block - 1) / Block;
            // A single two-sided step takes absolute differences; stepping down tests each direction by itself.
            var absolute = sides == RankSides.Both && (!sets.StepDown || !Array.Exists(above, a => a));
            System.Threading.Tasks.Parallel.For(0, blocks, new System.Threading.Tasks.ParallelOptions(), () => new double[Block * p], (block, _, mine) =>
            {
                var z = mine;
                var from = block * Block;
                var count = Math.Min(Block, sets.Replicates - from);
                if (kept is not null) z = kept[block];
                else for (var r = 0; r < count; r++) sets.normal.Draw(new Draws(sets.Seed), from + r, z.AsSpan(r * p, p));
                if (unit is { } u) OneUnit(z, count, largest.AsSpan(from), u, absolute);
                else AllPairs(z, count, largest.AsSpan(from), absolute);
                return mine;
            }, _ => { });
            return Quantiles.Linear(largest, sets.Coverage);
        }

        private void OneUnit(double[] z, int count, Span<double> largest, int u, bool absolute)
        {
            for (var r = 0; r < count; r++)
            {
                var max = double.NegativeInfinity;
                for (var k = 0; k < p; k++)
                {
                    if (k == u) continue;
                    var s = sets.Spread(u, k);
                    if (s <= 0) continue;
                    var d = (z[r * p + u] - z[r * p + k]) / Math.Sqrt(s);
                    if (absolute) max = Math.Max(max, Math.Abs(d));
                    else
                    {
                        if (InFamily(u, k) && !above[u * p + k]) max = Math.Max(max, d);
                        if (InFamily(k, u) && !above[k * p + u]) max = Math.Max(max, -d);
                    }
                }
                largest[r] = max;
            }
        }

        // Squares until the end: one division a pair, no root. The sign kept apart when only one direction is in play.
        private void AllPairs(double[] z, int count, Span<double> largest, bool absolute)
        {
            var best = new double[count];
            Array.Fill(best, double.NegativeInfinity);
            var weight = new double[p];
            var sign = new double[p];
            for (var j = 0; j < p; j++)
            {
                var n = p - j - 1;
                if (n == 0) continue;
                var oneSided = false;
                for (var k = j + 1; k < p; k++)
                {
                    var s = sets.Spread(j, k);
                    var (down, up) = (absolute || !above[j * p + k] && sides == RankSides.Both, absolute || !above[k * p + j] && sides == RankSides.Both);
                    if (sides != RankSides.Both) (down, up) = (!above[j * p + k], !above[k * p + j]);
                    weight[k - j - 1] = s > 0 && (down || up) ? 1 / s : 0;
                    sign[k - j - 1] = down && up ? 0 : down ? 1 : -1;
                    oneSided |= !(down && up);
                }
                for (var r = 0; r < count; r++)
                {
                    var row = z.AsSpan(r * p + j + 1, n);
                    var max = oneSided ? Signed(row, weight, sign, z[r * p + j]) : Unsigned(row, weight, z[r * p + j]);
                    if (max > best[r]) best[r] = max;
                }
            }
            for (var r = 0; r < count; r++) largest[r] = best[r] >= 0 ? Math.Sqrt(best[r]) : -Math.Sqrt(-best[r]);
        }

        private static double Unsigned(ReadOnlySpan<double> row, double[] weight, double zj)
        {
            var width = Vector<double>.Count;
            var (max, me) = (Vector<double>.Zero, new Vector<double>(zj));
            var k = 0;
            for (; k <= row.Length - width; k += width)
            {
                var d = me - new Vector<double>(row[k..]);
                max = Vector.Max(max, d * d * new Vector<double>(weight, k));
            }
            var found = 0.0;
            for (var i = 0; i < width; i++) found = Math.Max(found, max[i]);
            for (; k < row.Length; k++) found = Math.Max(found, (zj - row[k]) * (zj - row[k]) * weight[k]);
            return found;
        }

        private static double Signed(ReadOnlySpan<double> row, double[] weight, double[] sign, double zj)
        {
            var found = double.NegativeInfinity;
            var k = 0;
            if (row.Length >= 64)
            {
                // A pair out of play counts 0: with so many in play the largest is above that.
                var (max, me) = (new Vector<double>(found), new Vector<double>(zj));
                for (; k <= row.Length - Vector<double>.Count; k += Vector<double>.Count)
                {
                    var d = me - new Vector<double>(row[k..]);
                    var way = new Vector<double>(sign, k);
                    var e = Vector.ConditionalSelect(Vector.Equals(way, Vector<double>.Zero), Vector.Abs(d), way * d);
                    max = Vector.Max(max, e * Vector.Abs(d) * new Vector<double>(weight, k));
                }
                for (var i = 0; i < Vector<double>.Count; i++) found = Math.Max(found, max[i]);
            }
            for (; k < row.Length; k++)
            {
                if (weight[k] == 0) continue;
                var d = zj - row[k];
                var square = d * d * weight[k];
                if (sign[k] * d < 0) square = -square;
                if (square > found) found = square;
            }
            return found;
        }
    }
}
