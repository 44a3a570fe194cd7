using System.CommandLine;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.Cli.Verbs;

/// <summary><c>import CYCLE_DIR --data FILE</c>: a cycle folder into the database, as a whole or not at all.</summary>
internal static class Import
{
    public static Command Verb()
    {
        var folder = new Argument<string>("CYCLE_DIR") { Description = ExchangeText.Folder.Both() };
        var data = new Option<FileInfo>("--data") { Description = ExchangeText.Data.Both(), Required = true };
        var verb = new Command("import", ExchangeText.Import.Both()) { folder, data };
        verb.SetAction((call, cancel) => RunAsync(
            call.GetValue(folder)!, call.GetValue(data)!, call.InvocationConfiguration.Output, call.InvocationConfiguration.Error, cancel));
        return verb;
    }

    private static async Task<int> RunAsync(string from, FileInfo data, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        if (!Directory.Exists(from)) throw new RefusedException(ExitCode.WrongCall, new Finding("C001", from, TerminalText.NoFile));
        await using var db = SqliteStorage.Open(data.FullName);
        await PrepareDatabase.RunAsync(db, cancel);
        CycleImported imported;
        try
        {
            imported = await new ImportCycle(db, TimeProvider.System).RunAsync(from, CycleState.Open, cancel);
        }
        catch (App.RefusedException refused)
        {
            throw new RefusedException(ExitCode.Findings, new Finding("E003", from, refused.Refusal.Message));
        }

        foreach (var finding in imported.Findings) await error.WriteLineAsync($"{finding.Where}: {finding.Code} {finding.Message.Both()}".AsMemory(), cancel);
        if (imported.Cycle is null) return ExitCode.Findings;
        await output.WriteLineAsync(ExchangeText.Imported(from, data.Name).Both().AsMemory(), cancel);
        return ExitCode.Good;
    }
}
