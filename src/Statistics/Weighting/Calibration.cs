using MathNet.Numerics.LinearAlgebra;
using ParIndex.Statistics.Estimation;

namespace ParIndex.Statistics.Weighting;

/// <summary>How far a weight is from the one it started as.</summary>
public enum CalibrationDistance
{
    /// <summary>g = 1 + u: generalised regression; with bounds, cut to them.</summary>
    Linear,
    /// <summary>g = exp u.</summary>
    Raking,
    /// <summary>g between the bounds along a logistic curve.</summary>
    Logit,
}

/// <summary>
/// Calibrated weights w g(x'λ) that meet population totals (Deville &amp; Särndal 1992; Deville, Särndal &amp; Sautory 1993), by Newton's
/// method on λ with halved steps. The variance is that of the residuals of a regression on x, times g.
/// </summary>
public static class Calibration
{
    /// <param name="design">How the sample was drawn.</param>
    /// <param name="x">Calibration variables: k values for each record.</param>
    /// <param name="totals">Population totals of the k variables.</param>
    /// <param name="names">Names of the variables, for refusals.</param>
    /// <param name="distance">Which distance.</param>
    /// <param name="bounds">Least and largest g; needed for the logit distance.</param>
    public static SampleDesign Of(SampleDesign design, double[][] x, double[] totals, string[] names,
        CalibrationDistance distance = CalibrationDistance.Linear, (double Low, double High)? bounds = null)
    {
        var (n, k) = (design.Records, totals.Length);
        var w = design.Weights;
        var lambda = Vector<double>.Build.Dense(k);
        var scale = totals.Select((t, a) => Math.Max(Math.Abs(t), Enumerable.Range(0, n).Sum(i => w[i] * Math.Abs(x[i][a])))).ToArray();
        var gap = Gap(lambda);
        for (var round = 0; round < 200; round++)
        {
            if (Size(gap) < 1e-13) break;
            var slope = Matrix<double>.Build.Dense(k, k);
            for (var i = 0; i < n; i++)
            {
                var d = w[i] * G(Dot(x[i], lambda)).Slope;
                if (d == 0) continue;
                for (var a = 0; a < k; a++)
                    for (var b = 0; b < k; b++) slope[a, b] += d * x[i][a] * x[i][b];
            }
            var step = slope.Svd().Solve(gap);
            var better = false;
            for (var cut = 1.0; cut > 1e-6; cut /= 2)
            {
                var next = lambda + cut * step;
                var left = Gap(next);
                if (!(Size(left) < Size(gap))) continue;
                (lambda, gap, better) = (next, left, true);
                break;
            }
            if (!better) break;
        }
        if (!(Size(gap) < 1e-9))
        {
            var worst = Enumerable.Range(0, k).OrderByDescending(a => Math.Abs(gap[a]) / scale[a]).First();
            throw new BadInputException("total-infeasible", names[worst], "The totals cannot be met within the bounds");
        }
        var g = x.Select(row => G(Dot(row, lambda)).Value).ToArray();
        return design.With([.. w.Select((v, i) => v * g[i])], Residuals(x, w, g));

        double Size(Vector<double> v) => Enumerable.Range(0, k).Max(a => double.IsNaN(v[a]) ? double.PositiveInfinity : Math.Abs(v[a]) / scale[a]);

        Vector<double> Gap(Vector<double> at)
        {
            var left = Vector<double>.Build.DenseOfArray(totals);
            for (var i = 0; i < n; i++)
            {
                var v = w[i] * G(Dot(x[i], at)).Value;
                for (var a = 0; a < k; a++) left[a] -= v * x[i][a];
            }
            return left;
        }

        (double Value, double Slope) G(double u)
        {
            if (distance == CalibrationDistance.Raking) return (Math.Exp(u), Math.Exp(u));
            if (distance == CalibrationDistance.Linear)
            {
                if (bounds is not { } b) return (1 + u, 1);
                return 1 + u < b.Low ? (b.Low, 0) : 1 + u > b.High ? (b.High, 0) : (1 + u, 1);
            }
            var (low, high) = bounds ?? throw new ArgumentException("The logit distance needs bounds", nameof(bounds));
            var rate = (high - low) / ((1 - low) * (high - 1));
            var e = Math.Exp(Math.Min(700, rate * u));
            var bottom = high - 1 + (1 - low) * e;
            var value = (low * (high - 1) + high * (1 - low) * e) / bottom;
            return (value, rate * (high - 1) * (1 - low) * e * (high - low) / (bottom * bottom));
        }
    }

    // z = g w e: e without the regression on x (weights w).
    private static Action<double[]> Residuals(double[][] x, double[] w, double[] g)
    {
        var root = Matrix<double>.Build.Dense(w.Length, x[0].Length, (i, a) => x[i][a] * Math.Sqrt(w[i]));
        var factor = root.QR();
        return z =>
        {
            var u = Vector<double>.Build.Dense(z.Length, i => w[i] == 0 || g[i] == 0 ? 0 : z[i] / (g[i] * Math.Sqrt(w[i])));
            var left = u - root * factor.Solve(u);
            for (var i = 0; i < z.Length; i++) z[i] = left[i] * g[i] * Math.Sqrt(w[i]);
        };
    }

    private static double Dot(double[] a, Vector<double> b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
