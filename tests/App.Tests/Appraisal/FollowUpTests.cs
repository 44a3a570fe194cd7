using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Cycles;
using ParIndex.App.Publication;
using ParIndex.App.Tests.SelfAssessment;
using ParIndex.Core;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Appraisal;

public sealed class FollowUpTests
{
    private static readonly StandingClock Clock = new(new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero));
    private static readonly Person Secretary = new(Guid.NewGuid(), "Thường trực", null, [new(Role.Secretariat)], []);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Publishing_opens_one_for_each_appraised_leaf_that_lost_points_and_never_twice(Engine engine)
    {
        using var database = new Database(engine);
        using var small = new SmallCycle();
        var id = await PublishAsync(database, small);
        await using (var db = database.Open())
        {
            var rows = await db.FollowUps.OrderBy(row => row.Unit).ThenBy(row => row.Leaf).ToListAsync(Cancel);
            Assert.Equal(["SNV 1.1.1", "SNV 1.2.1", "STC 1.2.1"], rows.Select(row => $"{row.Unit} {row.Leaf}"));
            Assert.Equal("Chất lượng kiểm tra: mất 0,25 trên 3,00 điểm. Lý do: Thiếu một kết luận", rows[1].What);
        }

        // The same again opens nothing; a correction opens what it newly shows.
        await using (var db = database.Open()) Assert.Equal(0, await new OpenFollowUps(db, Clock).RunAsync(id, Cancel));
        small.Change("acts.csv", "STP,1.1.1,appraisal,1,", "STP,1.1.1,appraisal,0.5,");
        await using (var db = database.Open()) await new PublishFolder(db, Clock).RunAsync(small.Folder, "test", Cancel, Text.Same("Đính chính"));
        await using (var db = database.Open())
        {
            Assert.Equal(4, await db.FollowUps.CountAsync(Cancel));
            Assert.Equal("STP", (await db.FollowUps.OrderByDescending(row => row.Unit).FirstAsync(Cancel)).Unit);
        }
    }

    [Theory, BothEngines]
    public async Task A_unit_names_the_proof_and_the_secretariat_accepts_what_it_looked_at(Engine engine)
    {
        using var database = new Database(engine);
        using var small = new SmallCycle();
        var id = await PublishAsync(database, small);
        var (officer, other) = (Officers.Of(Role.UnitOfficer, "STC"), Officers.Of(Role.UnitOfficer, "SNV"));
        Guid one;
        await using (var db = database.Open()) one = await db.FollowUps.Where(row => row.Unit == "STC").Select(row => row.Id).SingleAsync(Cancel);

        Assert.Equal("nothing_proven", await RefusedAsync(database, f => f.CloseAsync(Secretary, id, "STC", one, null, Cancel)));
        Assert.Equal("not_found", await RefusedAsync(database, f => f.AnswerAsync(other, id, "STC", one, "A", null, null, Cancel)));
        Assert.Equal("not_found", await RefusedAsync(database, f => f.AnswerAsync(other, id, "SNV", one, "A", null, null, Cancel)));
        Assert.Equal("invalid", await RefusedAsync(database, f => f.AnswerAsync(officer, id, "STC", one, "A", "31/02/2026", null, Cancel)));
        await ActAsync(database, f => f.AnswerAsync(officer, id, "STC", one, "Phòng Tổ chức", "31/03/2026", "12/KL-STC", Cancel));
        Assert.Equal("forbidden", await RefusedAsync(database, f => f.CloseAsync(officer, id, "STC", one, "12/KL-STC", Cancel)));
        Assert.Equal("reason_too_short", await RefusedAsync(database, f => f.GiveBackAsync(Secretary, id, "STC", one, "12/KL-STC", ".", Cancel)));
        await ActAsync(database, f => f.GiveBackAsync(Secretary, id, "STC", one, "12/KL-STC", "Kết luận chưa có chữ ký", Cancel));
        await ActAsync(database, f => f.AnswerAsync(officer, id, "STC", one, "Phòng Tổ chức", "31/03/2026", "15/KL-STC", Cancel));
        Assert.Equal("proof_changed", await RefusedAsync(database, f => f.CloseAsync(Secretary, id, "STC", one, "12/KL-STC", Cancel)));
        await ActAsync(database, f => f.CloseAsync(Secretary, id, "STC", one, "15/KL-STC", Cancel));
        Assert.Equal("follow_up_closed", await RefusedAsync(database, f => f.AnswerAsync(officer, id, "STC", one, "B", null, null, Cancel)));

        await using var after = database.Open();
        var row = await after.FollowUps.SingleAsync(one => one.Unit == "STC", Cancel);
        Assert.Equal((Secretary.Account, new DateOnly(2026, 3, 31), "15/KL-STC"), (row.ClosedBy!.Value, row.Due!.Value, row.Proof));
        Assert.Contains("Kết luận chưa có chữ ký", row.What, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Findings_of_inspections_need_a_unit_of_the_cycle_a_document_and_words(Engine engine)
    {
        using var database = new Database(engine);
        using var small = new SmallCycle();
        var id = await PublishAsync(database, small);
        var good = new InspectionFinding("STP", "1.1.1", "Chưa niêm yết thủ tục mới", "05/TB-SNV ngày 02/03/2026", null, "15/04/2026");
        foreach (var (bad, field) in new[] { (good with { Unit = "XYZ" }, "unit"), (good with { Leaf = "9.9" }, "leaf"), (good with { Document = " " }, "document"), (good with { What = "..." }, "what") })
        {
            await using var db = database.Open();
            var refused = await Assert.ThrowsAsync<RefusedException>(() => new FollowUps(db, Clock).AddAsync(Secretary, id, bad, Cancel));
            Assert.Equal(field, refused.Refusal.Field);
        }

        Assert.Equal("forbidden", await RefusedAsync(database, f => f.AddAsync(Officers.Of(Role.UnitHead, "STP"), id, good, Cancel)));
        await ActAsync(database, f => f.AddAsync(Secretary, id, good, Cancel));
        await using var after = database.Open();
        var row = await after.FollowUps.SingleAsync(one => one.Kind == FollowUpKind.Inspection, Cancel);
        Assert.Equal(("STP", "1.1.1", new DateOnly(2026, 4, 15)), (row.Unit, row.Leaf, row.Due!.Value));
    }

    private static async Task<int> PublishAsync(Database database, SmallCycle small)
    {
        await using var db = database.Open();
        var imported = await new ImportCycle(db, Clock).RunAsync(small.Folder, CycleState.Frozen, Cancel);
        await using var other = database.Open();
        await new PublishFolder(other, Clock).RunAsync(small.Folder, "test", Cancel);
        return imported.Cycle!.Value;
    }

    private static async Task ActAsync(Database database, Func<FollowUps, Task> act)
    {
        await using var db = database.Open();
        await act(new FollowUps(db, Clock));
    }

    private static Task<string> RefusedAsync(Database database, Func<FollowUps, Task> act) => Officers.RefusedAsync(() => ActAsync(database, act));
}
