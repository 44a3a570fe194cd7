using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using ParIndex.App.Storage;

namespace ParIndex.Testing;

/// <summary>The databases the product runs on.</summary>
public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>An empty, prepared database of its own; each <see cref="Open"/> is a new connection, as another request would have.</summary>
public sealed class Database : IDisposable
{
    private static readonly Lock Preparing = new();
    private static string? sqliteTemplate;
    private static string? postgresTemplate;
    private static int count;

    private readonly Engine engine;
    private readonly string folder = Directory.CreateTempSubdirectory("parindex-db-").FullName;

    public Database(Engine engine = Engine.Sqlite)
    {
        this.engine = engine;
        if (engine == Engine.Sqlite)
        {
            Path = System.IO.Path.Combine(folder, "index.db");
            File.Copy(SqliteTemplate(), Path);
            return;
        }

        var name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref count)}";
        Run($"CREATE DATABASE {name} TEMPLATE {PostgresTemplate()}");
        Connection = $"{PostgresServer.Connection};Database={name}";
    }

    /// <summary>The SQLite file; empty on PostgreSQL.</summary>
    public string Path { get; } = "";

    /// <summary>The connection string on PostgreSQL; null on SQLite.</summary>
    public string? Connection { get; }

    /// <summary>A folder of the test's own, gone with the database.</summary>
    public string Folder => folder;

    public IndexDb Open() => engine == Engine.Sqlite ? SqliteStorage.Open(Path) : PostgresStorage.Open(Connection!);

    /// <inheritdoc />
    public void Dispose()
    {
        if (engine == Engine.Sqlite)
        {
            SqliteConnection.ClearAllPools();
        }
        else
        {
            using var mine = new NpgsqlConnection(Connection);
            NpgsqlConnection.ClearPool(mine);
            Run($"DROP DATABASE IF EXISTS {mine.Database} WITH (FORCE)");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string SqliteTemplate()
    {
        lock (Preparing)
        {
            if (sqliteTemplate is not null) return sqliteTemplate;
            var path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("parindex-template-").FullName, "index.db");
            using (var db = SqliteStorage.Open(path)) PrepareDatabase.RunAsync(db, default).GetAwaiter().GetResult();
            SqliteConnection.ClearAllPools();
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(System.IO.Path.GetDirectoryName(path)!, recursive: true);
            return sqliteTemplate = path;
        }
    }

    private static string PostgresTemplate()
    {
        lock (Preparing)
        {
            if (postgresTemplate is not null) return postgresTemplate;
            var name = string.Create(CultureInfo.InvariantCulture, $"template_{Environment.ProcessId}");
            Run($"CREATE DATABASE {name}");
            var connection = $"{PostgresServer.Connection};Database={name};Pooling=false";
            using (var db = PostgresStorage.Open(connection)) PrepareDatabase.RunAsync(db, default).GetAwaiter().GetResult();
            return postgresTemplate = name;
        }
    }

    private static void Run(string sql)
    {
        using var connection = new NpgsqlConnection($"{PostgresServer.Connection};Database=postgres");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names made above.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}

/// <summary>A clock that stands where the test puts it.</summary>
public sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>A clock that stands until it is moved.</summary>
public sealed class MovedClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
