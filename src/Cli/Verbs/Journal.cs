using System.CommandLine;
using ParIndex.App.Audit;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.Cli.Verbs;

/// <summary><c>journal verify | export | checkpoint</c>: the journal from the terminal.</summary>
internal static class Journal
{
    private const int SaidAtMost = 20;

    public static Command Verb() => new("journal", JournalText.Verb.Both()) { VerifyVerb(), ExportVerb(), CheckpointVerb() };

    private static Command VerifyVerb()
    {
        var file = new Argument<string>("FILE") { Description = JournalText.File.Both() };
        var receipt = new Option<FileInfo?>("--receipt") { Description = JournalText.Receipt.Both() };
        var audit = new Option<string?>("--audit") { Description = JournalText.Audit.Both() };
        var verb = new Command("verify", JournalText.Verify.Both()) { file, receipt, audit };
        verb.SetAction((call, cancel) => VerifyAsync(
            call.GetValue(file)!, call.GetValue(receipt), call.GetValue(audit), call.InvocationConfiguration.Output, call.InvocationConfiguration.Error, cancel));
        return verb;
    }

    private static Command ExportVerb()
    {
        var folder = new Argument<string>("FOLDER") { Description = JournalText.Folder.Both() };
        var payloads = new Option<bool>("--payloads") { Description = JournalText.Payloads.Both() };
        var source = new DatabaseOptions();
        var verb = new Command("export", JournalText.Export.Both()) { folder, payloads };
        source.AddTo(verb);
        verb.SetAction(async (call, cancel) =>
        {
            var target = call.GetValue(folder)!;
            if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
                throw new RefusedException(ExitCode.WrongCall, new Finding("J101", target, JournalText.NotEmpty));
            await using var db = source.Open(call);
            var copy = await JournalCopy.ReadAsync(db, source.Audit(call), cancel);
            JournalFolder.Write(target, copy, call.GetValue(payloads));
            await call.InvocationConfiguration.Output.WriteLineAsync(JournalText.Exported(copy.Lines.Count, copy.Checkpoints.Count, target).Both());
            return ExitCode.Good;
        });
        return verb;
    }

    private static Command CheckpointVerb()
    {
        var source = new DatabaseOptions();
        var authority = new Option<Uri?>("--timestamps") { Description = JournalText.Timestamps.Both() };
        var verb = new Command("checkpoint", JournalText.CheckpointVerb.Both()) { authority };
        source.AddTo(verb);
        verb.SetAction(async (call, cancel) =>
        {
            await using var db = source.Open(call);
            await PrepareDatabase.RunAsync(db, cancel);
            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
            var stamps = call.GetValue(authority) is { } address ? new TimestampAuthority(http, address) : null;
            var written = await new WriteCheckpoint(db, source.Audit(call), TimeProvider.System, stamps).RunAsync(CheckpointOccasion.Asked, cancel)
                ?? throw new RefusedException(ExitCode.Findings, new Finding("J102", source.Name(call), JournalText.NotSigned));
            await call.InvocationConfiguration.Output.WriteLineAsync(JournalText.Signed(written.Number, written.Size, written.Head).Both());
            return ExitCode.Good;
        });
        return verb;
    }

    private static async Task<int> VerifyAsync(string file, FileInfo? receipt, string? audit, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        if (!File.Exists(file) && !Directory.Exists(file)) throw new RefusedException(ExitCode.WrongCall, new Finding("J103", file, TerminalText.NoFile));
        JournalCopy copy;
        try
        {
            copy = await ReadAsync(file, audit, cancel);
        }
        catch (FormatException broken)
        {
            throw new RefusedException(ExitCode.Findings, new Finding("J104", broken.Message, JournalText.Unreadable));
        }

        var verdict = VerifyJournal.Run(copy);
        var findings = verdict.Findings.ToList();
        if (receipt is not null)
        {
            if (!receipt.Exists) throw new RefusedException(ExitCode.WrongCall, new Finding("J103", receipt.FullName, TerminalText.NoFile));
            var read = JournalReceipt.Parse(await File.ReadAllTextAsync(receipt.FullName, cancel))
                ?? throw new RefusedException(ExitCode.Findings, new Finding("J104", receipt.FullName, JournalText.Unreadable));
            findings.AddRange(read.Verify(copy));
        }

        foreach (var finding in findings.Take(SaidAtMost)) (finding.Wrong ? error : output).WriteLine($"{finding.Code} {finding.Message.Both()}");
        if (findings.Count > SaidAtMost) error.WriteLine(VerifyText.More(findings.Count - SaidAtMost).Both());
        if (findings.Any(finding => finding.Wrong))
        {
            error.WriteLine(JournalText.Wrong(findings.Where(finding => finding.Wrong).Min(finding => finding.Number)).Both());
            return ExitCode.Findings;
        }

        output.WriteLine(JournalText.Intact(verdict).Both());
        return ExitCode.Good;
    }

    private static async Task<JournalCopy> ReadAsync(string file, string? audit, CancellationToken cancel)
    {
        if (Directory.Exists(file) || !IsDatabase(file)) return JournalFolder.Read(file);
        await using var db = SqliteStorage.Open(file);
        return await JournalCopy.ReadAsync(db, audit is null ? AuditFolder.Beside(file) : new(audit), cancel);
    }

    private static bool IsDatabase(string file)
    {
        using var stream = File.OpenRead(file);
        Span<byte> begin = stackalloc byte[15];
        return stream.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false) == begin.Length && begin.SequenceEqual("SQLite format 3"u8);
    }
}
