using ParIndex.Statistics.Ranks;
using ParIndex.Statistics.Resampling;

namespace ParIndex.Statistics.Index;

/// <summary>Places under other weights of the criteria: how far a ranking hangs on them (Saisana, Saltelli &amp; Tarantola 2005).</summary>
/// <param name="x">Score of each unit on each criterion: units × criteria.</param>
public sealed class WeightStability(double[][] x)
{
    /// <summary>Weighted means, the weights scaled to sum 1.</summary>
    public double[] Scores(double[] weights)
    {
        var sum = weights.Sum();
        return [.. x.Select(row =>
        {
            double score = 0;
            for (var c = 0; c < row.Length; c++) score += row[c] * weights[c];
            return score / sum;
        })];
    }

    /// <summary>Places by score rounded to 9 decimals, ties sharing the better one.</summary>
    public double[] Ranks(double[] weights) => Places.Of([.. Scores(weights).Select(s => Math.Round(s, 9))]);

    /// <summary>What random weights do to the places.</summary>
    /// <param name="First">Share of the draws in which a unit is first.</param>
    /// <param name="Mean">Mean place.</param>
    /// <param name="Replicates">Draws made.</param>
    /// <param name="Seed">Seed of the draws.</param>
    public sealed record Outcome(double[] First, double[] Mean, int Replicates, ulong Seed);

    /// <summary>Weights from Dirichlet(concentration · w): mean w, closer to it the larger the concentration.</summary>
    public Outcome UnderDirichlet(double[] weights, double concentration, int replicates, ulong seed)
    {
        var sum = weights.Sum();
        var draws = new Draws(seed);
        return Under((r, c) => RandomGamma.Of(draws, r, c, concentration * weights[c] / sum), weights.Length, replicates, seed);
    }

    /// <summary>Each weight times a uniform number between 1 - noise and 1 + noise.</summary>
    public Outcome UnderNoise(double[] weights, double noise, int replicates, ulong seed)
    {
        var draws = new Draws(seed);
        return Under((r, c) => weights[c] * (1 - noise + 2 * noise * draws.Uniform(r, c)), weights.Length, replicates, seed);
    }

    /// <summary>
    /// The weight of one criterion, the others keeping their proportions, at which two units tie: t = -r / (D_c - r), r the weighted gap on
    /// the other criteria. Undefined when no weight in 0..1 does it.
    /// </summary>
    public Figure SwapWeight(int i, int j, int criterion, double[] weights)
    {
        var sum = weights.Sum();
        var own = weights[criterion] / sum;
        double rest = 0;
        for (var c = 0; c < weights.Length; c++)
            if (c != criterion) rest += weights[c] / sum * (x[i][c] - x[j][c]);
        rest /= 1 - own;
        var slope = x[i][criterion] - x[j][criterion] - rest;
        if (Math.Abs(slope) < 1e-12) return Figure.Because(Undefined.NoSolution);
        var t = -rest / slope;
        return t is >= 0 and <= 1 ? Figure.Of(t, Undefined.NoSolution) : Figure.Because(Undefined.NoSolution);
    }

    private Outcome Under(Func<int, int, double> weight, int criteria, int replicates, ulong seed)
    {
        const int block = 1000;
        var blocks = (replicates + block - 1) / block;
        var parts = new (double[] First, double[] Sum)[blocks];
        System.Threading.Tasks.Parallel.For(0, blocks, b =>
        {
            var (first, sum, w) = (new double[x.Length], new double[x.Length], new double[criteria]);
            for (var r = b * block; r < Math.Min(replicates, (b + 1) * block); r++)
            {
                for (var c = 0; c < criteria; c++) w[c] = weight(r, c);
                var places = Ranks(w);
                for (var u = 0; u < places.Length; u++)
                {
                    if (places[u] == 1) first[u]++;
                    sum[u] += places[u];
                }
            }
            parts[b] = (first, sum);
        });
        double[] Total(Func<(double[] First, double[] Sum), double[]> of) =>
            [.. Enumerable.Range(0, x.Length).Select(u => parts.Sum(p => of(p)[u]) / replicates)];
        return new(Total(p => p.First), Total(p => p.Sum), replicates, seed);
    }
}
