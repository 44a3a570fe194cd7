namespace ParIndex.Core;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>Worth a look; results may be computed.</summary>
    Warning,

    /// <summary>Nothing is computed or written until it is mended.</summary>
    Error,
}

/// <summary>What is wrong, where, and what to do; numbered, so that it can be looked up and tested.</summary>
/// <param name="Code">Number, such as <c>F014</c> (framework), <c>C003</c> (cycle files), <c>R002</c> (results).</param>
/// <param name="Where">The place: a code of a framework, or FILE:LINE:COLUMN.</param>
/// <param name="Message">What is wrong and the mend, in both languages.</param>
/// <param name="Severity">Error unless said otherwise.</param>
public sealed record Finding(string Code, string Where, Text Message, Severity Severity = Severity.Error);
