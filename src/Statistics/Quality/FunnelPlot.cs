using ParIndex.Statistics.Distributions;
using ParIndex.Statistics.Estimation;

namespace ParIndex.Statistics.Quality;

/// <summary>Shares of many service points against their pooled share, allowing for size and overdispersion (Spiegelhalter 2005, Stat. Med. 24).</summary>
public sealed class FunnelPlot
{
    private readonly double[] n, satisfied;

    public FunnelPlot(double[] n, double[] satisfied)
    {
        for (var i = 0; i < n.Length; i++)
            if (!(n[i] > 0) || !(satisfied[i] >= 0 && satisfied[i] <= n[i]))
                throw new BadInputException("count", $"row {i + 1}", "Satisfied must lie between 0 and the number of answers, which must be above 0");
        (this.n, this.satisfied) = (n, satisfied);
        Target = satisfied.Sum() / n.Sum();
        var spread = n.Select(v => Math.Sqrt(Target * (1 - Target) / v)).ToArray();
        Z = [.. n.Select((v, i) => (satisfied[i] / v - Target) / spread[i])];
        var (low, high) = (Quantiles.Linear(Z, 0.1), Quantiles.Linear(Z, 0.9));
        Overdispersion = Z.Select(z => Math.Pow(Math.Min(Math.Max(z, low), high), 2)).Average();
        double k = n.Length;
        var w = spread.Select(s => 1 / (s * s)).ToArray();
        Between = Math.Max(0, (k * Overdispersion - (k - 1)) / (w.Sum() - w.Sum(v => v * v) / w.Sum()));
        Adjusted = [.. n.Select((v, i) => (satisfied[i] / v - Target) / Math.Sqrt(spread[i] * spread[i] + Between))];
    }

    /// <summary>Pooled share.</summary>
    public double Target { get; }

    /// <summary>Distance from the target in standard errors.</summary>
    public double[] Z { get; }

    /// <summary>Mean square of z after moving the outer tenths to their edge.</summary>
    public double Overdispersion { get; }

    /// <summary>Variance between points beyond chance.</summary>
    public double Between { get; }

    /// <summary>Distance in standard errors that include the variance between points.</summary>
    public double[] Adjusted { get; }

    /// <summary>Exact binomial limits, interpolated between whole numbers.</summary>
    public Interval Limits(int point, double tail) => new(Limit(tail, n[point]), Limit(1 - tail, n[point]));

    /// <summary>P(at least so many satisfied) at each point if all shared the target.</summary>
    public double[] UpperTails() => [.. n.Select((v, i) => Binomial.AtLeast(satisfied[i], v, Target))];

    private double Limit(double p, double size)
    {
        var r = Binomial.Quantile(p, size, Target);
        var (at, below) = (Binomial.Lower(r, size, Target), Binomial.Lower(r - 1, size, Target));
        return (r - (at - p) / (at - below)) / size;
    }
}
