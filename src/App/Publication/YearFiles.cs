using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Documents;
using ParIndex.Documents.Announcement;
using ParIndex.Documents.Cycles;
using ParIndex.Documents.OpenData;

namespace ParIndex.App.Publication;

/// <summary>The files and statements that go with a year's results: Decision, appendices, announcement, open data.</summary>
public static class YearFiles
{
    /// <summary>Makes them all; nothing stays on disk.</summary>
    public static (IReadOnlyList<ReleaseFile> Files, IReadOnlyList<Text> Statements) Of(CycleResult result, IReadOnlyList<ReadFile> inputs, JournalMark? journal = null)
    {
        var folder = Directory.CreateTempSubdirectory("release-").FullName;
        try
        {
            // Only a year known in detail has a Decision to print; of the others the totals are published as data.
            if (!result.TotalsOnly) YearDocuments.Write(folder, result);
            Package.Write(folder, result, inputs, journal);
            var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => (Name: Path.GetRelativePath(folder, path).Replace('\\', '/'), Content: File.ReadAllBytes(path)))
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => new ReleaseFile(file.Name, MediaType(file.Name), file.Content));
            IReadOnlyList<Text> statements = result.TotalsOnly ? [] : [.. Statements.Of(result).Select(statement => statement.Words)];
            List<ReleaseFile> all = [.. files];
            all.Add(Whole(result.Input.Cycle.Code, all));
            return (all, statements);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Everything in one file, under one folder as it was: what a stranger downloads, unpacks and verifies.</summary>
    private static ReleaseFile Whole(string code, IEnumerable<ReleaseFile> files)
    {
        using var packed = new MemoryStream();
        FixedZip.Pack(files.Select(file => ($"{code}/{file.Name}", file.Content)), packed);
        return new($"{code}.zip", "application/zip", packed.ToArray());
    }

    /// <summary>As files are served: texts with their encoding.</summary>
    private static string MediaType(string name)
    {
        var type = OpenDataFiles.MediaType(name);
        if (Path.GetExtension(name).Length == 0) type = "text/plain";
        return type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("json", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;
    }
}
