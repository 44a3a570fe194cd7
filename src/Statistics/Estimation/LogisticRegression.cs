using MathNet.Numerics.LinearAlgebra;

namespace ParIndex.Statistics.Estimation;

/// <summary>
/// Weighted logistic regression by reweighted least squares, with the sandwich errors of Binder 1983 when a design is given.
/// </summary>
public static class LogisticRegression
{
    /// <param name="Coefficients">One a column of X.</param>
    /// <param name="Errors">Design errors; empty without a design.</param>
    /// <param name="Fitted">Probability of each record.</param>
    public sealed record Fit(double[] Coefficients, double[] Errors, double[] Fitted);

    /// <summary>X is n rows of k values with the constant in it, y is 0 or 1.</summary>
    /// <param name="x">n rows of k values.</param>
    /// <param name="y">0 or 1 for each record.</param>
    /// <param name="weights">Scaled to mean 1 inside; null: all 1.</param>
    /// <param name="design">For the errors.</param>
    /// <param name="tolerance">Relative change of the deviance at which to stop.</param>
    public static Fit Of(double[][] x, double[] y, double[]? weights = null, SampleDesign? design = null, double tolerance = 1e-8)
    {
        var (n, k) = (y.Length, x[0].Length);
        var mean = weights?.Average() ?? 1;
        var w = weights is null ? [.. y.Select(_ => 1.0)] : weights.Select(v => v / mean).ToArray();
        var eta = y.Select((v, i) => Odds.Log((w[i] * v + 0.5) / (w[i] + 1))).ToArray();
        var beta = new double[k];
        var information = Matrix<double>.Build.Dense(k, k);
        var working = new double[n];
        var old = Deviance(y, eta, w);
        for (var round = 0; round < 100; round++)
        {
            information.Clear();
            var score = Vector<double>.Build.Dense(k);
            for (var i = 0; i < n; i++)
            {
                var mu = Odds.Share(eta[i]);
                var slope = Math.Max(mu * (1 - mu), 2.220446049250313e-16);
                working[i] = w[i] * slope;
                var target = eta[i] + (y[i] - mu) / slope;
                for (var a = 0; a < k; a++)
                {
                    score[a] += working[i] * x[i][a] * target;
                    for (var b = 0; b < k; b++) information[a, b] += working[i] * x[i][a] * x[i][b];
                }
            }
            beta = information.Solve(score).ToArray();
            for (var i = 0; i < n; i++) eta[i] = Dot(x[i], beta);
            var deviance = Deviance(y, eta, w);
            var settled = Math.Abs(deviance - old) / (Math.Abs(deviance) + 0.1) < tolerance;
            old = deviance;
            if (settled) break;
        }
        return new(beta, design is null ? [] : Errors(x, y, eta, working, information, design), [.. eta.Select(Odds.Share)]);
    }

    private static double[] Errors(double[][] x, double[] y, double[] eta, double[] working, Matrix<double> information, SampleDesign design)
    {
        var (n, k) = (y.Length, x[0].Length);
        var inverse = information.Inverse();
        var z = new double[k][];
        for (var a = 0; a < k; a++) z[a] = new double[n];
        for (var i = 0; i < n; i++)
        {
            var mu = Odds.Share(eta[i]);
            var residual = (y[i] - mu) / Math.Max(mu * (1 - mu), 2.220446049250313e-16) * working[i];
            for (var a = 0; a < k; a++)
                for (var b = 0; b < k; b++) z[a][i] += residual * x[i][b] * inverse[b, a];
        }
        var v = DesignVariance.Covariance(design, z);
        return [.. Enumerable.Range(0, k).Select(a => Math.Sqrt(v[a, a]))];
    }

    private static double Deviance(double[] y, double[] eta, double[] w)
    {
        double sum = 0;
        for (var i = 0; i < y.Length; i++)
        {
            // -ln of the probability of what was seen, without overflow.
            var t = y[i] > 0.5 ? -eta[i] : eta[i];
            sum += 2 * w[i] * (t > 30 ? t : Math.Log(1 + Math.Exp(t)) is var l && l > 1e-8 ? l : Math.Exp(t));
        }
        return sum;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
