using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Audit;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Audit;

/// <summary>A journal of scores: line n tells of the act on leaf n of unit SNV; checkpoints where the test wants them.</summary>
internal sealed class JournalStory : IDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero);

    private int acts;

    public JournalStory(Engine engine)
    {
        Database = new(engine);
        Audit = new(Path.Combine(Database.Folder, "audit"));
    }

    public Database Database { get; }

    public AuditFolder Audit { get; }

    public StandingClock Clock { get; } = new(Noon);

    /// <summary>Scores so many leaves, one save each.</summary>
    public async Task<JournalStory> ScoreAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            acts++;
            Clock.Now = Noon.AddMinutes(acts);
            await using var db = Database.Open();
            var act = new ActRow
            {
                Cycle = 1,
                Unit = "SNV",
                Leaf = acts.ToString("000", CultureInfo.InvariantCulture),
                Seq = 1,
                Stage = "appraisal",
                Points = Points.Of(1 + acts % 7 * 0.25m),
                Reason = "Đã đối chiếu hồ sơ",
                By = Guid.Empty,
                Actor = "Sở Nội vụ",
                At = Clock.Now,
            };
            db.Add(act);
            db.Note(new(null, JournalAct.Judged, JournalObject.Leaf(1, "SNV", act.Leaf), "act.given", Clock.Now, After: new { act.Points }, Reason: act.Reason));
            await db.SaveChangesAsync();
        }

        return this;
    }

    public async Task<Checkpoint?> SignAsync(string occasion = CheckpointOccasion.Asked)
    {
        await using var db = Database.Open();
        return await new WriteCheckpoint(db, Audit, Clock).RunAsync(occasion, default);
    }

    public async Task<JournalVerdict> VerifyAsync()
    {
        await using var db = Database.Open();
        return VerifyJournal.Run(await JournalCopy.ReadAsync(db, Audit, default));
    }

    /// <summary>As somebody with the password of the database would do it: past the program, guards taken off first.</summary>
    public async Task TamperAsync(params string[] sqls)
    {
        await using var db = Database.Open();
        foreach (var table in new[] { "JournalLines", "Checkpoints", "Acts" })
            foreach (var change in new[] { "update", "delete" })
            {
                var off = db is SqliteIndexDb ? $"DROP TRIGGER IF EXISTS \"{table}_no_{change}\"" : $"DROP TRIGGER IF EXISTS \"{table}_no_{change}\" ON \"{table}\"";
                await db.Database.ExecuteSqlRawAsync(off);
            }

        foreach (var sql in sqls) await db.Database.ExecuteSqlRawAsync(sql);
    }

    public async Task<IntegrityAlarm?> StartAsync(bool full)
    {
        await using var db = Database.Open();
        var check = new CheckIntegrity(db, Audit, Clock);
        return full ? (await check.FullAsync(default)).Alarm : await check.QuickAsync(default);
    }

    public async Task<bool> AcknowledgeAsync(Person person)
    {
        await using var db = Database.Open();
        return await new AcknowledgeAlarm(db, Audit, Clock).RunAsync(person, "Đã xem và khôi phục từ bản sao lưu", default);
    }

    public static Person Somebody(params Role[] roles) => new(Guid.NewGuid(), "Người thử", null, [.. roles.Select(role => new Right(role))], []);

    public void Dispose() => Database.Dispose();
}
