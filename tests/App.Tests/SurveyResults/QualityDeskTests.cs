using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Cycles;
using ParIndex.App.Fieldwork;
using ParIndex.App.SurveyQuality;
using ParIndex.App.Tests.Cycles;
using ParIndex.Core.Surveys;
using ParIndex.Testing;

namespace ParIndex.App.Tests.SurveyResults;

/// <summary>The quality desk, call-backs and the assignment of cases, on both databases.</summary>
public sealed class QualityDeskTests : IDisposable
{
    private static readonly DateTimeOffset Opens = new(2021, 11, 1, 0, 0, 0, TimeSpan.FromHours(7));
    private readonly MovedClock clock = new(Opens.AddDays(5));
    private readonly SmallCycle small = SurveyedCycle.Folder();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Person Manager { get; } = People.Of(Role.SurveyManager);

    public void Dispose() => small.Dispose();

    [Theory, BothEngines]
    public async Task The_desk_shows_signs_without_answers_and_those_that_tell_answers_only_after_closing(Engine engine)
    {
        using var database = new Database(engine);
        await StartAsync(database);
        await using var db = database.Open();
        var desk = await new ReadQuality(db, clock).RunAsync(Manager, SurveyedCycle.Citizens, Cancel);
        Assert.False(desk.Over);
        // Forty straight lines of three interviewers, and the twenty that took fifteen seconds where others took three hundred.
        Assert.Equal((40, 20), (desk.Of(QualityCheck.StraightLines).Count, desk.Of(QualityCheck.Speed).Count));
        Assert.All(desk.Of(QualityCheck.Speed), one => Assert.Equal("i3", one.Source));
        Assert.Empty(desk.Of(QualityCheck.InterviewerEffect));
        foreach (var role in (Role[])[Role.UnitHead, Role.CouncilChair, Role.Interviewer, Role.Administrator])
            Assert.Equal("not_found", (await Assert.ThrowsAsync<RefusedException>(() => new ReadQuality(db, clock).RunAsync(People.Of(role), SurveyedCycle.Citizens, Cancel))).Refusal.Code);
        clock.Advance(TimeSpan.FromDays(8));
        desk = await new ReadQuality(db, clock).RunAsync(Manager, SurveyedCycle.Citizens, Cancel);
        Assert.Contains("i3", desk.Of(QualityCheck.InterviewerEffect).Select(one => one.Source));
    }

    [Theory, BothEngines]
    public async Task A_decision_needs_a_reason_and_a_look_at_its_effect_which_is_masked_until_the_closing(Engine engine)
    {
        using var database = new Database(engine);
        await StartAsync(database);
        await using var db = database.Open();
        var fast = (await new ReadQuality(db, clock).RunAsync(Manager, SurveyedCycle.Citizens, Cancel)).Of(QualityCheck.Speed).SelectMany(one => one.Forms).Select(form => form.Id).ToList();
        var decide = new DecideOnForms(db, clock);
        var masked = Assert.Single(await decide.EffectAsync(Manager, SurveyedCycle.Citizens, fast, ResponseDecision.Exclude, Cancel));
        Assert.Equal(("SNV", 60, 40, null, null), (masked.Unit, masked.Before, masked.After, masked.ShareBefore, masked.ShareAfter));
        await RefusedAsync(() => decide.RunAsync(Manager, SurveyedCycle.Citizens, QualityCheck.Speed, fast, ResponseDecision.Exclude, "Điền hộ người dân", false, Cancel), "effect_not_seen");
        await RefusedAsync(() => decide.RunAsync(Manager, SurveyedCycle.Citizens, QualityCheck.Speed, fast, ResponseDecision.Exclude, "vội", true, Cancel), "reason_too_short");
        await RefusedAsync(() => decide.RunAsync(People.Secretary, SurveyedCycle.Citizens, QualityCheck.Speed, fast, ResponseDecision.Exclude, "Điền hộ người dân", true, Cancel), "forbidden");
        await RefusedAsync(() => decide.RunAsync(Manager, SurveyedCycle.Citizens, QualityCheck.Speed, [new string('a', 64)], ResponseDecision.Exclude, "Điền hộ người dân", true, Cancel), "unknown_form");
        Assert.Equal(20, await decide.RunAsync(Manager, SurveyedCycle.Citizens, QualityCheck.Speed, fast, ResponseDecision.Exclude, "Điền hộ người dân", true, Cancel));
        Assert.Equal(20, await db.ResponseDecisions.CountAsync(row => row.Decision == ResponseDecision.Exclude && row.Sign == "Speed", Cancel));
        // Nothing was deleted, and the decision can be taken back, with its effect in figures once the survey is over: 308 of 640 answers satisfied, then 628 of 960.
        Assert.Equal(60, await db.Responses.CountAsync(Cancel));
        clock.Advance(TimeSpan.FromDays(8));
        db.ChangeTracker.Clear();
        var effect = await decide.EffectAsync(Manager, SurveyedCycle.Citizens, fast, ResponseDecision.Keep, Cancel);
        Assert.Equal([("", 40, 60, 48.13m, 65.42m), ("SNV", 40, 60, 48.13m, 65.42m)], effect.Select(one => (one.Unit, one.Before, one.After, one.ShareBefore!.Value, one.ShareAfter!.Value)));
        await decide.RunAsync(Manager, SurveyedCycle.Citizens, QualityCheck.Speed, fast, ResponseDecision.Keep, "Gọi lại xác nhận là thật", true, Cancel);
        Assert.Equal(20, await db.ResponseDecisions.CountAsync(row => row.Decision == ResponseDecision.Keep, Cancel));
    }

    [Theory, BothEngines]
    public async Task Call_backs_are_drawn_once_from_the_seed_the_same_share_of_every_interviewer(Engine engine)
    {
        using var database = new Database(engine);
        await StartAsync(database);
        await using var db = database.Open();
        await RefusedAsync(() => new DrawCallBacks(db, clock).RunAsync(Manager, SurveyedCycle.Citizens, 10, Cancel), "not_drawn");
        var campaign = await db.Campaigns.AsTracking().SingleAsync(Cancel);
        (campaign.Seed, campaign.DrawnAt) = ("seed-of-the-test", clock.GetUtcNow());
        await db.SaveChangesAsync(Cancel);
        for (var i = 1; i <= 45; i++) db.Add(Case(i, CaseState.Done, i <= 30 ? "i1" : i <= 42 ? "i2" : "i3"));
        db.Add(Case(46, CaseState.Waiting, "i3"));
        await db.SaveChangesAsync(Cancel);
        Assert.Equal(6, await new DrawCallBacks(db, clock).RunAsync(Manager, SurveyedCycle.Citizens, 10, Cancel));
        var rows = await db.CallBacks.OrderBy(row => row.Order).ToListAsync(Cancel);
        Assert.Equal([("i1", 3), ("i2", 2), ("i3", 1)], rows.CountBy(row => row.Collector).OrderBy(one => one.Key).Select(one => (one.Key, one.Value)));
        // Whoever has the seed draws the same: the three of interviewer 1 with the lowest hash.
        Assert.Equal(
            Enumerable.Range(1, 30).OrderBy(number => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"seed-of-the-test\ncall-back\nSNV/{number}"))), StringComparer.Ordinal).Take(3).Order(),
            rows.Where(row => row.Collector == "i1").Select(row => row.Number).Order());
        await RefusedAsync(() => new DrawCallBacks(db, clock).RunAsync(Manager, SurveyedCycle.Citizens, 50, Cancel), "call_backs_drawn");
        var first = rows[0];
        await RefusedAsync(() => new RecordCallBack(db, clock).RunAsync(Manager, SurveyedCycle.Citizens, first.Unit, first.Number, CallBackOutcome.NoInterview, "", Cancel), "reason_too_short");
        await new RecordCallBack(db, clock).RunAsync(Manager, SurveyedCycle.Citizens, first.Unit, first.Number, CallBackOutcome.NoInterview, "Không ai đến hỏi, chỉ gọi điện xin tên", Cancel);
        Assert.Equal(1, await db.CallBacks.CountAsync(row => row.Outcome == CallBackOutcome.NoInterview && row.By == Manager.Account, Cancel));
    }

    [Theory, BothEngines]
    public async Task A_supervisor_assigns_cases_of_the_own_team_to_registered_devices_and_gives_a_reason_when_moving_them(Engine engine)
    {
        using var database = new Database(engine);
        await StartAsync(database);
        await using var db = database.Open();
        for (var i = 1; i <= 3; i++) db.Add(Case(i, i == 3 ? CaseState.Refused : CaseState.Waiting, ""));
        await db.SaveChangesAsync(Cancel);
        foreach (var device in (string[])["i1", "i2"]) await new RegisterDevice(db, clock).RunAsync(Manager, new(SurveyedCycle.Citizens, device, "SNV", Channel.Interview, "Đội 1"), Cancel);
        var (own, other) = (People.Of(Role.FieldSupervisor, "SNV"), People.Of(Role.FieldSupervisor, "STC"));
        var assign = new AssignCases(db, clock);
        await RefusedAsync(() => assign.RunAsync(other, SurveyedCycle.Citizens, ["SNV/1"], "i1", null, Cancel), "not_found");
        await RefusedAsync(() => assign.RunAsync(own, SurveyedCycle.Citizens, ["SNV/1"], "i9", null, Cancel), "no_collector");
        await RefusedAsync(() => assign.RunAsync(own, SurveyedCycle.Citizens, ["SNV/1", "SNV/3"], "i1", null, Cancel), "case_closed");
        await RefusedAsync(() => assign.RunAsync(People.Of(Role.Observer), SurveyedCycle.Citizens, ["SNV/1"], "i1", null, Cancel), "forbidden");
        Assert.Equal(2, await assign.RunAsync(own, SurveyedCycle.Citizens, ["SNV/1", "SNV/2"], "i1", null, Cancel));
        await RefusedAsync(() => assign.RunAsync(own, SurveyedCycle.Citizens, ["SNV/1"], "i2", "", Cancel), "reason_too_short");
        await assign.RunAsync(own, SurveyedCycle.Citizens, ["SNV/1"], "i2", "Điều tra viên thứ nhất ốm", Cancel);
        db.ChangeTracker.Clear();

        var field = await new ReadFieldwork(db, clock).RunAsync(own, SurveyedCycle.Citizens, Cancel);
        Assert.Equal([("i1", 1, 20), ("i2", 1, 20), ("i3", 0, 20)], field.Collectors.Select(one => (one.Collector, one.Assigned, one.Forms)));
        Assert.Equal((60, 60), (field.Issued, field.Answered));
        Assert.Equal(2, field.States[CaseState.Waiting]);
        Assert.Equal([(new DateOnly(2021, 11, 3), 60)], field.Days);
        Assert.Empty((await new ReadFieldwork(db, clock).RunAsync(other, SurveyedCycle.Citizens, Cancel)).Clusters);
    }

    /// <summary>SNV with twenty forms of each of three interviewers: the third's are all satisfied and took a quarter of a minute.</summary>
    private async Task StartAsync(Database database)
    {
        int id;
        await using (var db = database.Open()) id = (await new ImportCycle(db, clock).RunAsync(small.Folder, CycleState.Open, Cancel)).Cycle!.Value;
        await using (var db = database.Open()) await SurveyedCycle.PlanAsync(db, clock, id, Opens);
        var form = SurveyedCycle.Questionnaire("citizen-service").Form;
        await using (var db = database.Open())
        {
            foreach (var (collector, rating, seconds) in new[] { ("i1", 4, 300), ("i2", 2, 315), ("i3", 5, 15) })
            {
                // Half of the first two interviewers' forms are no straight line.
                var lines = collector == "i3" ? 20 : 10;
                SurveyedCycle.Seal(db, SurveyedCycle.Citizens, "SNV", lines, SurveyedCycle.Answers(form, rating), Channel.Interview, collector: collector, seconds: seconds);
                for (var i = lines; i < 20; i++)
                    SurveyedCycle.Seal(db, SurveyedCycle.Citizens, "SNV", 1, SurveyedCycle.Answers(form, rating, [("S1.1", 3), ("S2.1", 1 + (i % 5))]), Channel.Interview, collector: collector, seconds: seconds);
            }

            await db.SaveChangesAsync(Cancel);
        }
    }

    private static SampleCaseRow Case(int number, CaseState state, string collector) => new()
    {
        Campaign = SurveyedCycle.Citizens,
        Unit = "SNV",
        Number = number,
        Dossier = $"d{number}",
        Stratum = "",
        Cluster = "",
        Reserve = false,
        State = state,
        Outcome = "",
        Mode = Channel.Interview,
        Collector = collector,
        Attempts = 0,
        Procedure = "Đăng ký kinh doanh",
        Returned = new DateOnly(2021, 10, 1),
        Filed = "online",
    };

    private static async Task RefusedAsync(Func<Task> act, string code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(act)).Refusal.Code);
}
