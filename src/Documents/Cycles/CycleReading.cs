using ParIndex.Core;
using ParIndex.Core.Computation;

namespace ParIndex.Documents.Cycles;

/// <summary>A cycle folder as it was read: the input when nothing is wrong with it, else what is wrong.</summary>
/// <param name="Input">Null when there is an error.</param>
/// <param name="Findings">Errors and warnings, file by file.</param>
/// <param name="Files">What was read, with its hashes.</param>
public sealed record CycleReading(CycleInput? Input, IReadOnlyList<Finding> Findings, IReadOnlyList<ReadFile> Files)
{
    public bool HasErrors => Findings.Any(finding => finding.Severity == Severity.Error);
}
