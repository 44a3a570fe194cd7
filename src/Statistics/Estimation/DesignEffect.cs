namespace ParIndex.Statistics.Estimation;

/// <summary>Variance of the design over the variance of a simple sample of as many records (Kish 1965).</summary>
public static class DesignEffect
{
    /// <summary>Of a mean. Without replacement the sum of the weights is the population.</summary>
    public static double OfMean(SampleDesign design, Linear mean, double[] y, bool replacement = false)
    {
        var n = mean.Records;
        var spread = Linear.Variance(design, y, mean.InDomain).Value;
        var simple = replacement ? spread / n : spread * (mean.Weight - n) / (mean.Weight * n);
        return mean.VarianceIn(design) / simple;
    }

    /// <summary>Of a total.</summary>
    public static double OfTotal(SampleDesign design, Linear total, double[] y)
    {
        var (n, size) = (total.Records, total.Weight);
        var simple = Linear.Variance(design, y, total.InDomain).Value * size * size * (size - n) / (size * n);
        return total.VarianceIn(design) / simple;
    }
}
