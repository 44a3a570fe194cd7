namespace ParIndex.Statistics.Ranks;

/// <summary>What equal values get.</summary>
public enum Ties
{
    /// <summary>1, 2, 2, 4: the better place.</summary>
    Best,
    /// <summary>1, 3, 3, 4: the worse place.</summary>
    Worst,
    /// <summary>1, 2½, 2½, 4: the mean place.</summary>
    Mean,
    /// <summary>1, 2, 2, 3: no place is skipped.</summary>
    Dense,
    /// <summary>1, 2, 3, 4 in the order given.</summary>
    Order,
}

/// <summary>Places by value, the highest first. A missing value (NaN) has no place (NaN).</summary>
public static class Places
{
    public static double[] Of(ReadOnlySpan<double> values, Ties ties = Ties.Best)
    {
        var kept = new int[values.Length];
        var n = 0;
        for (var i = 0; i < values.Length; i++)
            if (!double.IsNaN(values[i])) kept[n++] = i;
        Array.Resize(ref kept, n);
        var v = values.ToArray();
        Array.Sort(kept, (a, b) => v[a] != v[b] ? v[b].CompareTo(v[a]) : a.CompareTo(b));
        var places = new double[values.Length];
        Array.Fill(places, double.NaN);
        var level = 0;
        for (int from = 0, to; from < n; from = to)
        {
            for (to = from + 1; to < n && v[kept[to]] == v[kept[from]]; to++) { }
            level++;
            for (var k = from; k < to; k++)
                places[kept[k]] = ties switch
                {
                    Ties.Best => from + 1,
                    Ties.Worst => to,
                    Ties.Mean => (from + 1 + to) / 2.0,
                    Ties.Dense => level,
                    _ => k + 1,
                };
        }
        return places;
    }

    /// <summary>Half away from zero to so many decimals, forgiving the last bits of a double; for values that come as doubles.</summary>
    public static double Published(double value, int decimals)
    {
        var scale = Math.Pow(10, decimals);
        return Math.Sign(value) * Math.Floor(Math.Abs(value) * scale + 0.5 + 1e-9) / scale;
    }

    /// <summary>100 (n - mean place + 1/2) / n over those that have a place.</summary>
    public static double[] Percentile(ReadOnlySpan<double> values)
    {
        var places = Of(values, Ties.Mean);
        var n = places.Count(p => !double.IsNaN(p));
        return [.. places.Select(p => 100 * (n - p + 0.5) / n)];
    }
}
