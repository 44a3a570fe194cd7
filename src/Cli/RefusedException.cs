using ParIndex.Core;

namespace ParIndex.Cli;

/// <summary>A verb says no: what is wrong, where, and what to do.</summary>
public sealed class RefusedException(int exitCode, params IReadOnlyList<Finding> findings) : Exception(findings.Count > 0 ? findings[0].Message.En : "")
{
    /// <summary>One of <see cref="Cli.ExitCode"/>.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>Why.</summary>
    public IReadOnlyList<Finding> Findings { get; } = findings;
}
