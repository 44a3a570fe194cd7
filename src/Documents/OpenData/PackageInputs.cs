using System.Text;
using System.Text.Json;
using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Heads;
using ParIndex.Core.Surveys;
using ParIndex.Documents.Cycles;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.OpenData;

/// <summary>
/// The inputs of a package, a cycle folder of its own: as they were read, but acts without actors and without units' own words, satisfaction as tallies and never as forms, heads only when the
/// Decision publishes them, and the previous year as its published figures.
/// </summary>
internal static class PackageInputs
{
    /// <summary>Folder of the inputs in a package.</summary>
    public const string Folder = "cycle";

    private static readonly string[] Verbatim =
        [CycleFiles.Applicability, CycleFiles.Inputs, CycleFiles.Evidence, CycleFiles.Adjustments, CycleFiles.Totals];

    public static IEnumerable<HashedFile> Write(string folder, CycleResult result, IReadOnlyList<ReadFile> inputs)
    {
        var input = result.Input;
        var heads = input.Cycle.Heads is { Published: true };
        var cycle = input.Cycle with
        {
            Groups = [.. input.Cycle.Groups.Select(group => group with { Framework = input.Frameworks.GetValueOrDefault(group.Code) is { } used ? FileOf(used) : null })],
            Previous = input.Previous is null ? null : "previous",
            Heads = heads && input.HeadRules is not null ? input.Cycle.Heads! with { Rules = "heads-rules.json" } : null,
        };
        yield return Json(CycleFiles.Cycle, StrictJson.Options, cycle);
        yield return Csv(CycleFiles.Units, DataTables.Units.Columns, csv => TableWriting.Units(csv, result));
        foreach (var framework in input.Frameworks.Values.DistinctBy(FileOf)) yield return Bytes(FileOf(framework), FrameworkJson.Write(framework));
        foreach (var file in inputs.Where(file => Verbatim.Contains(file.Name))) yield return Copy(file);
        foreach (var file in inputs.Where(file => file.Name == CycleFiles.Acts)) yield return Public(file, PublicCopy.Acts(input.Cycle.Stages));
        if (input.Survey is { } survey)
        {
            yield return Bytes(CycleFiles.Survey, SurveyJson.Write(survey));
            if (!result.TotalsOnly) yield return Csv(CycleFiles.Satisfaction, DataTables.Satisfaction.Columns, csv => TableWriting.Satisfaction(csv, result));
        }

        if (heads && input.HeadRules is { } rules)
        {
            yield return Bytes("heads-rules.json", HeadsJson.Write(rules));
            foreach (var file in inputs.Where(file => file.Name == CycleFiles.Heads)) yield return Public(file, PublicCopy.Heads());
        }

        if (input.Previous is { } previous)
        {
            yield return Json("previous/" + CycleFiles.Cycle, StrictJson.Options, previous.Cycle with { Previous = null });
            yield return Csv("previous/" + PublishedFile.Name, PublishedFile.DataColumns, csv => PublishedFile.Write(csv, previous));
        }

        HashedFile Bytes(string name, byte[] bytes) => HashedFile.Write(folder, $"{Folder}/{name}", stream => stream.Write(bytes));

        HashedFile Json<T>(string name, JsonSerializerOptions options, T value) => Bytes(name, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, options) + "\n"));

        HashedFile Csv(string name, IReadOnlyList<DataColumn> columns, Action<CsvWriter> rows)
        {
            var csv = new CsvWriter().Header(columns.Select(column => column.Name));
            rows(csv);
            return Bytes(name, csv.Written.ToArray());
        }

        HashedFile Public(ReadFile file, PublicCopy copy) => HashedFile.Write(folder, $"{Folder}/{file.Name}", stream => copy.Write(file.FullPath, stream));

        HashedFile Copy(ReadFile file) => HashedFile.Write(folder, $"{Folder}/{file.Name}", stream => SafeCopy.Of(file.FullPath, stream));
    }

    /// <summary>All frameworks in use, in one file.</summary>
    public static void Frameworks(Stream stream, CycleInput input)
    {
        stream.Write("{\n\"frameworks\": [\n"u8);
        var first = true;
        foreach (var framework in input.Frameworks.Values.DistinctBy(FileOf).OrderBy(FileOf, StringComparer.Ordinal))
        {
            if (!first) stream.Write(",\n"u8);
            first = false;
            stream.Write(FrameworkJson.Write(framework).AsSpan().TrimEnd((byte)'\n'));
        }

        stream.Write("\n]\n}\n"u8);
    }

    private static string FileOf(Framework framework) =>
        $"frameworks/{string.Concat($"{framework.Code}-{framework.Version}".Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '-'))}.json";
}
