using Microsoft.Data.Sqlite;
using ParIndex.App.Storage;

namespace ParIndex.App.Tests;

/// <summary>An empty database on a file of its own; each <see cref="Open"/> is a new connection, as another request would have.</summary>
internal sealed class Database : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("parindex-app-").FullName;

    public Database()
    {
        using var db = Open();
        db.Database.EnsureCreated();
    }

    public IndexDb Open() => new(SqliteStorage.Options(Path.Combine(folder, "index.db")));

    /// <inheritdoc />
    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A clock that stands.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
