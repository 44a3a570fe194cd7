namespace ParIndex.Statistics.Resampling;

/// <summary>Draws of a normal vector with mean 0: independent, or by one Cholesky factor.</summary>
public sealed class NormalVector
{
    private readonly double[] scale;
    private readonly double[,]? factor;

    private NormalVector(double[] scale, double[,]? factor) => (this.scale, this.factor) = (scale, factor);

    public static NormalVector Independent(double[] standardErrors) => new(standardErrors, null);

    /// <summary>Refuses a matrix that is not symmetric or not positive semi-definite, naming the row where that shows.</summary>
    public static NormalVector Correlated(double[,] covariance)
    {
        var n = covariance.GetLength(0);
        var l = new double[n, n];
        double largest = 0;
        for (var i = 0; i < n; i++) largest = Math.Max(largest, covariance[i, i]);
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= i; j++)
            {
                if (!(Math.Abs(covariance[i, j] - covariance[j, i]) <= 1e-9 * largest))
                    throw new BadInputException("covariance-not-symmetric", $"row {i + 1}, column {j + 1}", "The covariance is not symmetric or missing");
                var sum = covariance[i, j];
                for (var k = 0; k < j; k++) sum -= l[i, k] * l[j, k];
                if (i != j) l[i, j] = l[j, j] > 0 ? sum / l[j, j] : 0;
                else if (sum < -1e-9 * largest) throw new BadInputException("covariance-not-positive", $"row {i + 1}", "The covariance is not positive");
                else l[i, i] = Math.Sqrt(Math.Max(0, sum));
            }
        return new([], l);
    }

    /// <summary>Fills the vector of one replicate.</summary>
    public void Draw(Draws draws, int replicate, Span<double> into)
    {
        for (var i = 0; i < into.Length; i++) into[i] = draws.Gaussian(replicate, i);
        if (factor is null)
        {
            for (var i = 0; i < into.Length; i++) into[i] *= scale[i];
            return;
        }
        for (var i = into.Length - 1; i >= 0; i--)
        {
            double sum = 0;
            for (var k = 0; k <= i; k++) sum += factor[i, k] * into[k];
            into[i] = sum;
        }
    }
}
