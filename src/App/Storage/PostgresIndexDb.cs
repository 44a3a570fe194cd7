using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using ParIndex.App.Audit;
using ParIndex.App.Publication;

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
    internal override Task<IDbContextTransaction> MomentAsync(CancellationToken cancel) => Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);

    /// <inheritdoc />
    internal override IQueryable<SearchEntryRow> Matching(IReadOnlyList<string> words)
    {
        var match = string.Join(" & ", words.Select(word => $"({word.Replace(" ", " <-> ", StringComparison.Ordinal)})"))[..^1] + ":*)";
        return SearchEntries.FromSql($"""SELECT * FROM "SearchEntries" WHERE "Words" @@ to_tsquery('simple', {match})""");
    }

    /// <inheritdoc />
    internal override async Task SweepAsync(CancellationToken cancel)
    {
        await Database.ExecuteSqlRawAsync("VACUUM \"PendingResponses\"", cancel);
        await Database.ExecuteSqlRawAsync("VACUUM \"SurveyTokens\"", cancel);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation("C");
    }
}
