using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Tests.Cycles;
using ParIndex.Core;
using ParIndex.Testing;

namespace ParIndex.App.Tests.SelfAssessment;

public sealed class SubmitSelfAssessmentTests
{
    [Theory, BothEngines]
    public async Task What_was_entered_becomes_acts_and_the_receipt_carries_the_hash_of_it(Engine engine)
    {
        using var database = new Database(engine);
        var work = await Officers.AtWorkAsync(database);
        await work.EnterAllAsync();
        var receipt = await work.SubmitAsync();
        await using var db = database.Open();
        var row = await db.Submissions.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(receipt.Sha256, Convert.ToHexStringLower(SHA256.HashData(row.Content)));
        Assert.Equal(
            """{"cycle":"small-2021","unit":"SNV","leaves":[{"leaf":"1.1.1","inputs":{"level":1},"points":"0.5","reason":null,"explanation":"Kế hoạch đăng trên cổng thông tin","note":null,"evidence":[]},{"leaf":"1.2.1","inputs":{},"points":"2.75","reason":null,"explanation":"Kết luận lưu tại văn thư","note":null,"evidence":[]}],"documents":[]}""",
            Encoding.UTF8.GetString(row.Content));
        var acts = await db.Acts.OrderBy(act => act.Leaf).Select(act => new { act.Leaf, act.Stage, act.Points, act.Actor, act.Seq }).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["1.1.1 self 0.5 Sở Nội vụ 1", "1.2.1 self 2.75 Sở Nội vụ 1"], acts.Select(act => $"{act.Leaf} {act.Stage} {act.Points} {act.Actor} {act.Seq}"));
        Assert.Equal("wrong_state", await Officers.RefusedAsync(() => work.SaveAsync("1.2.1", 2, claimed: "3")));
    }

    [Theory, BothEngines]
    public async Task Submitting_again_gives_the_first_receipt_and_ten_at_once_make_one(Engine engine)
    {
        using var database = new Database(engine);
        var work = await Officers.AtWorkAsync(database);
        await work.EnterAllAsync();
        var receipts = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => work.SubmitAsync())));
        Assert.Single(receipts.Distinct());
        // Even after the close: the receipt of what was handed in is still given.
        work.Clock.Now = PreparedCycle.Closes.AddDays(1);
        Assert.Equal(receipts[0], await work.SubmitAsync());
        await using var db = database.Open();
        Assert.Equal(2, await db.Acts.CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory, BothEngines]
    public async Task Only_the_head_with_a_second_factor_submits_and_only_in_time_and_when_all_is_ready(Engine engine)
    {
        using var database = new Database(engine);
        var work = await Officers.AtWorkAsync(database);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => work.SubmitAsync());
        Assert.Equal("incomplete", refused.Refusal.Code);
        Assert.Contains("1.1.1, 1.2.1", refused.Refusal.Message.Vi, StringComparison.Ordinal);
        await work.EnterAllAsync();
        Assert.Equal("forbidden", await Officers.RefusedAsync(() => work.SubmitAsync(work.Officer)));
        Assert.Equal("not_found", await Officers.RefusedAsync(() => work.SubmitAsync(Officers.Of(Role.UnitHead, "STC"))));
        Assert.Equal("second_factor_needed", await Officers.RefusedAsync(() => work.SubmitAsync(secondFactor: false)));
        work.Clock.Now = PreparedCycle.Closes;
        Assert.Equal("phase_closed", await Officers.RefusedAsync(() => work.SubmitAsync()));
        work.Clock.Now = PreparedCycle.Closes - TimeSpan.FromMilliseconds(1);
        await work.SubmitAsync();
    }

    [Theory, BothEngines]
    public async Task A_submission_is_withdrawn_with_a_reason_corrected_and_submitted_under_the_next_number(Engine engine)
    {
        using var database = new Database(engine);
        var work = await Officers.AtWorkAsync(database);
        Assert.Equal("not_submitted", await Officers.RefusedAsync(() => work.WithdrawAsync()));
        await work.EnterAllAsync();
        var first = await work.SubmitAsync();
        Assert.Equal("reason_too_short", await Officers.RefusedAsync(() => work.WithdrawAsync("sai")));
        await work.WithdrawAsync();
        await work.SaveAsync("1.2.1", 3, claimed: "3", explanation: "Kết luận lưu tại văn thư", ready: true);
        var second = await work.SubmitAsync();
        Assert.Equal((1, 2), (first.Number, second.Number));
        Assert.NotEqual(first.Sha256, second.Sha256);
        await using var db = database.Open();
        var acts = await db.Acts.Where(act => act.Leaf == "1.2.1").OrderBy(act => act.Seq).Select(act => act.Points!.Value).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([Points.Of(2.75m), Points.Of(3m)], acts);
    }

    [Theory, BothEngines]
    public async Task Once_appraisal_has_begun_nothing_is_withdrawn(Engine engine)
    {
        using var database = new Database(engine);
        var work = await Officers.AtWorkAsync(database);
        await work.EnterAllAsync();
        await work.SubmitAsync();
        await using (var db = database.Open())
        {
            db.Add(new ActRow
            {
                Cycle = work.Cycle,
                Unit = "SNV",
                Leaf = "1.1.1",
                Seq = 2,
                Stage = "appraisal",
                Points = Points.Of(0.5m),
                By = Guid.NewGuid(),
                Actor = "Tổ thẩm định",
                At = work.Clock.Now,
            });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal("wrong_state", await Officers.RefusedAsync(() => work.WithdrawAsync()));
        await using var after = database.Open();
        Assert.Null((await after.Submissions.SingleAsync(TestContext.Current.CancellationToken)).WithdrawnAt);
    }
}
