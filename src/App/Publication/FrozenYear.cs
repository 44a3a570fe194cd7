using System.IO.Compression;
using ParIndex.App.Cycles;
using ParIndex.App.Heads;
using ParIndex.App.Results;
using ParIndex.Core.Computation;
using ParIndex.Core.Cycles;
using ParIndex.Documents.Cycles;

namespace ParIndex.App.Publication;

/// <summary>
/// A year from the package its freeze kept. It is computed again from the frozen folder, and every table has to come out as it was frozen, byte for byte:
/// what is published is what the chair froze, whatever became of the rows since.
/// </summary>
internal static class FrozenYear
{
    private const string Folder = "cycle/", Tables = "results/", Settings = "cycle.json";

    /// <summary>What is published of a frozen run.</summary>
    /// <param name="package">The frozen package.</param>
    /// <param name="run">Number of the run.</param>
    /// <param name="engine">The engine it was frozen by.</param>
    /// <param name="stamp">Puts number, date and signer into the cycle; figures do not depend on them.</param>
    /// <param name="heads">heads.csv of the approved classification; null: as it was frozen.</param>
    /// <exception cref="RefusedException">The frozen folder does not compute to the frozen tables any more.</exception>
    public static Publishing Publishing(byte[] package, int run, string engine, Func<Cycle, Cycle>? stamp = null, byte[]? heads = null) => In(package, run, engine, stamp, heads, (result, reading) =>
    {
        var (files, statements) = YearFiles.Of(result, reading.Files);
        return new Publishing(result, files, statements);
    });

    /// <summary>The results of a frozen run.</summary>
    public static CycleResult Result(byte[] package, int run, string engine, Func<Cycle, Cycle>? stamp = null, byte[]? heads = null) =>
        In(package, run, engine, stamp, heads, (result, _) => result);

    private static T In<T>(byte[] package, int run, string engine, Func<Cycle, Cycle>? stamp, byte[]? heads, Func<CycleResult, CycleReading, T> then)
    {
        var entries = Unpack(package);
        List<FolderFile> files = [.. entries.Where(file => file.Name.StartsWith(Folder, StringComparison.Ordinal)).Select(file => file with { Name = file.Name[Folder.Length..] })];
        var frozen = entries.Where(file => file.Name.StartsWith(Tables, StringComparison.Ordinal)).ToDictionary(file => file.Name, file => file.Content, StringComparer.Ordinal);
        var again = Unpack(CycleComputation.Package(files, engine)).Where(file => file.Name.StartsWith(Tables, StringComparison.Ordinal)).ToList();
        if (again.Count != frozen.Count || again.Any(file => !frozen.TryGetValue(file.Name, out var was) || !was.AsSpan().SequenceEqual(file.Content)))
            throw new RefusedException(Refusal.FrozenDiffers(run));
        if (heads is not null) files = [.. HeadsOfCycle.With(files, heads)];
        if (stamp is not null) files = [.. files.Select(file => file.Name == Settings ? file with { Content = Stamped(file.Content, stamp) } : file)];
        return CycleComputation.InFolder(files, (reading, _) => then(Computing.Compute(reading.Input ?? throw new RefusedException(Refusal.FrozenDiffers(run)), engine), reading));
    }

    private static byte[] Stamped(byte[] settings, Func<Cycle, Cycle> stamp) =>
        CycleSettings.Write(stamp(CycleSettings.Read(settings).Value ?? throw new InvalidDataException("cycle.json of a frozen run")));

    private static List<FolderFile> Unpack(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        var files = new List<FolderFile>();
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            using var whole = new MemoryStream();
            content.CopyTo(whole);
            files.Add(new(entry.FullName, whole.ToArray()));
        }

        return files;
    }
}
