using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Documents.Cycles;

namespace ParIndex.App.Publication;

/// <summary>A year that was published from its folder, or the findings that forbid it.</summary>
public sealed record FolderPublished(ReleaseRow? Release, IReadOnlyList<Finding> Findings);

/// <summary>Reads a cycle folder, computes the year, makes its files and publishes it; the year before first, when the folder names one.</summary>
public sealed class PublishFolder(IndexDb db, TimeProvider clock)
{
    /// <summary>Publishes the folder.</summary>
    /// <param name="path">The cycle folder.</param>
    /// <param name="engine">Version of the engine, as results carry it.</param>
    /// <param name="cancel">Stops between two years, never inside one.</param>
    /// <param name="note">What changed and why, when this corrects what was published.</param>
    /// <exception cref="RefusedException">Other figures than published, without a note.</exception>
    public async Task<FolderPublished> RunAsync(string path, string engine, CancellationToken cancel, Text? note = null)
    {
        var reading = CycleFolder.Read(path);
        if (reading.Input is not { } input) return new(null, reading.Findings);
        if (input.Cycle.Previous is { } previous && CycleFolder.Read(Path.Combine(path, previous)) is { Input: { } earlier } before)
            await PublishAsync(earlier, before.Files, engine, null, cancel);
        return new(await PublishAsync(input, reading.Files, engine, note, cancel), reading.Findings);
    }

    private async Task<ReleaseRow> PublishAsync(CycleInput input, IReadOnlyList<ReadFile> inputs, string engine, Text? note, CancellationToken cancel)
    {
        var result = Computing.Compute(input, engine);
        var (files, statements) = YearFiles.Of(result, inputs, await JournalMarks.ReadAsync(db, cancel));
        return await new PublishRelease(db, clock).RunAsync(new(result, files, statements, note), cancel);
    }
}
