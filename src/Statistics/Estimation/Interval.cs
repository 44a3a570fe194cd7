namespace ParIndex.Statistics.Estimation;

/// <summary>Two ends of a confidence interval of a share, each in [0, 1].</summary>
public readonly record struct Interval(double Low, double High);
