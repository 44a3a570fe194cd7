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
    private readonly string server;
    private readonly bool ownServer;
    private readonly string folder;

    /// <param name="engine">The engine.</param>
    /// <param name="own">A PostgreSQL server of the test's own; null: the one all tests share.</param>
    /// <param name="within">Where its files go; null: the system's temporary folder.</param>
    public Database(Engine engine = Engine.Sqlite, PostgresProgram? own = null, string? within = null)
    {
        this.engine = engine;
        ownServer = own is not null;
        server = own?.Connection ?? (engine == Engine.Postgres ? PostgresServer.Connection : "");
        folder = within is null ? Directory.CreateTempSubdirectory("parindex-db-").FullName : Directory.CreateDirectory(System.IO.Path.Combine(within, "db")).FullName;
        if (engine == Engine.Sqlite)
        {
            Path = System.IO.Path.Combine(folder, "index.db");
            File.Copy(SqliteTemplate(), Path);
            return;
        }

        var name = $"test_{Environment.ProcessId}_{Interlocked.Increment(ref count)}";
        Run(server, own is null ? $"CREATE DATABASE {name} TEMPLATE {PostgresTemplate()}" : $"CREATE DATABASE {name}");
        Connection = $"{server};Database={name}";
        if (own is null) return;
        using var db = Open();
        PrepareDatabase.RunAsync(db, default).GetAwaiter().GetResult();
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
            // A server of the test's own goes away with everything in it.
            if (!ownServer) Run(server, $"DROP DATABASE IF EXISTS {mine.Database} WITH (FORCE)");
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
            Run(PostgresServer.Connection, $"CREATE DATABASE {name}");
            var connection = $"{PostgresServer.Connection};Database={name};Pooling=false";
            using (var db = PostgresStorage.Open(connection)) PrepareDatabase.RunAsync(db, default).GetAwaiter().GetResult();
            return postgresTemplate = name;
        }
    }

    private static void Run(string server, string sql)
    {
        using var connection = new NpgsqlConnection($"{server};Database=postgres");
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
