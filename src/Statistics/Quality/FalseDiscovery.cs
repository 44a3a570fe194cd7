namespace ParIndex.Statistics.Quality;

/// <summary>Many tests at once.</summary>
public static class FalseDiscovery
{
    /// <summary>Benjamini &amp; Hochberg 1995: the smallest rate of false discoveries at which each test is one.</summary>
    public static double[] Rates(double[] p)
    {
        var order = Enumerable.Range(0, p.Length).OrderByDescending(i => p[i]).ToArray();
        var rates = new double[p.Length];
        var least = 1.0;
        for (var k = 0; k < order.Length; k++)
        {
            least = Math.Min(least, p[order[k]] * p.Length / (p.Length - k));
            rates[order[k]] = least;
        }
        return rates;
    }
}
