using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Cycles;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Cycles;

public sealed class PreparingTests
{
    private static readonly string[] Leaves = ["1.1.1", "1.1.2", "1.2.1", "2.1.1"];
    private readonly StandingClock clock = new(PreparedCycle.Opens.AddDays(-30));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_draft_is_opened_when_everything_is_there_and_its_framework_is_fixed_from_then_on(Engine engine)
    {
        using var database = new Database(engine);
        var id = await DraftAsync(database);
        await using (var db = database.Open())
        {
            var missing = await RefusedAsync(() => new OpenCycle(db, clock).RunAsync(People.Secretary, id, 1, Cancel), "not_ready");
            Assert.Contains("2 tiêu chí chưa có người thẩm định (1.1.1, 1.2.1)", missing.Message.Vi, StringComparison.Ordinal);
            Assert.Contains("Bước “Thẩm định lần 1” chưa có ngày", missing.Message.Vi, StringComparison.Ordinal);
        }

        await AssignAllAsync(database, id);
        await using (var db = database.Open()) await new SetPhases(db, clock).RunAsync(People.Secretary, id, 1, Dates(), null, Cancel);
        await using (var db = database.Open()) await RefusedAsync(() => new OpenCycle(db, clock).RunAsync(People.Officer, id, 2, Cancel), "forbidden");
        await using (var db = database.Open()) await RefusedAsync(() => new OpenCycle(db, clock).RunAsync(People.Secretary, id, 1, Cancel), "stale");
        await using (var db = database.Open()) await new OpenCycle(db, clock).RunAsync(People.Secretary, id, 2, Cancel);

        var heavier = Encoding.UTF8.GetBytes(SmallCycle.Files["framework.json"].Replace("\"max\": 2", "\"max\": 1", StringComparison.Ordinal));
        var regrouped = Encoding.UTF8.GetBytes(SmallCycle.Files["cycle.json"].Replace("\"dept\"", "\"khac\"", StringComparison.Ordinal));
        await using (var db = database.Open())
        {
            await RefusedAsync(() => new ChangeSettings(db, clock).FrameworkAsync(People.Secretary, id, 3, "framework.json", heavier, Cancel), "cycle_fixed");
            await RefusedAsync(() => new ChangeSettings(db, clock).SettingsAsync(People.Secretary, id, 3, regrouped, Cancel), "cycle_fixed");
            await RefusedAsync(() => new DecideApplicability(db, clock).RunAsync(People.Secretary, id, "STP", "1.2.1", false, "Không có đơn vị trực thuộc", Cancel), "cycle_fixed");
            Assert.Equal(Encoding.UTF8.GetBytes(SmallCycle.Files["framework.json"]), (await db.CycleFrameworks.SingleAsync(Cancel)).Json);
            Assert.Equal(CycleState.Open, (await db.Cycles.SingleAsync(Cancel)).State);
        }
    }

    [Theory, BothEngines]
    public async Task A_framework_with_wrong_sums_is_not_taken_and_applicability_follows_the_framework(Engine engine)
    {
        using var database = new Database(engine);
        var id = await DraftAsync(database);
        var wrong = Encoding.UTF8.GetBytes(SmallCycle.Files["framework.json"].Replace("\"total\": 10", "\"total\": 11", StringComparison.Ordinal));
        await using var db = database.Open();
        await RefusedAsync(() => new ChangeSettings(db, clock).FrameworkAsync(People.Secretary, id, 1, "framework.json", wrong, Cancel), "invalid_framework");
        var decide = new DecideApplicability(db, clock);
        await RefusedAsync(() => decide.RunAsync(People.Secretary, id, "STP", "1.2.1", false, "\u200b\u200b.", Cancel), "reason_too_short");
        await RefusedAsync(() => decide.RunAsync(People.Secretary, id, "STP", "1.1.1", false, "Không có đơn vị trực thuộc", Cancel), "invalid");
        await RefusedAsync(() => decide.RunAsync(People.Secretary, id, "SYT", "1.2.1", false, "Không có đơn vị trực thuộc", Cancel), "not_found");
        await decide.RunAsync(People.Secretary, id, "STP", "1.2.1", false, "Không có đơn vị trực thuộc", Cancel);
        await using var stored = database.Open();
        Assert.Equal("Không có đơn vị trực thuộc", (await stored.Applicability.SingleAsync(Cancel)).Reason);
    }

    [Theory, BothEngines]
    public async Task Who_works_in_a_scored_unit_is_assigned_only_with_a_substitute_from_elsewhere(Engine engine)
    {
        using var database = new Database(engine);
        var id = await DraftAsync(database);
        var own = await People.AppraiserAsync(database, "SNV", "SNV", Cancel);
        var same = await People.AppraiserAsync(database, "SNV", "SNV", Cancel);
        var elsewhere = await People.AppraiserAsync(database, "SNV", "STP", Cancel);
        var outside = await People.AppraiserAsync(database, "SNV", null, Cancel);
        var otherLeads = await People.AppraiserAsync(database, "VPUB", null, Cancel);
        await RefusedAsync(() => AssignAsync(own, null), "conflict_of_interest");
        await RefusedAsync(() => AssignAsync(own, same), "conflict_of_interest");
        await RefusedAsync(() => AssignAsync(otherLeads, null), "not_an_appraiser");
        await AssignAsync(own, elsewhere);
        await AssignAsync(outside, null);
        await using (var db = database.Open())
            await RefusedAsync(() => new Assign(db, clock).RunAsync(People.Officer, id, [new("framework.json", "1.1.1", "SNV", outside, null)], Cancel), "forbidden");

        async Task AssignAsync(Guid account, Guid? substitute)
        {
            await using var db = database.Open();
            await new Assign(db, clock).RunAsync(People.Secretary, id, [new("framework.json", "1.1.1", "SNV", account, substitute)], Cancel);
        }
    }

    [Theory, BothEngines]
    public async Task What_is_over_stays_over_but_for_a_reopening_of_two_persons(Engine engine)
    {
        using var database = new Database(engine);
        var id = await PreparedCycle.AddAsync(database, Cancel);
        clock.Now = PreparedCycle.Closes.AddDays(-1);
        await using (var db = database.Open())
        {
            await RefusedAsync(() => new Extend(db, clock).RunAsync(People.Secretary, id, "SNV", Phase.SelfAssessment, PreparedCycle.Closes, "Mất điện hai ngày", Cancel), "invalid");
            await RefusedAsync(() => new Extend(db, clock).RunAsync(People.Officer, id, "STC", Phase.SelfAssessment, PreparedCycle.Closes.AddDays(1), "Mất điện hai ngày", Cancel), "forbidden");
            await new Extend(db, clock).RunAsync(People.Secretary, id, "SNV", Phase.SelfAssessment, PreparedCycle.Closes.AddDays(1), "Mất điện hai ngày", Cancel);
        }

        clock.Now = PreparedCycle.Closes.AddDays(2);
        var until = PreparedCycle.Closes.AddDays(5);
        await using (var db = database.Open())
        {
            await RefusedAsync(() => new Extend(db, clock).RunAsync(People.Secretary, id, "SNV", Phase.SelfAssessment, until, "Mất điện hai ngày", Cancel), "phase_closed");
            await RefusedAsync(() => new SetPhases(db, clock).RunAsync(People.Secretary, id, 1, [new(Phase.SelfAssessment, "self", PreparedCycle.Opens, until)], "Gia hạn cho tất cả", Cancel), "phase_closed");
        }

        await using var reopening = database.Open();
        var reopen = new Reopen(reopening, clock);
        var proposed = await reopen.ProposeAsync(People.Secretary, id, Phase.SelfAssessment, "SNV", until, "Nhập nhầm số liệu một cửa", Cancel);
        await RefusedAsync(() => reopen.ConfirmAsync(People.Secretary, id, proposed, Cancel), "another_person");
        await using (var db = database.Open()) await RefusedAsync(() => new PhaseGate(db, clock).RequireAsync(id, Phase.SelfAssessment, "SNV", Cancel), "phase_closed");
        await using (var db = database.Open()) await new Reopen(db, clock).ConfirmAsync(People.Second, id, proposed, Cancel);
        await using (var db = database.Open()) await new PhaseGate(db, clock).RequireAsync(id, Phase.SelfAssessment, "SNV", Cancel);
        await using (var db = database.Open()) await RefusedAsync(() => new PhaseGate(db, clock).RequireAsync(id, Phase.SelfAssessment, "STC", Cancel), "phase_closed");
    }

    [Theory, BothEngines]
    public async Task A_new_cycle_takes_over_groups_frameworks_units_and_departments_but_no_persons(Engine engine)
    {
        using var database = new Database(engine);
        var id = await DraftAsync(database);
        await AssignAllAsync(database, id);
        await using var db = database.Open();
        var next = await new CreateCycle(db, clock).RunAsync(People.Secretary, new("small-2022", 2022, id, "Kế hoạch 12/KH-UBND"), Cancel);
        await using var stored = database.Open();
        var cycle = await new LoadCycle(stored).RunAsync(next, Cancel);
        Assert.Equal((2022, 3, CycleState.Draft, 4), (cycle.Cycle.Year, cycle.Units.Count, cycle.Row.State, cycle.FrameworkOfUnit("STC")!.Leaves.Count));
        var assignments = await stored.Assignments.Where(row => row.Cycle == next).ToListAsync(Cancel);
        Assert.Equal(Leaves, assignments.Select(row => row.Leaf).Order(StringComparer.Ordinal));
        Assert.All(assignments, row => Assert.Null(row.Account));
        await RefusedAsync(() => new CreateCycle(stored, clock).RunAsync(People.Secretary, new("small-2022", 2023, id, null), Cancel), "cycle_exists");
    }

    private static PhaseDates[] Dates() =>
    [
        new(Phase.SelfAssessment, "self", PreparedCycle.Opens, PreparedCycle.Closes),
        new(Phase.FirstAppraisal, "appraisal", PreparedCycle.Closes, PreparedCycle.Closes.AddDays(20)),
    ];

    private static async Task<int> DraftAsync(Database database)
    {
        var id = await PreparedCycle.AddAsync(database, Cancel, CycleState.Draft);
        await using var db = database.Open();
        db.AddRange(Leaves.Select(leaf => new AssignmentRow { Cycle = id, File = "framework.json", Leaf = leaf, Department = "SNV" }));
        await db.SaveChangesAsync(Cancel);
        return id;
    }

    private async Task AssignAllAsync(Database database, int id)
    {
        var account = await People.AppraiserAsync(database, "SNV", null, Cancel);
        await using var db = database.Open();
        await new Assign(db, clock).RunAsync(People.Secretary, id, [.. Leaves.Select(leaf => new Assignment("framework.json", leaf, "SNV", account, null))], Cancel);
    }

    private static async Task<Refusal> RefusedAsync(Func<Task> act, string code)
    {
        var refused = (await Assert.ThrowsAsync<RefusedException>(act)).Refusal;
        Assert.Equal(code, refused.Code);
        return refused;
    }
}
