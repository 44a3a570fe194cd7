using ParIndex.App.Cycles;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Cycles;

public sealed class PhaseGateTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);
    private readonly StandingClock clock = new(PreparedCycle.Opens);

    [Theory, BothEngines]
    public async Task The_last_tick_before_closing_is_in_time_and_the_closing_moment_itself_is_late(Engine engine)
    {
        using var database = new Database(engine);
        var cycle = await PreparedCycle.AddAsync(database, Cancel);

        Assert.Equal("phase_not_open", await AskAsync(database, cycle, PreparedCycle.Opens - Tick));
        Assert.Null(await AskAsync(database, cycle, PreparedCycle.Opens));
        Assert.Null(await AskAsync(database, cycle, PreparedCycle.Closes - Tick));
        Assert.Equal("phase_closed", await AskAsync(database, cycle, PreparedCycle.Closes));
        Assert.Equal("phase_closed", await AskAsync(database, cycle, PreparedCycle.Closes + Tick));
    }

    [Theory, BothEngines]
    public async Task A_refusal_says_the_servers_time_in_Vietnam(Engine engine)
    {
        using var database = new Database(engine);
        var cycle = await PreparedCycle.AddAsync(database, Cancel);
        clock.Now = new(2026, 1, 16, 10, 0, 0, TimeSpan.Zero);
        await using var db = database.Open();
        var refused = await Assert.ThrowsAsync<RefusedException>(() => new PhaseGate(db, clock).RequireAsync(cycle, Phase.SelfAssessment, "SNV", Cancel));
        Assert.Equal("Tự đánh giá đã đóng lúc 16/01/2026 17:00:00; bây giờ là 16/01/2026 17:00:00 (giờ Việt Nam, theo máy chủ).", refused.Refusal.Message.Vi);
    }

    [Theory, BothEngines]
    public async Task An_extension_gives_more_time_to_its_unit_alone(Engine engine)
    {
        using var database = new Database(engine);
        var cycle = await PreparedCycle.AddAsync(database, Cancel);
        var until = PreparedCycle.Closes.AddDays(2);
        await using (var db = database.Open())
        {
            db.Add(new ExtensionRow
            {
                Id = Guid.NewGuid(),
                Cycle = cycle,
                Unit = "SNV",
                Phase = Phase.SelfAssessment,
                Until = until,
                Reason = "Mất điện hai ngày",
                By = Guid.NewGuid(),
                At = PreparedCycle.Opens,
            });
            await db.SaveChangesAsync(Cancel);
        }

        Assert.Null(await AskAsync(database, cycle, until - Tick));
        Assert.Equal("phase_closed", await AskAsync(database, cycle, until));
        Assert.Equal("phase_closed", await AskAsync(database, cycle, PreparedCycle.Closes, "STC"));
        Assert.Equal("phase_closed", await AskAsync(database, cycle, PreparedCycle.Closes, null));
    }

    [Theory, BothEngines]
    public async Task A_reopening_counts_once_another_person_confirmed_it_from_then_until_its_end(Engine engine)
    {
        using var database = new Database(engine);
        var cycle = await PreparedCycle.AddAsync(database, Cancel, CycleState.Frozen);
        var (confirmed, until) = (PreparedCycle.Closes.AddDays(10), PreparedCycle.Closes.AddDays(12));
        await using (var db = database.Open())
        {
            db.AddRange(Reopening(cycle, "SNV", confirmed, until), Reopening(cycle, null, null, until));
            await db.SaveChangesAsync(Cancel);
        }

        Assert.Equal("wrong_state", await AskAsync(database, cycle, confirmed - Tick));
        Assert.Null(await AskAsync(database, cycle, confirmed));
        Assert.Null(await AskAsync(database, cycle, until - Tick));
        Assert.Equal("wrong_state", await AskAsync(database, cycle, until));
        Assert.Equal("wrong_state", await AskAsync(database, cycle, confirmed, "STC"));
    }

    [Theory, BothEngines]
    public async Task Nothing_is_open_while_the_cycle_is_prepared_and_a_phase_without_dates_is_named(Engine engine)
    {
        using var database = new Database(engine);
        var cycle = await PreparedCycle.AddAsync(database, Cancel, CycleState.Draft);
        Assert.Equal("wrong_state", await AskAsync(database, cycle, PreparedCycle.Opens));
        await using var db = database.Open();
        Assert.Equal("no_such_phase", (await Assert.ThrowsAsync<RefusedException>(
            () => new PhaseGate(db, clock).RequireAsync(cycle, Phase.Council, null, Cancel))).Refusal.Code);
        Assert.Equal("not_found", (await Assert.ThrowsAsync<RefusedException>(
            () => new PhaseGate(db, clock).RequireAsync(cycle + 1, Phase.SelfAssessment, null, Cancel))).Refusal.Code);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ReopeningRow Reopening(int cycle, string? unit, DateTimeOffset? confirmed, DateTimeOffset until) => new()
    {
        Id = Guid.NewGuid(),
        Cycle = cycle,
        Phase = Phase.SelfAssessment,
        Unit = unit,
        Reason = "Nhập nhầm số liệu",
        Until = until,
        ProposedBy = Guid.NewGuid(),
        ProposedAt = PreparedCycle.Closes,
        ConfirmedBy = confirmed is null ? null : Guid.NewGuid(),
        ConfirmedAt = confirmed,
    };

    private async Task<string?> AskAsync(Database database, int cycle, DateTimeOffset now, string? unit = "SNV")
    {
        clock.Now = now;
        await using var db = database.Open();
        try
        {
            await new PhaseGate(db, clock).RequireAsync(cycle, Phase.SelfAssessment, unit, Cancel);
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Code;
        }
    }
}
