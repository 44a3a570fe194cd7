using System.Globalization;
using ParIndex.Statistics.Distributions;

namespace ParIndex.Statistics.Quality;

/// <summary>Counts with their test against the counts expected.</summary>
public readonly record struct DigitTest(int[] Counts, double Statistic, double P, double MeanAbsoluteDeviation);

/// <summary>Digits of amounts (only those spanning orders of magnitude) and of ages; never of 1..5 scales.</summary>
public static class Digits
{
    /// <summary>First digits 1 to 9 against log10(1 + 1/d) (Benford 1938).</summary>
    public static DigitTest First(IEnumerable<double> amounts)
    {
        var counts = new int[9];
        foreach (var a in amounts)
            if (a != 0 && !double.IsNaN(a)) counts[Math.Abs(a).ToString("E15", CultureInfo.InvariantCulture)[0] - '1']++;
        return Test(counts, [.. Enumerable.Range(1, 9).Select(d => Math.Log10(1 + 1.0 / d))]);
    }

    /// <summary>Last digits 0 to 9 of the whole amounts against equal shares.</summary>
    public static DigitTest Last(IEnumerable<double> amounts)
    {
        var counts = new int[10];
        foreach (var a in amounts)
            if (!double.IsNaN(a)) counts[(int)(((Math.Round(a) % 10) + 10) % 10)]++;
        return Test(counts, [.. Enumerable.Repeat(0.1, 10)]);
    }

    /// <summary>Whipple's index: share of the ages 23 to 62 ending in 0 or 5, times 500; 100 is no heaping.</summary>
    public static Figure Whipple(IEnumerable<double> ages)
    {
        var between = ages.Where(a => a is >= 23 and <= 62).ToArray();
        return between.Length == 0 ? Figure.Because(Undefined.NoAnswers) : Figure.Of(500.0 * between.Count(a => a % 5 == 0) / between.Length, Undefined.NoAnswers);
    }

    /// <summary>Myers' blended percentages of the ten last digits of age; the index is half the sum of their distances from 10.</summary>
    public static (double[] Percent, double Index) Myers(IReadOnlyCollection<double> ages)
    {
        var blended = Enumerable.Range(0, 10).Select(d =>
            (d + 1.0) * ages.Count(a => a % 10 == d && a is >= 10 and <= 79) + (9.0 - d) * ages.Count(a => a % 10 == d && a is >= 20 and <= 89)).ToArray();
        var sum = blended.Sum();
        var percent = blended.Select(b => 100 * b / sum).ToArray();
        return (percent, percent.Sum(p => Math.Abs(p - 10)) / 2);
    }

    private static DigitTest Test(int[] counts, double[] shares)
    {
        double n = counts.Sum();
        var chi = counts.Select((c, d) => Math.Pow(c - n * shares[d], 2) / (n * shares[d])).Sum();
        return new(counts, chi, ChiSquare.Upper(chi, counts.Length - 1), counts.Select((c, d) => Math.Abs(c / n - shares[d])).Average());
    }
}
