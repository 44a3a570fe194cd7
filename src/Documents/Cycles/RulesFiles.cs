using ParIndex.Core;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Heads;
using ParIndex.Core.Questionnaires;
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
        return Sound(framework, FrameworkCheck.Findings(framework), findings, warnings);
    }

    /// <inheritdoc cref="Framework"/>
    public static Survey? Survey(byte[] bytes, FileFindings findings, bool warnings = false)
    {
        var reading = SurveyJson.Read(bytes, findings.File);
        return Take(reading.Value, reading.Findings, bytes, findings) is { } survey ? Sound(survey, SurveyChecking.Check(survey), findings, warnings) : null;
    }

    /// <inheritdoc cref="Framework"/>
    public static HeadRules? Heads(byte[] bytes, FileFindings findings, bool warnings = false)
    {
        var reading = HeadsJson.Read(bytes, findings.File);
        return Take(reading.Value, reading.Findings, bytes, findings) is { } rules ? Sound(rules, HeadRulesChecking.Check(rules), findings, warnings) : null;
    }

    /// <inheritdoc cref="Framework"/>
    public static Questionnaire? Questionnaire(byte[] bytes, FileFindings findings, bool warnings = false)
    {
        var reading = QuestionnaireJson.Read(bytes, findings.File);
        return Take(reading.Value, reading.Findings, bytes, findings) is { } form ? Sound(form, QuestionnaireChecking.Check(form), findings, warnings) : null;
    }

    /// <summary>The value, unless its content has an error.</summary>
    private static T? Sound<T>(T value, IEnumerable<Finding> content, FileFindings findings, bool warnings)
        where T : class
    {
        foreach (var finding in content)
            if (warnings || finding.Severity == Severity.Error) findings.Add(finding with { Where = $"{findings.File}:{finding.Where}" });
        return findings.HasErrors ? null : value;
    }

    private static T? Take<T>(T? value, IReadOnlyList<Finding> read, byte[] bytes, FileFindings findings)
        where T : class
    {
        foreach (var finding in read) findings.Add(finding);
        return value is not null && HandwrittenJson.Clean(bytes, findings) && !findings.HasErrors ? value : null;
    }
}
