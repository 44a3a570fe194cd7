namespace ParIndex.Statistics;

/// <summary>Input that cannot be computed with, and where it stands. The caller turns it into a finding.</summary>
/// <param name="code">A stable word: "weight", "stratum", "total-infeasible".</param>
/// <param name="place">Row, column or cell, as the caller named it.</param>
/// <param name="message">What is wrong, for a developer.</param>
public sealed class BadInputException(string code, string place, string message) : Exception($"{message} ({code} at {place})")
{
    public string Code { get; } = code;

    public string Place { get; } = place;

    /// <summary>What is wrong, without its place.</summary>
    public string What { get; } = message;
}
