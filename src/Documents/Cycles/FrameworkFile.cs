using ParIndex.Core;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.Cycles;

/// <summary>A framework file by itself.</summary>
public static class FrameworkFile
{
    /// <summary>What is wrong with a framework file: its form first, then its content.</summary>
    public static IReadOnlyList<Finding> Check(string path)
    {
        var findings = new FileFindings(path);
        try
        {
            RulesFiles.Framework(File.ReadAllBytes(path), findings, warnings: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            findings.Add("C002", 0, null, CycleText.CannotRead(refused));
        }

        return findings.All;
    }
}
