using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;

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

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
