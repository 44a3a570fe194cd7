using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;

namespace ParIndex.App.Audit;

/// <summary>Columns of a stored line, which must say what the line says.</summary>
public sealed record JournalColumns(long Seq, string At, string Actor, string Act, string Obj, string Hash);

/// <summary>What a line commits to.</summary>
public sealed record JournalContent(byte[] Salt, byte[] Payload);

/// <summary>A whole journal to verify, from the database or from an exported folder. Null: that part was not handed over.</summary>
public sealed record JournalCopy
{
    public string? Origin { get; init; }

    /// <summary>Size and hash the head tells of.</summary>
    public (long Size, string Hash)? Head { get; init; }

    /// <summary>The exact bytes of each line, in order.</summary>
    public required IReadOnlyList<byte[]> Lines { get; init; }

    public IReadOnlyList<JournalColumns>? Columns { get; init; }

    public IReadOnlyList<SignedCheckpoint> Checkpoints { get; init; } = [];

    /// <summary>The certificate of checkpoints, in PEM.</summary>
    public string? Certificate { get; init; }

    public IReadOnlyDictionary<long, JournalContent>? Contents { get; init; }

    public IReadOnlyList<StoredRow>? Rows { get; init; }

    /// <summary>The journal as it lies in the database, at one moment.</summary>
    public static async Task<JournalCopy> ReadAsync(IndexDb db, AuditFolder? folder, CancellationToken cancel)
    {
        await using var snapshot = await SnapshotAsync(db, cancel);
        var head = await db.JournalHeads.AsNoTracking().SingleOrDefaultAsync(row => row.Stream == JournalWriting.Stream, cancel);
        var lines = new List<byte[]>((int)(head?.Size ?? 0));
        var columns = new List<JournalColumns>(lines.Capacity);
        await foreach (var row in db.JournalLines.AsNoTracking().Where(row => row.Stream == JournalWriting.Stream).OrderBy(row => row.Seq)
            .AsAsyncEnumerable().WithCancellation(cancel))
        {
            lines.Add(row.Line);
            columns.Add(new(row.Seq, JournalWriting.Moment(row.At), row.Actor, row.Act, row.Obj, Convert.ToHexStringLower(row.Hash)));
        }

        return new()
        {
            Origin = await JournalInstance.OriginAsync(db, cancel),
            Head = head is null ? (0, Checkpoint.None) : (head.Size, Convert.ToHexStringLower(head.Hash)),
            Lines = lines,
            Columns = columns,
            Checkpoints = Together(
                await db.Checkpoints.AsNoTracking().OrderBy(row => row.Number).Select(row => new SignedCheckpoint(row.Json, row.Signature, row.Timestamp)).ToListAsync(cancel),
                folder?.Checkpoints() ?? []),
            Certificate = folder?.Certificate,
            Contents = await db.JournalPayloads.AsNoTracking().Where(row => row.Stream == JournalWriting.Stream)
                .ToDictionaryAsync(row => row.Seq, row => new JournalContent(row.Salt, row.Payload), cancel),
            Rows = await JournalledRows.ReadAsync(db, cancel),
        };
    }

    /// <summary>Checkpoints of both places, each once, by number; two that differ under one number both stay and contradict each other.</summary>
    public static List<SignedCheckpoint> Together(IEnumerable<SignedCheckpoint> first, IEnumerable<SignedCheckpoint> second) =>
        [.. first.Concat(second).DistinctBy(checkpoint => checkpoint.Hash, StringComparer.Ordinal)
            .OrderBy(checkpoint => Checkpoint.Parse(checkpoint.Json)?.Number ?? int.MaxValue)];

    /// <summary>All reads see one moment.</summary>
    private static async Task<IAsyncDisposable> SnapshotAsync(IndexDb db, CancellationToken cancel)
    {
        if (db is not SqliteIndexDb) return await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        await db.Database.OpenConnectionAsync(cancel);
        // Deferred: a reader takes no turn from the writers.
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, cancel);
        return new Snapshot(db, transaction);
    }

    private sealed class Snapshot(IndexDb db, SqliteTransaction transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await db.Database.UseTransactionAsync(null);
            await transaction.DisposeAsync();
            await db.Database.CloseConnectionAsync();
        }
    }
}
