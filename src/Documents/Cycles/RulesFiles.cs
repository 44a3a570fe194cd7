using ParIndex.Core;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Heads;
using ParIndex.Core.Surveys;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.Cycles;

/// <summary>The JSON files whose form Core knows: frameworks, questionnaires, rules of classification. Null with what is wrong in the findings.</summary>
internal static class RulesFiles
{
    /// <param name="bytes">The file.</param>
    /// <param name="findings">Takes what is wrong with it.</param>
    /// <param name="warnings">False: only what blocks is reported, for somebody who wants results and not a better framework.</param>
    public static Framework? Framework(byte[] bytes, FileFindings findings, bool warnings = false)
    {
        var reading = FrameworkJson.Read(bytes, findings.File);
        if (Take(reading.Framework, reading.Findings, bytes, findings) is not { } framework) return null;
        foreach (var finding in FrameworkCheck.Findings(framework))
            if (warnings || finding.Severity == Severity.Error) findings.Add(finding with { Where = $"{findings.File}:{finding.Where}" });
        return findings.HasErrors ? null : framework;
    }

    public static Survey? Survey(byte[] bytes, FileFindings findings)
    {
        var reading = SurveyJson.Read(bytes, findings.File);
        return Take(reading.Value, reading.Findings, bytes, findings);
    }

    public static HeadRules? Heads(byte[] bytes, FileFindings findings)
    {
        var reading = HeadsJson.Read(bytes, findings.File);
        return Take(reading.Value, reading.Findings, bytes, findings);
    }

    private static T? Take<T>(T? value, IReadOnlyList<Finding> read, byte[] bytes, FileFindings findings)
        where T : class
    {
        foreach (var finding in read) findings.Add(finding);
        return value is not null && StrictJson.Clean(bytes, findings) && !findings.HasErrors ? value : null;
    }
}
