using ParIndex.App.Cycles;
using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Documents.Cycles;

namespace ParIndex.App.Results;

/// <summary>
/// Computes the files of a cycle as <c>compute</c> does: they are laid in a folder, read, and computed, so that no result can come from anything but what
/// was exported.
/// </summary>
internal static class CycleComputation
{
    /// <summary>The results; null when the files have an error, which the findings name.</summary>
    public static (CycleResult? Result, IReadOnlyList<Finding> Findings) Of(IReadOnlyList<FolderFile> files, string engine) => InFolder(files, (reading, _) =>
        (reading.Input is { } input ? Computing.Compute(input, engine) : null, reading.Findings));

    /// <summary>The frozen package: the folder that was computed, and the tables that came out.</summary>
    public static byte[] Package(IReadOnlyList<FolderFile> files, string engine) => InFolder(files, (reading, scratch) =>
    {
        var tables = Directory.CreateDirectory(Path.Combine(scratch, "results")).FullName;
        var written = ParIndex.Documents.OpenData.Package.WriteTables(tables, Computing.Compute(reading.Input!, engine));
        return ExportCycle.Zip(
        [
            .. files.Select(file => file with { Name = "cycle/" + file.Name }),
            .. written.Select(table => new FolderFile("results/" + table.Name, File.ReadAllBytes(Path.Combine(tables, table.Name)))).OrderBy(file => file.Name, StringComparer.Ordinal),
        ]);
    });

    internal static T InFolder<T>(IReadOnlyList<FolderFile> files, Func<CycleReading, string, T> then)
    {
        var scratch = Directory.CreateTempSubdirectory("cycle-").FullName;
        try
        {
            var folder = Path.Combine(scratch, "cycle");
            ExportCycle.Write(files, folder);
            return then(CycleFolder.Read(folder), scratch);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }
}
