namespace ParIndex.Statistics.Resampling;

/// <summary>Gamma variables by squeeze and rejection (Marsaglia &amp; Tsang 2000), each try with its own counter.</summary>
public static class RandomGamma
{
    /// <summary>Scale 1. Units use 128 counters each, so that two of them never share a draw.</summary>
    public static double Of(Draws draws, int replicate, int unit, double shape)
    {
        var counter = unit * 128;
        if (shape < 1)
        {
            var u = draws.Uniform(replicate, counter++);
            return Above1(draws, replicate, counter, shape + 1) * Math.Pow(u, 1 / shape);
        }
        return Above1(draws, replicate, counter, shape);
    }

    private static double Above1(Draws draws, int replicate, int counter, double shape)
    {
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = draws.Gaussian(replicate, counter++);
            var v = 1 + c * x;
            var u = draws.Uniform(replicate, counter++);
            if (v <= 0) continue;
            v = v * v * v;
            if (Math.Log(u) < 0.5 * x * x + d - d * v + d * Math.Log(v)) return d * v;
        }
    }
}
