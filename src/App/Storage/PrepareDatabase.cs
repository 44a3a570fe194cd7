using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;

namespace ParIndex.App.Storage;

/// <summary>Brings a database to this program's schema before anything uses it: on an empty one, everything; on an older one, what is new.</summary>
public static class PrepareDatabase
{
    /// <summary>Prepares; running it again changes nothing.</summary>
    /// <exception cref="RefusedException">The database was made by a newer program.</exception>
    public static async Task RunAsync(IndexDb db, CancellationToken cancel)
    {
        using var alone = Alone(db);
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var newer = db is SqliteIndexDb && !await db.Database.CanConnectAsync(cancel)
            ? []
            : (await db.Database.GetAppliedMigrationsAsync(cancel)).Where(name => !known.Contains(name)).ToList();
        if (newer.Count > 0) throw new RefusedException(Refusal.NewerDatabase(newer[^1]));
        await ClearStaleLockAsync(db, cancel);
        await db.Database.MigrateAsync(cancel);
        await GuardJournalAsync(db, cancel);
        await IndexWordsAsync(db, cancel);
        if (!await db.Instance.AnyAsync(row => row.Name == JournalInstance.KeyName, cancel))
        {
            db.Add(new InstanceRow { Name = JournalInstance.KeyName, Value = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)) });
            db.Add(new InstanceRow { Name = JournalInstance.OriginName, Value = Guid.NewGuid().ToString("n") });
            await db.SaveChangesAsync(cancel);
        }
    }

    /// <summary>
    /// On SQLite: this process alone prepares the file. PostgreSQL locks its own migrations and forgets the lock with the connection.
    /// </summary>
    private static FileStream? Alone(IndexDb db)
    {
        if (db is not SqliteIndexDb) return null;
        var path = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        for (var patience = 0; ; patience++)
        {
            try
            {
                return new FileStream(path + ".preparing", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (patience < 600)
            {
                Thread.Sleep(100);
            }
        }
    }

    /// <summary>A process killed while migrating leaves its lock row for ever, and every later start would wait for it: we hold the file, so it is nobody's.</summary>
    private static async Task ClearStaleLockAsync(IndexDb db, CancellationToken cancel)
    {
        if (db is not SqliteIndexDb || !await db.Database.CanConnectAsync(cancel)) return;
        var there = await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancel);
        if (there > 0) await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancel);
    }

    /// <summary>Lines of the journal and acts are never changed or deleted, whoever holds the connection.</summary>
    private static async Task GuardJournalAsync(IndexDb db, CancellationToken cancel)
    {
        foreach (var table in new[] { "JournalLines", "Checkpoints", "Acts" })
            foreach (var change in new[] { "UPDATE", "DELETE" })
            {
                var trigger = $"{table}_no_{change.ToLowerInvariant()}";
                var sql = db is SqliteIndexDb
                    ? $"CREATE TRIGGER IF NOT EXISTS \"{trigger}\" BEFORE {change} ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
                    : $"""
                        CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
                        CREATE OR REPLACE TRIGGER "{trigger}" BEFORE {change} ON "{table}" FOR EACH ROW EXECUTE FUNCTION append_only()
                        """;
                await db.Database.ExecuteSqlRawAsync(sql, cancel);
            }
    }

    /// <summary>The full-text index of what is published, kept by the engine itself: FTS5 over the rows, or an index of their words.</summary>
    private static async Task IndexWordsAsync(IndexDb db, CancellationToken cancel)
    {
        if (db is not SqliteIndexDb)
        {
            await db.Database.ExecuteSqlRawAsync(
                """
                ALTER TABLE "SearchEntries" ADD COLUMN IF NOT EXISTS "Words" tsvector GENERATED ALWAYS AS (to_tsvector('simple', "Folded")) STORED;
                CREATE INDEX IF NOT EXISTS "SearchWords" ON "SearchEntries" USING gin ("Words");
                """, cancel);
            return;
        }

        var there = await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE name = 'SearchWords'").SingleAsync(cancel);
        if (there > 0) return;
        await db.Database.ExecuteSqlRawAsync(
            """
            CREATE VIRTUAL TABLE "SearchWords" USING fts5("Folded", content = 'SearchEntries', content_rowid = 'Id', detail = 'full', tokenize = 'ascii');
            CREATE TRIGGER "SearchEntries_in" AFTER INSERT ON "SearchEntries" BEGIN
                INSERT INTO "SearchWords"(rowid, "Folded") VALUES (new."Id", new."Folded");
            END;
            CREATE TRIGGER "SearchEntries_out" AFTER DELETE ON "SearchEntries" BEGIN
                INSERT INTO "SearchWords"("SearchWords", rowid, "Folded") VALUES ('delete', old."Id", old."Folded");
            END;
            INSERT INTO "SearchWords"("SearchWords") VALUES ('rebuild');
            """, cancel);
    }
}
