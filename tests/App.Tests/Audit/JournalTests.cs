using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Storage;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Audit;

public sealed class JournalTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero);

    [Theory, BothEngines]
    public async Task Lines_chain_by_the_hash_of_the_exact_bytes_and_commit_to_salt_and_payload(Engine engine)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var database = new Database(engine);
        for (var i = 0; i < 3; i++)
        {
            await using var db = database.Open();
            db.Add(new InstanceRow { Name = $"test-{i}", Value = "x" });
            db.Note(new(null, JournalAct.Changed, JournalObject.Leaf(1, "NQ", "1.1"), "entry.saved", Noon.AddSeconds(-i), After: new { claimed = Core.Points.Of(1.7382m) }));
            await db.SaveChangesAsync(cancel);
        }

        await using var stored = database.Open();
        var lines = await stored.JournalLines.OrderBy(line => line.Seq).ToListAsync(cancel);
        var payloads = await stored.JournalPayloads.OrderBy(payload => payload.Seq).ToListAsync(cancel);
        Assert.Equal([1, 2, 3], lines.Select(line => line.Seq));
        var previous = new string('0', 64);
        foreach (var (line, payload) in lines.Zip(payloads))
        {
            var json = JsonDocument.Parse(line.Line).RootElement;
            Assert.Equal(previous, json.GetProperty("prev").GetString());
            previous = Convert.ToHexStringLower(SHA256.HashData(line.Line));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([.. payload.Salt, .. payload.Payload])), json.GetProperty("commit").GetString());
            // A clock set back does not set the journal back.
            Assert.Equal("2026-03-02T05:00:00.000Z", json.GetProperty("at").GetString());
            Assert.DoesNotContain("NQ", Encoding.UTF8.GetString(line.Line), StringComparison.Ordinal);
        }

        Assert.Contains("\"claimed\":1.7382", Encoding.UTF8.GetString(payloads[0].Payload), StringComparison.Ordinal);
        Assert.Single(lines.Select(line => line.Obj).Distinct());
        Assert.Equal(previous, Convert.ToHexStringLower((await stored.JournalHeads.SingleAsync(cancel)).Hash));
    }

    [Theory, BothEngines]
    public async Task A_change_that_is_not_saved_leaves_no_line_and_a_line_that_cannot_be_written_leaves_no_change(Engine engine)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var database = new Database(engine);
        await using (var db = database.Open())
        {
            db.Add(new InstanceRow { Name = "journal-key", Value = "taken" });
            db.Note(new(null, JournalAct.Changed, JournalObject.Instance, "test", Noon));
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(cancel));
        }

        await using var stored = database.Open();
        Assert.Equal(0, await stored.JournalLines.CountAsync(cancel));
        Assert.Equal(0, await stored.JournalHeads.CountAsync(cancel));
        Assert.DoesNotContain("taken", await stored.Instance.Select(row => row.Value).ToListAsync(cancel));
    }

    [Theory, BothEngines]
    public async Task Twenty_writers_at_once_make_one_unbroken_chain(Engine engine)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var database = new Database(engine);
        await using (var db = database.Open())
        {
            db.Note(new(null, JournalAct.Kept, JournalObject.Instance, "first", Noon));
            await db.SaveChangesAsync(cancel);
        }

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            await using var db = database.Open();
            db.Add(new InstanceRow { Name = $"writer-{number}", Value = "x" });
            db.Note(new(null, JournalAct.Changed, JournalObject.Instance, "test", Noon));
            await db.SaveChangesAsync(cancel);
        }));

        await using var stored = database.Open();
        var lines = await stored.JournalLines.OrderBy(line => line.Seq).ToListAsync(cancel);
        Assert.Equal(Enumerable.Range(1, 21).Select(n => (long)n), lines.Select(line => line.Seq));
        for (var i = 1; i < lines.Count; i++)
            Assert.Equal(Convert.ToHexStringLower(lines[i - 1].Hash), JsonDocument.Parse(lines[i].Line).RootElement.GetProperty("prev").GetString());
    }

    [Theory, BothEngines]
    public async Task The_database_itself_refuses_to_change_or_delete_a_line(Engine engine)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var database = new Database(engine);
        await using var db = database.Open();
        db.Note(new(null, JournalAct.Kept, JournalObject.Instance, "first", Noon));
        await db.SaveChangesAsync(cancel);
        foreach (var sql in new[] { "UPDATE \"JournalLines\" SET \"Act\" = 'judged'", "DELETE FROM \"JournalLines\"" })
        {
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(sql, cancel));
            Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        }
    }
}
