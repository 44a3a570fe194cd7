namespace ParIndex.Statistics.Index;

/// <summary>Shapley's value: what each of k factors adds, averaged over all orders of adding them (2^k evaluations).</summary>
public static class Shapley
{
    /// <param name="k">Factors, at most 24.</param>
    /// <param name="value">Value of a set of factors, given as bits.</param>
    public static double[] Of(int k, Func<int, double> value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, 24);
        var all = new double[1 << k];
        for (var set = 0; set < all.Length; set++) all[set] = value(set);
        // s! (k-s-1)! / k!
        var share = new double[k];
        for (var s = 0; s < k; s++)
        {
            share[s] = 1.0 / k;
            for (var i = 1; i <= s; i++) share[s] *= i / (double)(k - i);
        }
        var result = new double[k];
        for (var set = 0; set < all.Length; set++)
            for (var i = 0; i < k; i++)
                if ((set & (1 << i)) == 0)
                    result[i] += share[System.Numerics.BitOperations.PopCount((uint)set)] * (all[set | (1 << i)] - all[set]);
        return result;
    }
}
