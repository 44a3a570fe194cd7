using ParIndex.Statistics.Distributions;

namespace ParIndex.Statistics.Estimation;

/// <summary>Quantiles of a weighted sample with Woodruff's interval (1952): the interval of the distribution function, turned back.</summary>
public static class WeightedQuantile
{
    /// <summary>The smallest value whose cumulated weight reaches the share p (left-continuous inverse).</summary>
    public static double Of(double[] y, double[] weights, double p)
    {
        var order = Enumerable.Range(0, y.Length).Where(i => weights[i] > 0 && !double.IsNaN(y[i])).OrderBy(i => y[i]).ToArray();
        if (order.Length == 0) return double.NaN;
        double total = 0, sum = 0;
        foreach (var i in order) total += weights[i];
        foreach (var i in order)
            if ((sum += weights[i]) >= p * total - 1e-12 * total) return y[i];
        return y[order[^1]];
    }

    /// <summary>Undefined ends where the interval of the distribution function leaves 0..1.</summary>
    public static (double Value, double Low, double High) WithInterval(SampleDesign design, double[] y, double p, double level = Confidence.Usual)
    {
        var q = Of(y, design.Weights, p);
        var below = Linear.Mean(design, [.. y.Select(v => double.IsNaN(v) ? v : v <= q ? 1.0 : 0.0)]);
        var half = StudentT.Quantile(0.5 + level / 2, design.DegreesOfFreedom()) * below.ErrorIn(design);
        var (low, high) = (below.Value - half, below.Value + half);
        return (q, low >= 0 ? Of(y, design.Weights, low) : double.NaN, high <= 1 ? Of(y, design.Weights, high) : double.NaN);
    }
}
