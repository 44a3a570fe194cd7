using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Results;
using ParIndex.App.Tests.SelfAssessment;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Appraisal;

public sealed class AppraisalTests
{
    [Theory, BothEngines]
    public async Task Every_score_is_a_further_act_with_a_reason_and_the_first_stays(Engine engine)
    {
        using var database = new Database(engine);
        var story = await AppraisalStory.BeginAsync(database);
        await story.ScoreAsync(story.First, "1.2.1", "2,5");
        await story.ScoreAsync(story.Second, "1.2.1", "2,25", seen: 2);
        Assert.Equal(["1 self 2.75", "2 appraisal 2.5", "3 appraisal 2.25"], await story.ActsAsync("1.2.1"));
        story.To(Phase.SecondAppraisal);
        await story.ScoreAsync(story.First, "1.2.1", "2,75", seen: 3);
        Assert.Equal("4 appraisal2 2.75", (await story.ActsAsync("1.2.1"))[^1]);
        var history = await story.InAsync((db, cancel) => new ReadHistory(db).RunAsync(JournalObject.Leaf(story.Cycle, "SNV", "1.2.1"), cancel));
        Assert.Equal(3, history.Count(act => act.What == "act.scored"));
    }

    [Theory, BothEngines]
    public async Task Nobody_appraises_the_own_house_or_what_was_not_assigned(Engine engine)
    {
        using var database = new Database(engine);
        var story = await AppraisalStory.BeginAsync(database);
        Assert.Equal("not_found", await Officers.RefusedAsync(() => story.ScoreAsync(story.OfSnv, "1.2.1", "1")));
        Assert.Equal("not_found", await Officers.RefusedAsync(() => story.ScoreAsync(story.First, "2.1.1", "1")));
        Assert.Equal("forbidden", await Officers.RefusedAsync(() => story.ScoreAsync(story.Officers.Officer, "1.2.1", "3")));
        await story.InAsync((db, cancel) => new Recuse(db, story.Clock).RunAsync(story.First, story.Cycle, "SNV", "Người thân làm việc tại đơn vị này", cancel));
        Assert.Equal("not_found", await Officers.RefusedAsync(() => story.ScoreAsync(story.First, "1.2.1", "1")));
        Assert.Equal(["1 self 2.75"], await story.ActsAsync("1.2.1"));
    }

    [Theory, BothEngines]
    public async Task Who_left_a_unit_during_the_year_does_not_appraise_it_either(Engine engine)
    {
        using var database = new Database(engine);
        var story = await AppraisalStory.BeginAsync(database);
        Person WorkedThere(DateOnly until) => story.First with { Units = [new("SNV", new(2015, 1, 1), until)] };
        Assert.Equal("not_found", await Officers.RefusedAsync(() => story.ScoreAsync(WorkedThere(new(2021, 6, 30)), "1.2.1", "2,5")));
        Assert.Equal(["1 self 2.75"], await story.ActsAsync("1.2.1"));
        // Who left before the evaluated year began has nothing to do with it.
        await story.ScoreAsync(WorkedThere(new(2021, 1, 1)), "1.2.1", "2,5");
        Assert.Equal("2 appraisal 2.5", (await story.ActsAsync("1.2.1"))[^1]);
    }

    [Theory, BothEngines]
    public async Task Points_reasons_versions_and_phases_are_kept(Engine engine)
    {
        using var database = new Database(engine);
        var story = await AppraisalStory.BeginAsync(database);
        foreach (var points in new[] { "3,01", "-0,01", "2,5000000001", "0,1", "hai", "1e-30", "" })
            Assert.Contains(await Officers.RefusedAsync(() => story.ScoreAsync(story.First, "1.2.1", points)), new[] { "points_outside_frame", "invalid" });
        foreach (var reason in new[] { null, "", "   ", "\u200b\u200b", ".", "ngắn" })
            Assert.Contains(await Officers.RefusedAsync(() => story.ScoreAsync(story.First, "1.2.1", "2,5", reason)), new[] { "reason_too_short", "invalid" });
        Assert.Equal("stale", await Officers.RefusedAsync(() => story.ScoreAsync(story.First, "1.2.1", "2,5", seen: 0)));
        Assert.Equal("version_missing", await Officers.RefusedAsync(() => story.ScoreAsync(story.First, "1.2.1", "2,5", seen: null)));
        Assert.Equal("not_submitted", await Officers.RefusedAsync(() => story.ScoreAsync(story.First, "1.2.1", "2,5", seen: 0, unit: "STC")));
        story.To(Phase.Explanation);
        Assert.Equal("phase_closed", await Officers.RefusedAsync(() => story.ScoreAsync(story.First, "1.2.1", "2,5")));
        Assert.Equal(["1 self 2.75"], await story.ActsAsync("1.2.1"));
    }

    [Theory, BothEngines]
    public async Task A_sheet_is_taken_whole_or_not_at_all_and_names_every_mistake(Engine engine)
    {
        using var database = new Database(engine);
        var story = await AppraisalStory.BeginAsync(database);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => story.InAsync((db, cancel) => new GiveScores(db, story.Clock).RunAsync(story.First, story.Cycle,
            [new("SNV", "1.2.1", "2,5", AppraisalStory.Reason, 1), new("SNV", "1.1.1", "9", AppraisalStory.Reason, 1), new("STC", "1.2.1", "1", AppraisalStory.Reason, 0)], cancel)));
        Assert.Contains("Sở Nội vụ, 1.1.1", refused.Refusal.Message.Vi, StringComparison.Ordinal);
        Assert.Contains("Sở Tài chính, 1.2.1", refused.Refusal.Message.Vi, StringComparison.Ordinal);
        Assert.Equal(["1 self 2.75"], await story.ActsAsync("1.2.1"));
        Assert.Equal(2, await story.InAsync((db, cancel) => new GiveScores(db, story.Clock).RunAsync(story.First, story.Cycle,
            [new("SNV", "1.2.1", "2,5", AppraisalStory.Reason, 1), new("SNV", "1.1.1", "0,5", AppraisalStory.Reason, 1)], cancel)));
    }

    [Theory, BothEngines]
    public async Task A_question_is_answered_once_inside_its_window_and_becomes_an_act_without_points(Engine engine)
    {
        using var database = new Database(engine);
        var story = await AppraisalStory.BeginAsync(database);
        var asked = await story.InAsync((db, cancel) => new AskExplanation(db, story.Clock).RunAsync(story.First, story.Cycle, "SNV", "1.1.1", "Kế hoạch ký ngày nào, gửi ngày nào?", cancel));
        Task Answer(string words) => story.InAsync((db, cancel) => new AnswerExplanation(db, story.Clock).RunAsync(story.Officers.Officer, story.Cycle, "SNV", asked, words, cancel));
        Assert.Equal("phase_not_open", await Officers.RefusedAsync(() => Answer("Ký ngày 18/01, gửi cùng ngày")));
        story.To(Phase.Explanation);
        Assert.Equal("not_found", await Officers.RefusedAsync(() => story.InAsync((db, cancel) =>
            new AnswerExplanation(db, story.Clock).RunAsync(Officers.Of(Role.UnitOfficer, "STC"), story.Cycle, "SNV", asked, "Ký ngày 18/01, gửi cùng ngày", cancel))));
        await Answer("Ký ngày 18/01, gửi cùng ngày");
        Assert.Equal("already_answered", await Officers.RefusedAsync(() => Answer("Ký ngày 17/01, gửi ngày 18/01")));
        Assert.Equal(["1 self 0.5", "2 explanation -"], await story.ActsAsync("1.1.1"));
    }

    [Theory, BothEngines]
    public async Task A_claim_is_decided_by_a_second_reader_who_is_not_the_first(Engine engine)
    {
        using var database = new Database(engine);
        var story = await AppraisalStory.BeginAsync(database);
        story.To(Phase.Explanation);
        Assert.Equal("not_appraised", await Officers.RefusedAsync(() => story.ComplainAsync("1.2.1", "3")));
        story.To(Phase.FirstAppraisal);
        await story.ScoreAsync(story.First, "1.2.1", "2");
        Assert.Equal("phase_not_open", await Officers.RefusedAsync(() => story.ComplainAsync("1.2.1", "3")));
        story.To(Phase.Explanation);
        Assert.Equal("invalid", await Officers.RefusedAsync(() => story.ComplainAsync("1.2.1", "2")));
        var claim = await story.ComplainAsync("1.2.1", "3");
        Assert.Equal("complaint_open", await Officers.RefusedAsync(() => story.ComplainAsync("1.2.1", "2,5")));
        story.To(Phase.SecondAppraisal);
        Assert.Equal("second_reader_is_first", await Officers.RefusedAsync(() => story.DecideAsync(story.First, claim, ComplaintDecision.Accepted)));
        Assert.Equal("not_found", await Officers.RefusedAsync(() => story.DecideAsync(story.OfSnv, claim, ComplaintDecision.Accepted)));
        await story.DecideAsync(story.Second, claim, ComplaintDecision.PartlyAccepted, "2,5");
        Assert.Equal(["1 self 2.75", "2 appraisal 2", "3 appraisal2 2.5"], await story.ActsAsync("1.2.1"));
        Assert.Equal("complaint_closed", await Officers.RefusedAsync(() => story.DecideAsync(story.Second, claim, ComplaintDecision.Refused)));
        await story.InAsync(async (db, cancel) =>
        {
            var row = await db.Complaints.SingleAsync(cancel);
            Assert.Equal((story.Second.Account, story.First.Account, "Bộ chỉ số, mục 1.1.1"), (row.SecondReader!.Value, row.FirstReader!.Value, row.Rule!));
        });
    }

    [Theory, BothEngines]
    public async Task An_open_claim_keeps_results_provisional_until_it_is_withdrawn(Engine engine)
    {
        using var database = new Database(engine);
        var story = await AppraisalStory.BeginAsync(database);
        await story.ScoreAsync(story.First, "1.2.1", "2");
        story.To(Phase.Explanation);
        var claim = await story.ComplainAsync("1.2.1", "3");
        Task<List<string>> Open() => story.InAsync(async (db, cancel) => (await new ReadinessChecks(db, story.Clock).RunAsync(
            await new LoadCycle(db).RunAsync(story.Cycle, cancel), cancel)).Select(finding => finding.Code).ToList());
        Assert.Contains("K001", await Open());
        await story.InAsync((db, cancel) => new Complaints(db, story.Clock).WithdrawAsync(story.Officers.Head, story.Cycle, "SNV", claim, cancel));
        Assert.DoesNotContain("K001", await Open());
    }
}
