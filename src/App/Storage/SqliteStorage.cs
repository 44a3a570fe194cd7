using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace ParIndex.App.Storage;

/// <summary>The index on one SQLite file.</summary>
public static class SqliteStorage
{
    /// <summary>Registers <see cref="IndexDb"/> on the file at <paramref name="path"/>.</summary>
    public static IServiceCollection AddIndexOnSqlite(this IServiceCollection services, string path) =>
        services.AddDbContext<IndexDb, SqliteIndexDb>(options => Configure(options, path));

    /// <summary>A context on the file at <paramref name="path"/>.</summary>
    public static IndexDb Open(string path)
    {
        var options = new DbContextOptionsBuilder<SqliteIndexDb>();
        Configure(options, path);
        return new SqliteIndexDb(options.Options);
    }

    private static void Configure(DbContextOptionsBuilder options, string path) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true }.ToString())
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        // Rows of a release are written once and never changed, so that nobody compares their lists.
        .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.CollectionWithoutComparer))
        .AddInterceptors(SafeSettings.Instance);

    /// <summary>
    /// Every connection: write-ahead log, full syncing, deleted content overwritten, no functions or views of a foreign schema. SQLite's own defaults are
    /// a rollback journal and a trusted schema.
    /// </summary>
    private sealed class SafeSettings : DbConnectionInterceptor
    {
        private const string Settings =
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON;";

        public static SafeSettings Instance { get; } = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Settings;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Settings;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
