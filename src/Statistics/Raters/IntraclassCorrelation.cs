using ParIndex.Statistics.Distributions;
using ParIndex.Statistics.Estimation;

namespace ParIndex.Statistics.Raters;

/// <summary>Coefficient, interval and F test of 0.</summary>
public readonly record struct Intraclass(double Value, Interval Interval, double F, double P);

/// <summary>Intraclass correlations of complete ratings, units × raters (McGraw &amp; Wong 1996).</summary>
public sealed class IntraclassCorrelation
{
    private readonly double n, k, units, raters, within, error, level;

    public IntraclassCorrelation(double[][] ratings, double level = Confidence.Usual)
    {
        this.level = level;
        (n, k) = (ratings.Length, ratings[0].Length);
        var grand = ratings.Average(r => r.Average());
        var rows = ratings.Sum(r => Math.Pow(r.Average() - grand, 2)) * k;
        var columns = Enumerable.Range(0, (int)k).Sum(c => Math.Pow(ratings.Average(r => r[c]) - grand, 2)) * n;
        var inside = ratings.Sum(r => r.Sum(v => Math.Pow(v - r.Average(), 2)));
        (units, raters) = (rows / (n - 1), columns / (k - 1));
        within = inside / (n * (k - 1));
        error = (inside - columns) / ((n - 1) * (k - 1));
    }

    /// <summary>Raters differ from unit to unit.</summary>
    public Intraclass OneWay(bool average) => Consistent(within, n * (k - 1), average);

    /// <summary>The same raters everywhere; their levels do not matter.</summary>
    public Intraclass Consistency(bool average) => Consistent(error, (n - 1) * (k - 1), average);

    /// <summary>The same raters everywhere; their levels count as disagreement.</summary>
    public Intraclass Agreement(bool average)
    {
        var value = average ? (units - error) / (units + (raters - error) / n) : (units - error) / (units + (k - 1) * error + k / n * (raters - error));
        var f = units / error;
        // Satterthwaite's degrees of freedom for a combination of two mean squares, at the coefficient itself.
        double Freedom(double coefficient)
        {
            var a = k * coefficient / (n * (1 - coefficient));
            var b = 1 + k * coefficient * (n - 1) / (n * (1 - coefficient));
            return Math.Pow(a * raters + b * error, 2) / (Math.Pow(a * raters, 2) / (k - 1) + Math.Pow(b * error, 2) / ((n - 1) * (k - 1)));
        }
        var v = Freedom(value);
        var (fl, fu) = (FisherF.Quantile(0.5 + level / 2, n - 1, v), FisherF.Quantile(0.5 + level / 2, v, n - 1));
        var (low, high) = average
            ? (n * (units - fl * error) / (fl * (raters - error) + n * units), n * (fu * units - error) / (raters - error + n * fu * units))
            : (n * (units - fl * error) / (fl * (k * raters + (k * n - k - n) * error) + n * units),
                n * (fu * units - error) / (k * raters + (k * n - k - n) * error + n * fu * units));
        return new(value, new(low, high), f, FisherF.Upper(f, n - 1, v));
    }

    private Intraclass Consistent(double noise, double df, bool average)
    {
        var f = units / noise;
        var low = f / FisherF.Quantile(0.5 + level / 2, n - 1, df);
        var high = f * FisherF.Quantile(0.5 + level / 2, df, n - 1);
        double Of(double ratio) => average ? 1 - 1 / ratio : (ratio - 1) / (ratio + k - 1);
        return new(Of(f), new(Of(low), Of(high)), f, FisherF.Upper(f, n - 1, df));
    }
}
