using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ParIndex.App.Storage;

/// <summary>Trouble of the database that passes by itself when room or the server comes back: an answer to wait, never a fault of who asked.</summary>
public static class StorageTrouble
{
    // Busy, locked, read-only, disk error, full, cannot open, as SQLite numbers them.
    private static readonly HashSet<int> Lite = [5, 6, 8, 10, 13, 14];

    /// <summary>Whether it passes.</summary>
    public static bool Passes(Exception trouble) => trouble switch
    {
        SqliteException lite => Lite.Contains(lite.SqliteErrorCode),
        // Insufficient resources, the operator's intervention, the system's own trouble, a lost connection.
        PostgresException { SqlState: var state } => state[..2] is "53" or "57" or "58" or "08",
        NpgsqlException or TimeoutException or IOException { HResult: NoSpace } => true,
        DbUpdateException { InnerException: { } inside } => Passes(inside),
        InvalidOperationException { InnerException: DbException inside } => Passes(inside),
        _ => false,
    };

    // ENOSPC, as the runtime hands it on.
    private const int NoSpace = 28;
}
