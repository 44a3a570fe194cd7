namespace ParIndex.Statistics;

/// <summary>Why a number cannot be given. A reason is carried instead of a 0 or an interval of width 0.</summary>
public enum Undefined
{
    /// <summary>The number is defined.</summary>
    None,
    /// <summary>Nobody answered.</summary>
    NoAnswers,
    /// <summary>As many strata as clusters: nothing is left to estimate a variance with.</summary>
    NoDegreesOfFreedom,
    /// <summary>A stratum has a single cluster and the rule for it is to refuse.</summary>
    OneCluster,
    /// <summary>All values are equal.</summary>
    NoSpread,
    /// <summary>A cell of the table is empty.</summary>
    EmptyCell,
    /// <summary>No value satisfies the question.</summary>
    NoSolution,
}

/// <summary>A number, or the reason why there is none (then <see cref="Value"/> is NaN).</summary>
public readonly record struct Figure(double Value, Undefined Reason)
{
    public static Figure Of(double value, Undefined otherwise) => double.IsNaN(value) ? Because(otherwise) : new(value, Undefined.None);

    public static Figure Because(Undefined reason) => new(double.NaN, reason);

    public bool IsDefined => Reason == Undefined.None;
}
