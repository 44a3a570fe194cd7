namespace ParIndex.Core.Computation;

/// <summary>Which findings keep results provisional: every error, and the states that wait for somebody.</summary>
internal static class Blocking
{
    // Not submitted, incomplete, not appraised; survey not held where the framework then calls the results provisional.
    private static readonly string[] Waiting = ["R001", "R002", "R003", "R201"];

    public static bool Blocks(Finding finding) => finding.Severity == Severity.Error || Waiting.Contains(finding.Code);
}
