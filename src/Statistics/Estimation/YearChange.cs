using ParIndex.Statistics.Distributions;

namespace ParIndex.Statistics.Estimation;

/// <summary>
/// Change between two years whose samples share clusters or persons: Var(p2 - p1) = V1 + V2 - 2 C12, the covariance from stacking the
/// years with the clusters' names kept (Kish 1965, ch. 12; Tam 1984; Berger 2004). Where the error is 0 correlation, interval and p
/// are undefined.
/// </summary>
public sealed record YearChange(double FirstError, double SecondError, double Covariance, Figure Correlation, double Difference, double Error,
    double ErrorIfIndependent, Interval Interval, Figure P)
{
    public static YearChange Of(SampleDesign stacked, Linear first, Linear second, double df, double level = Confidence.Usual)
    {
        var v = DesignVariance.Covariance(stacked, [first.Z, second.Z], i => first.InDomain(i) || second.InDomain(i));
        var variance = v[0, 0] + v[1, 1] - 2 * v[0, 1];
        var difference = second.Value - first.Value;
        var (e1, e2) = (Math.Sqrt(Math.Max(0, v[0, 0])), Math.Sqrt(Math.Max(0, v[1, 1])));
        if (!(variance > 1e-24))
        {
            var none = Undefined.NoSpread;
            return new(e1, e2, 0, Figure.Because(none), difference, 0, 0, Interval.Because(none), Figure.Because(none));
        }
        var error = Math.Sqrt(variance);
        var half = StudentT.Quantile(0.5 + level / 2, df) * error;
        return new(e1, e2, v[0, 1], Figure.Of(v[0, 1] / (e1 * e2), Undefined.NoSpread), difference, error, Math.Sqrt(v[0, 0] + v[1, 1]),
            df > 0 ? new(difference - half, difference + half) : Interval.Because(Undefined.NoDegreesOfFreedom),
            Figure.Of(StudentT.TwoSided(difference / error, df), Undefined.NoDegreesOfFreedom));
    }
}
