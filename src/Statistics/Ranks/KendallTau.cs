namespace ParIndex.Statistics.Ranks;

/// <summary>Kendall's rank correlation.</summary>
public static class KendallTau
{
    /// <summary>tau-b: concordant minus discordant pairs, corrected for ties; undefined when one side has no spread.</summary>
    public static Figure B(double[] x, double[] y)
    {
        double sum = 0, px = 0, py = 0;
        for (var i = 0; i < x.Length; i++)
            for (var j = 0; j < i; j++)
            {
                var (a, b) = (Math.Sign(x[i] - x[j]), Math.Sign(y[i] - y[j]));
                sum += a * b;
                px += a * a;
                py += b * b;
            }
        return px == 0 || py == 0 ? Figure.Because(Undefined.NoSpread) : Figure.Of(sum / (Math.Sqrt(px) * Math.Sqrt(py)), Undefined.NoSpread);
    }
}
