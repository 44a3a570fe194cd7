using ParIndex.Statistics.Distributions;
using ParIndex.Statistics.Estimation;

namespace ParIndex.Statistics.Raters;

/// <summary>Two scores for each unit: two raters, or a unit's own score and the appraised one.</summary>
public static class PairedScores
{
    /// <summary>Mean and spread of first minus second, with the paired t test; undefined spread gives NaN.</summary>
    public readonly record struct Difference(double Mean, double Deviation, double T, double P, Interval Limits);

    /// <summary>Bland &amp; Altman 1986: mean difference, limits at ± z standard deviations.</summary>
    public static Difference Of(double[] first, double[] second, double level = Confidence.Usual)
    {
        var d = first.Select((v, i) => v - second[i]).ToArray();
        var (mean, sd) = (Quantiles.Mean(d), Math.Sqrt(Quantiles.Variance(d)));
        var half = Normal.Quantile(0.5 + level / 2) * sd;
        var t = mean / (sd / Math.Sqrt(d.Length));
        return new(mean, sd, t, StudentT.TwoSided(t, d.Length - 1), new(mean - half, mean + half));
    }

    /// <summary>Lin's concordance (1989), divisor n.</summary>
    public static double Concordance(double[] a, double[] b)
    {
        var (ma, mb) = (a.Average(), b.Average());
        var joint = a.Select((v, i) => (v - ma) * (b[i] - mb)).Average();
        return 2 * joint / (a.Average(v => (v - ma) * (v - ma)) + b.Average(v => (v - mb) * (v - mb)) + (ma - mb) * (ma - mb));
    }

    /// <summary>Pearson's correlation, and the line first = intercept + slope · second.</summary>
    public static (double Correlation, double Slope, double Intercept) Line(double[] first, double[] second)
    {
        var (my, mx) = (first.Average(), second.Average());
        double xy = 0, xx = 0, yy = 0;
        for (var i = 0; i < first.Length; i++)
        {
            xy += (first[i] - my) * (second[i] - mx);
            xx += (second[i] - mx) * (second[i] - mx);
            yy += (first[i] - my) * (first[i] - my);
        }
        return (xy / Math.Sqrt(xx * yy), xy / xx, my - xy / xx * mx);
    }

    /// <summary>Distance from the median difference in robust standard deviations; undefined without spread.</summary>
    public static Figure[] RobustZ(double[] differences)
    {
        var (middle, spread) = (Quantiles.Median(differences), Quantiles.Deviation(differences));
        return [.. differences.Select(d => spread > 0 ? Figure.Of((d - middle) / spread, Undefined.NoSpread) : Figure.Because(Undefined.NoSpread))];
    }

    /// <summary>Cronbach's alpha over raters (columns) of complete ratings.</summary>
    public static double Alpha(double[][] ratings)
    {
        double k = ratings[0].Length;
        var each = Enumerable.Range(0, ratings[0].Length).Sum(c => Quantiles.Variance([.. ratings.Select(r => r[c])]));
        return k / (k - 1) * (1 - each / Quantiles.Variance([.. ratings.Select(r => r.Sum())]));
    }
}
