using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Tests.Cycles;
using ParIndex.Core;
using ParIndex.Testing;

namespace ParIndex.App.Tests.SelfAssessment;

public sealed class SaveEntryTests
{
    [Theory, BothEngines]
    public async Task The_rule_computes_the_points_and_says_why(Engine engine)
    {
        using var database = new Database(engine);
        var work = await Officers.AtWorkAsync(database);
        var saved = await work.SaveAsync("1.1.1", 0, level: "late");
        Assert.Equal(0.5m, saved.Claimed!.Value.Value);
        Assert.Equal("Mức “chậm” → 0,5 điểm", saved.Decision.Sentence.Vi);
        Assert.Equal((1, EntryState.Entering), (saved.Version, saved.State));
        await using var db = database.Open();
        Assert.Equal(1, await db.JournalLines.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, BothEngines]
    public async Task Nothing_typed_is_no_points_and_not_nought(Engine engine)
    {
        using var database = new Database(engine);
        var work = await Officers.AtWorkAsync(database);
        Assert.Null((await work.SaveAsync("1.1.1", 0)).Claimed);
        Assert.Equal("nothing_claimed", await Officers.RefusedAsync(() => work.SaveAsync("1.1.1", 1, explanation: "Chưa có kế hoạch nào", ready: true)));
    }

    [Theory, BothEngines]
    public async Task Of_two_officers_the_second_to_save_is_told_and_the_text_of_the_first_survives(Engine engine)
    {
        using var database = new Database(engine);
        var work = await Officers.AtWorkAsync(database);
        await work.SaveAsync("1.2.1", 0, claimed: "2");
        await work.SaveAsync("1.2.1", 1, claimed: "2", explanation: "Bản của người thứ nhất");
        Assert.Equal("stale", await Officers.RefusedAsync(() => work.SaveAsync("1.2.1", 1, claimed: "1", explanation: "Bản của người thứ hai")));
        Assert.Equal("stale", await Officers.RefusedAsync(() => work.SaveAsync("1.2.1", 0, claimed: "1")));
        Assert.Equal("version_missing", await Officers.RefusedAsync(() => work.SaveAsync("1.2.1", null, claimed: "1")));
        await using var db = database.Open();
        var row = await db.Entries.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("Bản của người thứ nhất", Points.Of(2m), 2), (row.Explanation, row.Claimed, row.Version));
    }

    [Theory, BothEngines]
    public async Task Of_twenty_first_saves_at_once_one_is_stored(Engine engine)
    {
        using var database = new Database(engine);
        var work = await Officers.AtWorkAsync(database);
        using var barrier = new SemaphoreSlim(0);
        var all = Enumerable.Range(0, 20).Select(async i =>
        {
            await barrier.WaitAsync(TestContext.Current.CancellationToken);
            try
            {
                await work.SaveAsync("1.2.1", 0, claimed: "1", explanation: $"Bản {i}");
                return "saved";
            }
            catch (RefusedException refused)
            {
                return refused.Refusal.Code;
            }
        }).ToList();
        barrier.Release(20);
        var outcomes = await Task.WhenAll(all);
        Assert.Single(outcomes, "saved");
        Assert.Equal(19, outcomes.Count(outcome => outcome == "stale"));
    }

    [Theory, BothEngines]
    public async Task Points_outside_the_frame_are_refused_and_a_comma_is_understood(Engine engine)
    {
        using var database = new Database(engine);
        var work = await Officers.AtWorkAsync(database);
        foreach (var wrong in new[] { "3,25", "-0,01", "2.5000000001", "1e-30", "0,1", "hai", "2,,5", "∞" })
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() => work.SaveAsync("1.2.1", 0, claimed: wrong));
            Assert.Equal((RefusalKind.Invalid, "claimed"), (refused.Refusal.Kind, refused.Refusal.Field));
        }

        await using (var db = database.Open()) Assert.False(await db.Entries.AnyAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2.5m, (await work.SaveAsync("1.2.1", 0, claimed: "2,5")).Claimed!.Value.Value);
        Assert.Equal(2.25m, (await work.SaveAsync("1.2.1", 1, claimed: "2.25")).Claimed!.Value.Value);
    }

    [Theory, BothEngines]
    public async Task Other_points_than_the_rules_need_a_reason_that_can_be_seen(Engine engine)
    {
        using var database = new Database(engine);
        var work = await Officers.AtWorkAsync(database);
        foreach (var empty in new[] { null, "", "   ", "\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b", "." })
            Assert.Equal("reason_too_short", await Officers.RefusedAsync(() => work.SaveAsync("1.1.1", 0, claimed: "1", level: "late", reason: empty)));
        Assert.Equal(1m, (await work.SaveAsync("1.1.1", 0, claimed: "1", level: "late", reason: "Hạn được lùi theo công văn 12")).Claimed!.Value.Value);
    }

    [Theory, BothEngines]
    public async Task Fields_and_leaves_that_are_not_the_units_are_refused(Engine engine)
    {
        using var database = new Database(engine);
        var work = await Officers.AtWorkAsync(database);
        await using var db = database.Open();
        var save = new SaveEntry(db, work.Clock);
        Task<SavedEntry> Send(Person by, string unit, string leaf, params (string, string?)[] inputs) => save.RunAsync(
            by, new(work.Cycle, unit, leaf, 0, inputs.ToDictionary(one => one.Item1, one => one.Item2)), TestContext.Current.CancellationToken);
        Assert.Equal("unknown_field", await Officers.RefusedAsync(() => Send(work.Officer, "SNV", "1.1.1", ("appraisedScore", "1"))));
        Assert.Equal("not_entered_by_units", await Officers.RefusedAsync(() => Send(work.Officer, "SNV", "2.1.1")));
        Assert.Equal("not_found", await Officers.RefusedAsync(() => Send(work.Officer, "SNV", "9.9.9")));
        Assert.Equal("not_found", await Officers.RefusedAsync(() => Send(work.Officer, "STC", "1.1.1")));
        Assert.Equal("not_found", await Officers.RefusedAsync(() => Send(Officers.Of(Role.Appraiser, "SNV"), "SNV", "1.1.1")));
        Assert.Equal("invalid", await Officers.RefusedAsync(() => Send(work.Officer, "SNV", "1.1.1", ("level", "best"))));
    }

    [Theory, BothEngines]
    public async Task After_the_close_nothing_is_saved(Engine engine)
    {
        using var database = new Database(engine);
        var work = await Officers.AtWorkAsync(database);
        work.Clock.Now = PreparedCycle.Closes - TimeSpan.FromTicks(1);
        await work.SaveAsync("1.2.1", 0, claimed: "1");
        work.Clock.Now = PreparedCycle.Closes;
        Assert.Equal("phase_closed", await Officers.RefusedAsync(() => work.SaveAsync("1.2.1", 1, claimed: "2")));
    }
}
