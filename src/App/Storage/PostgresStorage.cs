using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace ParIndex.App.Storage;

/// <summary>The index on PostgreSQL.</summary>
public static class PostgresStorage
{
    /// <summary>Registers <see cref="IndexDb"/> on the server that <paramref name="connection"/> names.</summary>
    public static IServiceCollection AddIndexOnPostgres(this IServiceCollection services, string connection) =>
        services.AddDbContext<IndexDb, PostgresIndexDb>(options => Configure(options, connection));

    /// <summary>A context on the server that <paramref name="connection"/> names.</summary>
    public static IndexDb Open(string connection)
    {
        var options = new DbContextOptionsBuilder<PostgresIndexDb>();
        Configure(options, connection);
        return new PostgresIndexDb(options.Options);
    }

    private static void Configure(DbContextOptionsBuilder options, string connection) => options
        .UseNpgsql(connection)
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.CollectionWithoutComparer));
}
