namespace ParIndex.Statistics.Estimation;

/// <summary>An estimate and its linearised value for every record: variances, covariances and contrasts all come from those.</summary>
/// <param name="Value">The estimate; NaN when nobody answered.</param>
/// <param name="Z">One value a record, 0 outside the domain.</param>
/// <param name="Records">Records with an answer in the domain.</param>
/// <param name="Weight">Sum of their weights.</param>
public sealed record Linear(double Value, double[] Z, int Records, double Weight)
{
    /// <summary>Which records it rests on.</summary>
    public required Func<int, bool> InDomain { get; init; }

    /// <summary>Σ w y / Σ w x over records with both: R, with z = w (y - R x) / Σ w x.</summary>
    public static Linear Ratio(SampleDesign design, double[] y, double[] x, Func<int, bool>? domain = null)
    {
        var w = design.Weights;
        bool In(int i) => w[i] != 0 && (domain is null || domain(i)) && !double.IsNaN(y[i]) && !double.IsNaN(x[i]);
        double top = 0, bottom = 0, weight = 0;
        var n = 0;
        for (var i = 0; i < w.Length; i++)
        {
            if (!In(i)) continue;
            top += w[i] * y[i];
            bottom += w[i] * x[i];
            weight += w[i];
            n++;
        }
        var ratio = bottom == 0 ? double.NaN : top / bottom;
        var z = new double[w.Length];
        for (var i = 0; i < w.Length; i++)
            if (In(i)) z[i] = w[i] * (y[i] - ratio * x[i]) / bottom;
        return new(ratio, z, n, weight) { InDomain = In };
    }

    /// <summary>Weighted mean (Hájek), or share of an indicator.</summary>
    public static Linear Mean(SampleDesign design, double[] y, Func<int, bool>? domain = null)
    {
        var ones = new double[y.Length];
        Array.Fill(ones, 1);
        return Ratio(design, y, ones, domain);
    }

    /// <summary>Weighted total.</summary>
    public static Linear Total(SampleDesign design, double[] y, Func<int, bool>? domain = null)
    {
        var w = design.Weights;
        bool In(int i) => w[i] != 0 && (domain is null || domain(i)) && !double.IsNaN(y[i]);
        var z = new double[w.Length];
        double total = 0, weight = 0;
        var n = 0;
        for (var i = 0; i < w.Length; i++)
        {
            if (!In(i)) continue;
            total += z[i] = w[i] * y[i];
            weight += w[i];
            n++;
        }
        return new(total, z, n, weight) { InDomain = In };
    }

    /// <summary>Weighted variance of y, times n/(n-1), as the mean of the squared distances.</summary>
    public static Linear Variance(SampleDesign design, double[] y, Func<int, bool>? domain = null)
    {
        var mean = Mean(design, y, domain);
        var correction = mean.Records / (mean.Records - 1.0);
        return Mean(design, [.. y.Select(v => (v - mean.Value) * (v - mean.Value) * correction)], domain);
    }

    /// <summary>a minus b, from shared records or clusters.</summary>
    public static Linear Difference(Linear a, Linear b) =>
        new(a.Value - b.Value, [.. a.Z.Select((v, i) => v - b.Z[i])], a.Records + b.Records, a.Weight + b.Weight) { InDomain = i => a.InDomain(i) || b.InDomain(i) };

    public double VarianceIn(SampleDesign design) => double.IsNaN(Value) ? double.NaN : DesignVariance.Of(design, Z, InDomain);

    public double ErrorIn(SampleDesign design) => Math.Sqrt(VarianceIn(design));

    /// <summary>Value ∓ t · error; undefined without degrees of freedom or without spread.</summary>
    public Interval IntervalIn(SampleDesign design, double df, double level = Confidence.Usual)
    {
        var s = ErrorIn(design);
        if (double.IsNaN(Value)) return Interval.Because(Undefined.NoAnswers);
        if (!(df > 0)) return Interval.Because(Undefined.NoDegreesOfFreedom);
        if (!(s > 1e-12 * Math.Abs(Value))) return Interval.Because(Undefined.NoSpread);
        var half = Distributions.StudentT.Quantile(0.5 + level / 2, df) * s;
        return new(Value - half, Value + half);
    }
}
