using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;

namespace ParIndex.App.Storage;

/// <summary>The database on PostgreSQL, for many nodes. Text sorts by its code points, as on SQLite.</summary>
public sealed class PostgresIndexDb(DbContextOptions<PostgresIndexDb> options) : IndexDb(options)
{
    /// <inheritdoc />
    protected override Task<IDisposable?> TurnAsync(CancellationToken cancel) => Task.FromResult<IDisposable?>(null);

    /// <inheritdoc />
    protected override Task<JournalHeadRow?> LockHeadAsync(string stream, CancellationToken cancel) =>
        JournalHeads.FromSql($"""SELECT * FROM "JournalHeads" WHERE "Stream" = {stream} FOR UPDATE""").AsTracking().SingleOrDefaultAsync(cancel);

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation("C");
    }
}
