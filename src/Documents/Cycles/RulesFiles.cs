using ParIndex.Core;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Heads;
using ParIndex.Core.Surveys;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.Cycles;

/// <summary>The JSON files whose form Core knows: frameworks, questionnaires, rules of classification. Null with what is wrong in the findings.</summary>
internal static class RulesFiles
{
    public static Framework? Framework(byte[] bytes, FileFindings findings)
    {
        var reading = FrameworkJson.Read(bytes, findings.File);
        return Take(reading.Framework, reading.Findings, bytes, findings);
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
