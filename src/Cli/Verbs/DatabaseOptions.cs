using System.CommandLine;
using ParIndex.App.Audit;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.Cli.Verbs;

/// <summary>Options that name a database, SQLite or PostgreSQL, and the folder of its checkpoints.</summary>
internal sealed class DatabaseOptions
{
    private readonly Option<FileInfo?> data = new("--data") { Description = ServingText.Data.Both() };
    private readonly Option<string?> postgres = new("--postgres") { Description = JournalText.Postgres.Both() };
    private readonly Option<string?> audit = new("--audit") { Description = JournalText.Audit.Both() };

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
