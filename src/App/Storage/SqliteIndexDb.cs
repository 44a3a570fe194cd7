using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ParIndex.App.Audit;
using ParIndex.App.Publication;

namespace ParIndex.App.Storage;

/// <summary>The database on one SQLite file. One writer at a time, in the order of asking: waiting in the engine would mean polling.</summary>
public sealed class SqliteIndexDb(DbContextOptions<SqliteIndexDb> options) : IndexDb(options)
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new(StringComparer.Ordinal);

    /// <inheritdoc />
    protected override async Task<IDisposable?> TurnAsync(CancellationToken cancel)
    {
        var turns = Turns.GetOrAdd(Database.GetConnectionString() ?? "", _ => new SemaphoreSlim(1, 1));
        await turns.WaitAsync(cancel);
        return new Turn(turns);
    }

    /// <inheritdoc />
    protected override Task<JournalHeadRow?> LockHeadAsync(string stream, CancellationToken cancel) =>
        // BEGIN IMMEDIATE holds the whole file already.
        JournalHeads.AsTracking().SingleOrDefaultAsync(head => head.Stream == stream, cancel);

    /// <inheritdoc />
    internal override async Task<IDbContextTransaction> MomentAsync(CancellationToken cancel)
    {
        await Database.OpenConnectionAsync(cancel);
        var deferred = ((SqliteConnection)Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await Database.UseTransactionAsync(deferred, cancel))!;
    }

    /// <inheritdoc />
    internal override IQueryable<SearchEntryRow> Matching(IReadOnlyList<string> words)
    {
        var match = string.Join(" AND ", words.Select(word => $"\"{word}\"")) + "*";
        return SearchEntries.FromSql($"""SELECT * FROM "SearchEntries" WHERE "Id" IN (SELECT rowid FROM "SearchWords" WHERE "SearchWords" MATCH {match})""");
    }

    /// <inheritdoc />
    internal override async Task SweepAsync(CancellationToken cancel)
    {
        // Deleted content is overwritten already (secure_delete); the log is cut off.
        using var turn = await TurnAsync(cancel);
        await Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancel);
    }

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
