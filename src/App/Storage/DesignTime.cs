using Microsoft.EntityFrameworkCore.Design;

namespace ParIndex.App.Storage;

/// <summary>How tools/migrations.sh gets at the model for SQLite; nothing is opened.</summary>
internal sealed class SqliteAtDesignTime : IDesignTimeDbContextFactory<SqliteIndexDb>
{
    public SqliteIndexDb CreateDbContext(string[] args) => (SqliteIndexDb)SqliteStorage.Open("design.db");
}

/// <summary>How tools/migrations.sh gets at the model for PostgreSQL; nothing is opened.</summary>
internal sealed class PostgresAtDesignTime : IDesignTimeDbContextFactory<PostgresIndexDb>
{
    public PostgresIndexDb CreateDbContext(string[] args) => (PostgresIndexDb)PostgresStorage.Open("Host=localhost");
}
