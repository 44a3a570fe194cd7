using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.Cli.Verbs;

/// <summary><c>export CYCLE --data FILE --out DIR|FILE.zip</c>: a cycle as the folder that <c>compute</c> reads.</summary>
internal static class Export
{
    public static Command Verb()
    {
        var code = new Argument<string>("CYCLE") { Description = ExchangeText.Code.Both() };
        var data = new Option<FileInfo>("--data") { Description = ExchangeText.Data.Both(), Required = true };
        var to = new Option<string>("--out") { Description = ExchangeText.Out.Both(), Required = true };
        var verb = new Command("export", ExchangeText.Export.Both()) { code, data, to };
        verb.SetAction((call, cancel) => RunAsync(call.GetValue(code)!, call.GetValue(data)!, call.GetValue(to)!, call.InvocationConfiguration.Output, cancel));
        return verb;
    }

    private static async Task<int> RunAsync(string code, FileInfo data, string to, TextWriter output, CancellationToken cancel)
    {
        if (!data.Exists) throw new RefusedException(ExitCode.WrongCall, new Finding("S003", data.FullName, ServingText.NoData));
        if (Path.Exists(to) && !(Directory.Exists(to) && !Directory.EnumerateFileSystemEntries(to).Any()))
            throw new RefusedException(ExitCode.Findings, new Finding("E002", to, ExchangeText.Taken));
        await using var db = SqliteStorage.Open(data.FullName);
        var id = await db.Cycles.Where(row => row.Code == code).Select(row => (int?)row.Id).SingleOrDefaultAsync(cancel)
            ?? throw new RefusedException(ExitCode.Findings, new Finding("E001", code, ExchangeText.NoCycle([.. await db.Cycles.Select(row => row.Code).ToListAsync(cancel)])));
        var files = await new ExportCycle(db).RunAsync(id, cancel);
        if (to.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) await File.WriteAllBytesAsync(to, ExportCycle.Zip(files), cancel);
        else ExportCycle.Write(files, to);
        await output.WriteLineAsync(ExchangeText.Exported(code, to, files.Count).Both().AsMemory(), cancel);
        return ExitCode.Good;
    }
}
