using System.CommandLine;
using ParIndex.App.Publication;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.Cli.Verbs;

/// <summary><c>publish CYCLE_DIR --data FILE</c>: computes a cycle folder and stores it as a release, the year before first.</summary>
internal static class Publish
{
    public static Command Verb()
    {
        var folder = new Argument<string>("CYCLE_DIR") { Description = ExchangeText.Folder.Both() };
        var data = new Option<FileInfo>("--data") { Description = ExchangeText.Data.Both(), Required = true };
        var noteVi = new Option<string?>("--note-vi") { Description = ExchangeText.Note.Both() };
        var noteEn = new Option<string?>("--note-en") { Description = ExchangeText.Note.Both() };
        var verb = new Command("publish", ExchangeText.Publish.Both()) { folder, data, noteVi, noteEn };
        verb.SetAction((call, cancel) => RunAsync(
            call.GetValue(folder)!, call.GetValue(data)!, Note(call.GetValue(noteVi), call.GetValue(noteEn)), call.InvocationConfiguration.Output,
            call.InvocationConfiguration.Error, cancel));
        return verb;
    }

    /// <summary>Words in both languages; where one was given, it stands for both.</summary>
    private static Text? Note(string? vi, string? en) => (vi ?? en) is { Length: > 0 } any ? new(vi ?? any, en ?? any) : null;

    private static async Task<int> RunAsync(string from, FileInfo data, Text? note, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        if (!Directory.Exists(from)) throw new RefusedException(ExitCode.WrongCall, new Finding("C001", from, TerminalText.NoFile));
        await using var db = SqliteStorage.Open(data.FullName);
        FolderPublished published;
        try
        {
            await PrepareDatabase.RunAsync(db, cancel);
            published = await new PublishFolder(db, TimeProvider.System).RunAsync(from, Compute.Engine, cancel, note);
        }
        catch (App.RefusedException refused)
        {
            throw new RefusedException(ExitCode.Findings, new Finding("E004", from, refused.Refusal.Message));
        }

        foreach (var finding in published.Findings) await error.WriteLineAsync($"{finding.Where}: {finding.Code} {finding.Message.Both()}".AsMemory(), cancel);
        if (published.Release is not { } release) return ExitCode.Findings;
        await output.WriteLineAsync(ExchangeText.Published(release.Slug, release.Edition, data.Name).Both().AsMemory(), cancel);
        return ExitCode.Good;
    }
}
