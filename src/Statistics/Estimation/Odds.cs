namespace ParIndex.Statistics.Estimation;

/// <summary>Shares and their log-odds.</summary>
public static class Odds
{
    /// <summary>ln(p / (1 - p)).</summary>
    public static double Log(double p) => Math.Log(p / (1 - p));

    /// <summary>The share whose log-odds are given; no overflow at either end.</summary>
    public static double Share(double logOdds) => logOdds >= 0 ? 1 / (1 + Math.Exp(-logOdds)) : Math.Exp(logOdds) / (1 + Math.Exp(logOdds));
}
