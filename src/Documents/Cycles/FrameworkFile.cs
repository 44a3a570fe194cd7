using System.Text.Json;
using ParIndex.Core;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.Cycles;

/// <summary>A file of rules by itself: a framework, or what lies beside it: the method of a survey, the rules for heads, a questionnaire.</summary>
public static class FrameworkFile
{
    /// <summary>What is wrong with it: its form first, then its content. Which kind it is, the names in it tell.</summary>
    public static IReadOnlyList<Finding> Check(string path)
    {
        var findings = new FileFindings(path);
        try
        {
            var bytes = File.ReadAllBytes(path);
            var names = Names(bytes);
            if (names.Contains("methodVersion")) RulesFiles.Survey(bytes, findings, warnings: true);
            else if (names.Contains("grades")) RulesFiles.Heads(bytes, findings, warnings: true);
            else if (names.Contains("sections")) RulesFiles.Questionnaire(bytes, findings, warnings: true);
            else RulesFiles.Framework(bytes, findings, warnings: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            findings.Add("C002", 0, null, CycleText.CannotRead(refused));
        }

        return findings.All;
    }

    /// <summary>Names at the top of the file, as far as it is JSON.</summary>
    private static HashSet<string> Names(ReadOnlySpan<byte> bytes)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        var reader = new Utf8JsonReader(bytes);
        try
        {
            while (reader.Read())
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1) names.Add(reader.GetString() ?? "");
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The reading proper says where it breaks.
        }

        return names;
    }
}
