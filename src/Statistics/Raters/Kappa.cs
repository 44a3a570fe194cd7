using ParIndex.Statistics.Distributions;
using ParIndex.Statistics.Ranks;

namespace ParIndex.Statistics.Raters;

/// <summary>A coefficient of agreement with its test of 0.</summary>
public readonly record struct Agreement(double Value, double Statistic, double P);

/// <summary>Weights of partial agreement.</summary>
public enum KappaWeights
{
    Unweighted,
    Linear,
    Squared,
}

/// <summary>Agreement beyond chance, for complete ratings, units × raters.</summary>
public static class Kappa
{
    /// <summary>Fleiss 1971, variance under no agreement of Fleiss, Nee &amp; Landis 1979.</summary>
    public static Agreement Fleiss(double[][] ratings)
    {
        var values = ratings.SelectMany(r => r).Distinct().Order().ToArray();
        double n = ratings.Length, k = ratings[0].Length;
        var share = values.Select(v => ratings.Sum(r => r.Count(x => x == v)) / (n * k)).ToArray();
        var agreed = ratings.Sum(r => values.Sum(v => Math.Pow(r.Count(x => x == v), 2)) - k) / (n * k * (k - 1));
        var chance = share.Sum(p => p * p);
        var value = (agreed - chance) / (1 - chance);
        var spread = share.Sum(p => p * (1 - p));
        var variance = 2 / (spread * spread * n * k * (k - 1)) * (spread * spread - share.Sum(p => p * (1 - p) * (1 - 2 * p)));
        return Test(value, variance);
    }

    /// <summary>Cohen 1960 and 1968 for two raters, variance under no agreement of Fleiss, Cohen &amp; Everitt 1969.</summary>
    public static Agreement Cohen(double[] first, double[] second, KappaWeights weights)
    {
        var values = first.Concat(second).Distinct().Order().ToArray();
        var (k, n) = (values.Length, (double)first.Length);
        var table = new double[k, k];
        for (var i = 0; i < first.Length; i++) table[Array.BinarySearch(values, first[i]), Array.BinarySearch(values, second[i])] += 1 / n;
        var rows = Enumerable.Range(0, k).Select(a => Enumerable.Range(0, k).Sum(b => table[a, b])).ToArray();
        var columns = Enumerable.Range(0, k).Select(b => Enumerable.Range(0, k).Sum(a => table[a, b])).ToArray();
        double W(int a, int b)
        {
            var d = Math.Abs(a - b) / (double)Math.Max(1, k - 1);
            return weights switch { KappaWeights.Linear => 1 - d, KappaWeights.Squared => 1 - d * d, _ => a == b ? 1 : 0 };
        }
        var ofRow = Enumerable.Range(0, k).Select(a => Enumerable.Range(0, k).Sum(b => columns[b] * W(a, b))).ToArray();
        var ofColumn = Enumerable.Range(0, k).Select(b => Enumerable.Range(0, k).Sum(a => rows[a] * W(a, b))).ToArray();
        double agreed = 0, chance = 0, squares = 0;
        for (var a = 0; a < k; a++)
            for (var b = 0; b < k; b++)
            {
                agreed += table[a, b] * W(a, b);
                chance += rows[a] * columns[b] * W(a, b);
                squares += rows[a] * columns[b] * Math.Pow(W(a, b) - ofRow[a] - ofColumn[b], 2);
            }
        return Test((agreed - chance) / (1 - chance), (squares - chance * chance) / (n * (1 - chance) * (1 - chance)));
    }

    /// <summary>Kendall's W corrected for ties, with its chi-square on units - 1 degrees of freedom.</summary>
    public static Agreement KendallW(double[][] ratings)
    {
        double n = ratings.Length, k = ratings[0].Length, ties = 0;
        var sums = new double[ratings.Length];
        for (var c = 0; c < ratings[0].Length; c++)
        {
            var column = ratings.Select(r => r[c]).ToArray();
            var places = Places.Of(column, Ties.Mean);
            for (var i = 0; i < sums.Length; i++) sums[i] += places[i];
            ties += column.GroupBy(v => v).Sum(g => Math.Pow(g.Count(), 3) - g.Count());
        }
        var mean = sums.Average();
        var w = 12 * sums.Sum(s => (s - mean) * (s - mean)) / (k * k * (n * n * n - n) - k * ties);
        var chi = k * (n - 1) * w;
        return new(w, chi, ChiSquare.Upper(chi, n - 1));
    }

    private static Agreement Test(double value, double variance)
    {
        var z = value / Math.Sqrt(variance);
        return new(value, z, 2 * Normal.Upper(Math.Abs(z)));
    }
}
