using MathNet.Numerics.LinearAlgebra;
using ParIndex.Statistics.Distributions;

namespace ParIndex.Statistics.Estimation;

/// <summary>A test's statistic, degrees of freedom and p; all NaN when undefined.</summary>
public readonly record struct TestResult(double Statistic, double Df1, double Df2, double P, Undefined Reason = Undefined.None)
{
    public static TestResult Because(Undefined reason) => new(double.NaN, double.NaN, double.NaN, double.NaN, reason);
}

/// <summary>
/// Tests of independence of two classifications under a design: Pearson's statistic with the second-order correction of Rao &amp;
/// Scott 1984 (F form of Thomas &amp; Rao 1987), and the design Wald tests.
/// </summary>
public static class IndependenceTests
{
    public readonly record struct Results(TestResult F, TestResult ChiSquare, TestResult Wald, TestResult AdjustedWald);

    /// <param name="design">How the sample was drawn.</param>
    /// <param name="rows">Row class of each record, from 0.</param>
    /// <param name="columns">Column class of each record, from 0.</param>
    public static Results Of(SampleDesign design, int[] rows, int[] columns)
    {
        var (nr, nc, n) = (rows.Max() + 1, columns.Max() + 1, design.Records);
        var seen = new double[nr * nc][];
        var cells = new Linear[nr * nc];
        for (var c = 0; c < nc; c++)
            for (var r = 0; r < nr; r++)
            {
                var (row, column) = (r, c);
                seen[c * nr + r] = [.. Enumerable.Range(0, n).Select(i => rows[i] < 0 || columns[i] < 0 ? double.NaN : rows[i] == row && columns[i] == column ? 1.0 : 0.0)];
                cells[c * nr + r] = Linear.Mean(design, seen[c * nr + r]);
            }
        var p = Vector<double>.Build.Dense([.. cells.Select(c => c.Value)]);
        var v = Matrix<double>.Build.DenseOfArray(DesignVariance.Covariance(design, [.. cells.Select(c => c.Z)]));
        var empty = p.Any(x => x == 0);
        var nu = design.DegreesOfFreedom();
        if (nr < 2 || nc < 2)
        {
            var none = TestResult.Because(Undefined.NoSpread);
            return new(none, none, none, none);
        }
        var rowShare = Enumerable.Range(0, nr).Select(r => Enumerable.Range(0, nc).Sum(c => p[c * nr + r])).ToArray();
        var columnShare = Enumerable.Range(0, nc).Select(c => Enumerable.Range(0, nr).Sum(r => p[c * nr + r])).ToArray();
        var pearson = n * Enumerable.Range(0, nr * nc).Sum(k =>
        {
            var e = rowShare[k % nr] * columnShare[k / nr];
            return (p[k] - e) * (p[k] - e) / e;
        });
        var (f, chi) = RaoScott(p, v, nr, nc, n, nu, pearson);
        // The Wald tests are on totals: the population size is itself estimated.
        var totals = seen.Select(y => Linear.Total(design, y)).ToArray();
        var vt = Matrix<double>.Build.DenseOfArray(DesignVariance.Covariance(design, [.. totals.Select(c => c.Z)]));
        var t = Vector<double>.Build.Dense([.. totals.Select(c => c.Value)]);
        return new(f, chi, Wald(t, vt, nr, nc, nu, false, empty), Wald(t, vt, nr, nc, nu, true, empty));
    }

    private static (TestResult F, TestResult Chi) RaoScott(Vector<double> p, Matrix<double> v, int nr, int nc, int n, int nu, double pearson)
    {
        var k = nr * nc;
        var main = Matrix<double>.Build.Dense(k, nr + nc - 1);
        var inter = Matrix<double>.Build.Dense(k, (nr - 1) * (nc - 1));
        for (var i = 0; i < k; i++)
        {
            var (r, c) = (i % nr, i / nr);
            main[i, 0] = 1;
            if (r > 0) main[i, r] = 1;
            if (c > 0) main[i, nr - 1 + c] = 1;
            if (r > 0 && c > 0) inter[i, (c - 1) * (nr - 1) + r - 1] = 1;
        }
        var contrast = inter - main * main.QR().Solve(inter);
        var inverse = Matrix<double>.Build.DenseOfDiagonalVector(p.Map(x => x == 0 ? 0 : 1 / x, Zeros.Include));
        var denominator = contrast.Transpose() * inverse * contrast / n;
        var numerator = contrast.Transpose() * inverse * v * inverse * contrast;
        if (denominator.ConditionNumber() is var cond && !(cond < 1e14)) return (TestResult.Because(Undefined.EmptyCell), TestResult.Because(Undefined.EmptyCell));
        var delta = denominator.Solve(numerator);
        var trace = delta.Trace();
        var d0 = trace * trace / (delta * delta).Trace();
        var f = pearson / trace;
        var df = (nr - 1) * (nc - 1);
        if (nu <= 0) return (TestResult.Because(Undefined.NoDegreesOfFreedom), TestResult.Because(Undefined.NoDegreesOfFreedom));
        return (new(f, d0, d0 * nu, FisherF.Upper(f, d0, d0 * nu)), new(pearson, df, double.NaN, ChiSquare.Upper(pearson / (trace / df), df)));
    }

    private static TestResult Wald(Vector<double> cells, Matrix<double> v, int nr, int nc, int nu, bool adjusted, bool empty)
    {
        var df = (nr - 1) * (nc - 1);
        var denominator = adjusted ? nu - df + 1 : nu;
        if (nu <= 0) return TestResult.Because(Undefined.NoDegreesOfFreedom);
        var all = cells.Sum();
        var rows = Enumerable.Range(0, nr).Select(r => Enumerable.Range(0, nc).Sum(c => cells[c * nr + r])).ToArray();
        var columns = Enumerable.Range(0, nc).Select(c => Enumerable.Range(0, nr).Sum(r => cells[c * nr + r])).ToArray();
        // Distance of each cell from independence, N_rc - N_r N_c / N, linearised.
        var use = Enumerable.Range(0, nr * nc).Where(k => k % nr > 0 && k / nr > 0).ToArray();
        var y = Vector<double>.Build.Dense(use.Length, i => cells[use[i]] - rows[use[i] % nr] * columns[use[i] / nr] / all);
        var j = Matrix<double>.Build.Dense(use.Length, nr * nc, (i, k) =>
        {
            var (r, c) = (use[i] % nr, use[i] / nr);
            return (k == use[i] ? 1 : 0) - (k % nr == r ? columns[c] / all : 0) - (k / nr == c ? rows[r] / all : 0) + rows[r] * columns[c] / (all * all);
        });
        var covariance = j * v * j.Transpose();
        if (empty && !(covariance.ConditionNumber() < 1e14)) return TestResult.Because(Undefined.EmptyCell);
        var wald = y * covariance.Solve(y);
        var f = adjusted ? wald * denominator / (df * (double)nu) : wald / df;
        return new(f, df, denominator, denominator > 0 ? FisherF.Upper(f, df, denominator) : double.NaN);
    }
}
