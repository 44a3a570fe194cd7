using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Tests.Cycles;
using ParIndex.Testing;

namespace ParIndex.App.Tests.SelfAssessment;

public sealed class InitiativeTests
{
    private static readonly InitiativeGiven First = new("Trả kết quả qua bưu chính", "12/QĐ-HĐSK", "10/11/2021", "Hội đồng sáng kiến thành phố");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Initiatives_are_counted_into_their_leaf_and_a_typed_number_does_not_count(Engine engine)
    {
        using var database = new Database(engine);
        var officers = await CountingAsync(database);
        await AddAsync(database, officers, First);
        await using (var db = database.Open())
        {
            var typed = new SaveEntryRequest(officers.Cycle, "SNV", "1.2.1", 0, new Dictionary<string, string?> { ["initiatives"] = "9" });
            var saved = await new SaveEntry(db, officers.Clock).RunAsync(officers.Officer, typed, Cancel);
            Assert.Equal((1.5m, 1m), (saved.Claimed!.Value.Value, saved.Decision.Inputs[0].Value!.Value));
        }

        await AddAsync(database, officers, First with { Title = "Số hóa hồ sơ lưu trữ", Document = "13/QĐ-HĐSK" });
        var entry = await EntryAsync(database);
        Assert.Equal((2m, 3m, 2), (entry.Inputs[0].Value!.Value, entry.Claimed!.Value.Value, entry.Version));
        Guid one;
        await using (var db = database.Open()) one = (await db.Initiatives.FirstAsync(Cancel)).Id;
        await using (var db = database.Open()) await new Initiatives(db, officers.Clock).RemoveAsync(officers.Officer, officers.Cycle, "SNV", one, Cancel);
        entry = await EntryAsync(database);
        Assert.Equal((1m, 1.5m), (entry.Inputs[0].Value!.Value, entry.Claimed!.Value.Value));
    }

    [Theory, BothEngines]
    public async Task An_initiative_needs_its_document_its_unit_and_its_time(Engine engine)
    {
        using var database = new Database(engine);
        var officers = await CountingAsync(database);
        await AddAsync(database, officers, First);
        foreach (var (bad, field) in new[] { (First, "title"), (First with { Title = "x" }, "title"), (First with { Title = "Sáng kiến khác nữa", Document = "" }, "document"), (First with { Title = "Sáng kiến khác nữa", Date = "10-11" }, "date"), (First with { Title = "Sáng kiến khác nữa", Issuer = null }, "issuer") })
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() => AddAsync(database, officers, bad));
            Assert.Equal(field, refused.Refusal.Field);
        }

        Assert.Equal("not_found", await Officers.RefusedAsync(() => AddAsync(database, officers, First, unit: "STC")));
        officers.Clock.Now = PreparedCycle.Closes;
        Assert.Equal("phase_closed", await Officers.RefusedAsync(() => AddAsync(database, officers, First with { Title = "Sáng kiến muộn màng" })));
        await using var db = database.Open();
        Assert.Equal(1, await db.Initiatives.CountAsync(Cancel));
    }

    private static async Task<Officers> CountingAsync(Database database)
    {
        var officers = await Officers.AtWorkAsync(database);
        await using var db = database.Open();
        var cycle = await db.Cycles.AsTracking().SingleAsync(Cancel);
        cycle.Settings = cycle.Settings.Replace("\"year\": 2021,", "\"year\": 2021, \"initiativesLeaf\": \"1.2.1\",", StringComparison.Ordinal);
        var file = await db.CycleFrameworks.AsTracking().SingleAsync(Cancel);
        file.Json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file.Json).Replace("\"rule\": { \"$type\": \"manual\" }", """
            "rule": { "$type": "count_steps", "count": { "name": "initiatives", "label": { "vi": "sáng kiến", "en": "initiatives" }, "kind": "count" },
              "steps": [{ "atLeast": 2, "points": 3 }, { "atLeast": 1, "points": 1.5 }, { "atLeast": 0, "points": 0 }] }
            """, StringComparison.Ordinal));
        file.Sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Json));
        await db.SaveChangesAsync(Cancel);
        return officers;
    }

    private static async Task AddAsync(Database database, Officers officers, InitiativeGiven given, string unit = "SNV")
    {
        await using var db = database.Open();
        await new Initiatives(db, officers.Clock).AddAsync(officers.Officer, officers.Cycle, unit, given, Cancel);
    }

    private static async Task<EntryRow> EntryAsync(Database database)
    {
        await using var db = database.Open();
        return await db.Entries.SingleAsync(row => row.Unit == "SNV" && row.Leaf == "1.2.1", Cancel);
    }
}
