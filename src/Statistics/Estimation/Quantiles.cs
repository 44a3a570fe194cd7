namespace ParIndex.Statistics.Estimation;

/// <summary>Unweighted quantiles and robust summaries.</summary>
public static class Quantiles
{
    /// <summary>Linear between order statistics (type 7 of Hyndman &amp; Fan 1996). Sorts a copy.</summary>
    public static double Linear(ReadOnlySpan<double> values, double p)
    {
        var v = values.ToArray();
        Array.Sort(v);
        return LinearSorted(v, p);
    }

    /// <summary>The same for values already in rising order.</summary>
    public static double LinearSorted(ReadOnlySpan<double> sorted, double p)
    {
        if (sorted.Length == 0) return double.NaN;
        var h = (sorted.Length - 1) * p;
        var k = (int)Math.Floor(h + 4 * 2.220446049250313e-16);
        var f = h - k;
        if (Math.Abs(f) < 1e-12) f = 0;
        return k + 1 < sorted.Length && f > 0 ? (1 - f) * sorted[k] + f * sorted[k + 1] : sorted[k];
    }

    public static double Median(ReadOnlySpan<double> values)
    {
        var v = values.ToArray();
        Array.Sort(v);
        return v.Length == 0 ? double.NaN : v.Length % 2 == 1 ? v[v.Length / 2] : 0.5 * (v[v.Length / 2 - 1] + v[v.Length / 2]);
    }

    /// <summary>Median absolute deviation times 1.4826, which estimates a normal standard deviation.</summary>
    public static double Deviation(ReadOnlySpan<double> values)
    {
        var middle = Median(values);
        var away = new double[values.Length];
        for (var i = 0; i < away.Length; i++) away[i] = Math.Abs(values[i] - middle);
        return 1.4826 * Median(away);
    }

    public static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (var v in values) sum += v;
        return sum / values.Length;
    }

    /// <summary>Variance with divisor n - 1, about the mean first computed.</summary>
    public static double Variance(ReadOnlySpan<double> values)
    {
        if (values.Length < 2) return double.NaN;
        var mean = Mean(values);
        double sum = 0, left = 0;
        foreach (var v in values)
        {
            sum += (v - mean) * (v - mean);
            left += v - mean;
        }
        return (sum - left * left / values.Length) / (values.Length - 1);
    }
}
