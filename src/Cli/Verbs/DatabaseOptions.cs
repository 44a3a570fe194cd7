using System.CommandLine;
using ParIndex.App.Audit;
using ParIndex.App.Library;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Web;

namespace ParIndex.Cli.Verbs;

/// <summary>Options that name a database, SQLite or PostgreSQL, and the folder of its checkpoints.</summary>
internal sealed class DatabaseOptions
{
    private readonly Option<FileInfo?> data = new("--data") { Description = ServingText.Data.Both() };
    private readonly Option<string?> postgres = new("--postgres") { Description = JournalText.Postgres.Both() };
    private readonly Option<string?> audit = new("--audit") { Description = JournalText.Audit.Both() };

    private readonly Option<string?> files = new("--files") { Description = ServingText.Files.Both() };
    private readonly Option<string?> clamd = new("--clamd") { Description = ServingText.Clamd.Both() };

    /// <summary>Adds the options of evidence files to a verb that reads them.</summary>
    public void AddFilesTo(Command verb)
    {
        verb.Options.Add(files);
        verb.Options.Add(clamd);
    }

    /// <summary>Where evidence lies, as the site keeps it.</summary>
    public FileStore Store(ParseResult call) => new(new SiteSettings { Database = call.GetValue(data)?.FullName ?? "", Files = call.GetValue(files), Urls = [] }.EvidenceFolder);

    public Scanner Scanner(ParseResult call) => ScannerOf(call.GetValue(clamd));

    /// <summary>host:port of clamd; nothing: no scanner.</summary>
    internal static Scanner ScannerOf(string? address)
    {
        if (address is null) return new();
        var parts = address.Split(':');
        return parts is [{ Length: > 0 } host] ? new(host)
            : parts is [{ Length: > 0 } named, var port] && ushort.TryParse(port, System.Globalization.CultureInfo.InvariantCulture, out var number) ? new(named, number)
            : throw new RefusedException(ExitCode.WrongCall, new Finding("S008", address, ServingText.BadClamd));
    }

    public void AddTo(Command verb)
    {
        verb.Options.Add(data);
        verb.Options.Add(postgres);
        verb.Options.Add(audit);
    }

    public IndexDb Open(ParseResult call)
    {
        if (call.GetValue(postgres) is { } connection) return PostgresStorage.Open(connection);
        var file = call.GetValue(data) ?? throw new RefusedException(ExitCode.WrongCall, new Finding("J105", "--data", JournalText.NoDatabase));
        return file.Exists ? SqliteStorage.Open(file.FullName) : throw new RefusedException(ExitCode.WrongCall, new Finding("S003", file.FullName, ServingText.NoData));
    }

    public AuditFolder Audit(ParseResult call) => call.GetValue(audit) is { } folder ? new(folder)
        : call.GetValue(data) is { } file ? AuditFolder.Beside(file.FullName)
        : throw new RefusedException(ExitCode.WrongCall, new Finding("J106", "--audit", JournalText.NoAudit));

    /// <summary>What the call named, for messages; never a connection string, which may hold a password.</summary>
    public string Name(ParseResult call) => call.GetValue(data)?.FullName ?? "PostgreSQL";
}
