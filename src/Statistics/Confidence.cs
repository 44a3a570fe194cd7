namespace ParIndex.Statistics;

/// <summary>Confidence levels in use.</summary>
public static class Confidence
{
    /// <summary>95 %.</summary>
    public const double Usual = 0.95;
}
