namespace ParIndex.Statistics.Distributions;

/// <summary>Roots: Newton's steps guarded by a bracket.</summary>
public static class Root
{
    /// <summary>
    /// The x > 0 whose lower tail is p; works on the smaller tail so that p near 1 keeps its digits. The start is any positive
    /// value inside the support, the end of the support may be infinite.
    /// </summary>
    public static double OfTails(double p, Func<double, double> lower, Func<double, double> upper, Func<double, double> density,
        double start, double end)
    {
        if (!(p >= 0 && p <= 1)) return double.NaN;
        if (p == 0) return 0;
        if (p == 1) return end;
        // Positive when x is too large.
        double Excess(double x)
        {
            var l = lower(x);
            return l <= 0.5 ? l - p : 1 - p - upper(x);
        }
        return OfRising(Excess, density, start, end);
    }

    /// <summary>The same with the upper tail given, for probabilities too near 0 to be written as 1 - p.</summary>
    public static double OfUpperTail(double p, Func<double, double> upper, Func<double, double> density, double start, double end) =>
        OfRising(x => p - upper(x), density, start, end);

    /// <summary>The root of a rising function on (0, end).</summary>
    public static double OfRising(Func<double, double> excess, Func<double, double> slope, double start, double end)
    {
        double low = 0, high = end;
        var x = start;
        for (var i = 0; i < 2000; i++)
        {
            var e = excess(x);
            if (e == 0) return x;
            if (e > 0) high = x; else low = x;
            var s = slope(x);
            var next = x - e / s;
            if (!(next > low && next < high)) next = Middle(low, high, x);
            if (Math.Abs(next - x) <= 1e-16 * Math.Abs(next)) return next;
            if (high < double.MaxValue && high - low <= 4e-16 * high) return next;
            x = next;
        }
        return x;
    }

    /// <summary>The root of a function with different signs at the ends, by bisection to the last bit.</summary>
    public static double Between(Func<double, double> f, double low, double high)
    {
        var rising = f(high) > 0;
        for (var i = 0; i < 200; i++)
        {
            var middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) break;
            if (f(middle) > 0 == rising) high = middle; else low = middle;
        }
        return 0.5 * (low + high);
    }

    private static double Middle(double low, double high, double x)
    {
        if (double.IsInfinity(high)) return 2 * x + 1e-300;
        if (low == 0) return high > 1e-290 ? high * 0.1 : 0;
        return high / low > 4 ? Math.Sqrt(low) * Math.Sqrt(high) : 0.5 * (low + high);
    }
}
