namespace ParIndex.Statistics.Estimation;

/// <summary>Two ends of a confidence interval, or the reason why there are none (then both are NaN).</summary>
public readonly record struct Interval(double Low, double High, Undefined Reason = Undefined.None)
{
    public static Interval Because(Undefined reason) => new(double.NaN, double.NaN, reason);

    public bool IsDefined => Reason == Undefined.None;
}
