using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Cycles;
using ParIndex.App.Results;
using ParIndex.App.SurveyResults;
using ParIndex.App.Tests.Cycles;
using ParIndex.Core.Surveys;
using ParIndex.Testing;

namespace ParIndex.App.Tests.SurveyResults;

/// <summary>From sealed forms to the points of a leaf: nothing before closing, versions, approval, and what an index without enough answers does.</summary>
public sealed class SurveyResultTests : IDisposable
{
    private static readonly DateTimeOffset Opens = new(2021, 11, 1, 0, 0, 0, TimeSpan.FromHours(7));
    private readonly MovedClock clock = new(Opens.AddDays(3));
    private readonly SmallCycle small = SurveyedCycle.Folder();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => small.Dispose();

    [Theory, BothEngines]
    public async Task While_answers_come_in_nobody_gets_a_result_and_who_may_not_read_them_never_learns_that_there_is_one(Engine engine)
    {
        using var database = new Database(engine);
        await StartAsync(database);
        await using var db = database.Open();
        foreach (var role in (Role[])[Role.SurveyManager, Role.Secretariat, Role.CouncilChair, Role.Observer])
            await RefusedAsync(() => new ReadSurveyResults(db, clock).CampaignAsync(People.Of(role), SurveyedCycle.Citizens, Cancel), "interim_result");
        foreach (var role in (Role[])[Role.UnitHead, Role.UnitOfficer, Role.Appraiser, Role.CouncilMember, Role.Administrator, Role.FieldSupervisor])
            await RefusedAsync(() => new ReadSurveyResults(db, clock).CampaignAsync(People.Of(role), SurveyedCycle.Citizens, Cancel), "not_found");
        await RefusedAsync(() => EstimateAsync(database, SurveyedCycle.Citizens), "interim_result");
        clock.Advance(TimeSpan.FromDays(8));
        foreach (var role in (Role[])[Role.UnitHead, Role.CouncilMember, Role.Administrator])
            await RefusedAsync(() => new ReadSurveyResults(db, clock).CampaignAsync(People.Of(role), SurveyedCycle.Citizens, Cancel), "not_found");
        Assert.Equal(1, await EstimateAsync(database, SurveyedCycle.Citizens));
    }

    [Theory, BothEngines]
    public async Task The_approved_version_feeds_the_points_and_a_unit_without_enough_forms_falls_under_the_rule_of_the_leaf(Engine engine)
    {
        using var database = new Database(engine);
        var id = await StartAsync(database);
        clock.Advance(TimeSpan.FromDays(8));
        await using (var db = database.Open())
        {
            var open = await new ReadinessChecks(db, clock).RunAsync(await new LoadCycle(db).RunAsync(id, Cancel), Cancel);
            Assert.Equal(["K005", "K008", "K008"], open.Select(finding => finding.Code).Order());
        }

        await EstimateAsync(database, SurveyedCycle.Citizens);
        await EstimateAsync(database, SurveyedCycle.Officials);
        // A version that is not approved is in no file.
        Assert.DoesNotContain((await ExportAsync(database, id)), file => file.Name == "answers.csv");
        await ApproveAsync(database, SurveyedCycle.Citizens, 1);
        await ApproveAsync(database, SurveyedCycle.Officials, 1);
        await using (var db = database.Open())
        {
            Assert.Empty(await new ReadinessChecks(db, clock).RunAsync(await new LoadCycle(db).RunAsync(id, Cancel), Cancel));
            var computed = await new ComputeRun(db, clock).RunAsync(People.Secretary, id, null, "test", Cancel);
            Assert.True(computed.Final, string.Join('\n', computed.Findings.Select(finding => finding.Message.En)));
            // SNV: 0.5 + 1.8 + 75 % of 3 + 75 % of 4 = 7.55 of 10. STC: 1 + 2 + 2.25 + 4 = 9.25 of 10 and half a point of bonus.
            // STP has neither result: 1 + 1.6 of the 3 points that are left.
            Assert.Equal([("SNV", 75.50m), ("STC", 93.00m), ("STP", 86.67m)],
                (await db.RunUnits.OrderBy(row => row.Unit).ToListAsync(Cancel)).Select(row => (row.Unit, row.Index!.Value)));
            Assert.Equal([22_500L, 30_000L], (await db.RunUnits.SingleAsync(row => row.Unit == "SNV", Cancel)).Leaves.TakeLast(2));
            Assert.Contains(await db.JournalPayloads.ToListAsync(Cancel), payload => Encoding.UTF8.GetString(payload.Payload).Contains("survey.approved", StringComparison.Ordinal));
        }

        var files = await ExportAsync(database, id);
        Assert.Contains("STP,1.2.1,exclude,\"Không đủ mẫu khảo sát (dưới 15 phiếu): xhh-2021, phiên bản 1\"", TextOf(files, "applicability.csv"), StringComparison.Ordinal);
        Assert.Contains("SNV,1.2.1,mean,75,\"Khảo sát xhh-2021, phiên bản 1\"", TextOf(files, "inputs.csv"), StringComparison.Ordinal);
        // 40 forms of SNV, 35 of STC and 12 of STP; the excluded channels are not among them, and no commitment stands in the file.
        Assert.Equal(1 + 40 + 35 + 12, TextOf(files, "answers.csv").TrimEnd().Split('\n').Length);
        await using (var db = database.Open())
            foreach (var row in await db.Responses.ToListAsync(Cancel))
                Assert.DoesNotContain(Convert.ToHexStringLower(row.Commitment), TextOf(files, "answers.csv"), StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_newer_approved_version_lets_no_older_run_be_frozen_and_tells_a_frozen_one_that_it_is_stale(Engine engine)
    {
        using var database = new Database(engine);
        var id = await StartAsync(database);
        clock.Advance(TimeSpan.FromDays(8));
        foreach (var code in (string[])[SurveyedCycle.Citizens, SurveyedCycle.Officials])
        {
            await EstimateAsync(database, code);
            await ApproveAsync(database, code, 1);
        }

        await using (var db = database.Open()) await new ComputeRun(db, clock).RunAsync(People.Secretary, id, null, "test", Cancel);
        await RefusedAsync(() => EstimateAsync(database, SurveyedCycle.Citizens), "reason_too_short");
        await ExcludeAsync(database, "SNV", 10);
        await EstimateAsync(database, SurveyedCycle.Citizens, "Loại các phiếu do điều tra viên tự điền");
        await using (var db = database.Open())
        {
            var second = await db.SurveyResults.SingleAsync(row => row.Campaign == SurveyedCycle.Citizens && row.Number == 2, Cancel);
            Assert.Equal((77, 10), (second.Counted, second.Excluded));
        }

        await RefusedAsync(() => ApproveAsync(database, SurveyedCycle.Citizens, 1, version: 2), "result_approved");
        await ApproveAsync(database, SurveyedCycle.Citizens, 2);
        await RefusedAsync(() => FreezeAsync(database, id, 1), "inputs_changed");

        await using (var db = database.Open()) await new ComputeRun(db, clock).RunAsync(People.Secretary, id, null, "test", Cancel);
        await FreezeAsync(database, id, 2);
        // 30 of the 40 forms of SNV are left, all satisfied: 4 points instead of 3.
        await using (var db = database.Open()) Assert.Equal(85.50m, (await db.RunUnits.SingleAsync(row => row.Run == 2 && row.Unit == "SNV", Cancel)).Index);
        clock.Advance(TimeSpan.FromHours(1));
        await ExcludeAsync(database, "STC", 1);
        await EstimateAsync(database, SurveyedCycle.Citizens, "Loại một phiếu trùng của Sở Tài chính");
        await ApproveAsync(database, SurveyedCycle.Citizens, 3);
        await using (var db = database.Open())
            Assert.Equal("K009", Assert.Single(await new ReadinessChecks(db, clock).RunAsync(await new LoadCycle(db).RunAsync(id, Cancel), Cancel)).Code);
    }

    [Theory, BothEngines]
    public async Task What_was_exported_with_a_survey_comes_back_to_the_same_bytes_from_an_empty_database(Engine engine)
    {
        using var database = new Database(engine);
        var id = await StartAsync(database);
        clock.Advance(TimeSpan.FromDays(8));
        foreach (var code in (string[])[SurveyedCycle.Citizens, SurveyedCycle.Officials])
        {
            await EstimateAsync(database, code);
            await ApproveAsync(database, code, 1);
        }

        var exported = ExportCycle.Zip(await ExportAsync(database, id));
        var folder = Path.Combine(database.Folder, "exported");
        await ZipFile.ExtractToDirectoryAsync(new MemoryStream(exported), folder, Cancel);
        using var second = new Database(engine == Engine.Sqlite ? Engine.Postgres : Engine.Sqlite);
        await using (var db = second.Open())
        {
            var imported = await new ImportCycle(db, clock).RunAsync(folder, CycleState.Frozen, Cancel);
            Assert.True(imported.Cycle is not null, string.Join('\n', imported.Findings.Select(finding => finding.Message.En)));
            Assert.Equal(exported, ExportCycle.Zip(await new ExportCycle(db).RunAsync(imported.Cycle.Value, Cancel)));
        }
    }

    [Theory, BothEngines]
    public async Task Those_who_did_not_answer_are_stood_for_by_their_stratum_and_open_channels_late_and_unbalanced_forms_never_count(Engine engine)
    {
        using var database = new Database(engine);
        int id;
        await using (var db = database.Open()) id = (await new ImportCycle(db, clock).RunAsync(small.Folder, CycleState.Open, Cancel)).Cycle!.Value;
        await using (var db = database.Open()) await SurveyedCycle.PlanAsync(db, clock, id, Opens);
        var form = SurveyedCycle.Questionnaire("citizen-service").Form;
        await using (var db = database.Open())
        {
            // Online: 20 of 20 answered, all satisfied, weight 1. In person: 20 of 60 answered, none satisfied, weight 1.
            SurveyedCycle.Seal(db, SurveyedCycle.Citizens, "SNV", 20, SurveyedCycle.Answers(form, 5), stratum: "online", weight: 1_000_000);
            SurveyedCycle.Seal(db, SurveyedCycle.Citizens, "SNV", 20, SurveyedCycle.Answers(form, 2), stratum: "person", weight: 1_000_000);
            SurveyedCycle.Unanswered(db, SurveyedCycle.Citizens, "SNV", 40, "person", 1_000_000);
            SurveyedCycle.Seal(db, SurveyedCycle.Citizens, "SNV", 35, SurveyedCycle.Answers(form, 5), Channel.Kiosk);
            SurveyedCycle.Seal(db, SurveyedCycle.Citizens, "SNV", 3, SurveyedCycle.Answers(form, 5), stratum: "online", weight: 1_000_000, late: true);
            await db.SaveChangesAsync(Cancel);
        }

        clock.Advance(TimeSpan.FromDays(8));
        await EstimateAsync(database, SurveyedCycle.Citizens);
        await using (var db = database.Open())
        {
            var read = new ReadSurveyResults(db, clock);
            var campaign = await read.CampaignAsync(People.Chair, SurveyedCycle.Citizens, Cancel);
            var (survey, figures) = await read.FiguresAsync(campaign, 1, Cancel);
            Assert.True(survey.Weighted);
            // 23 tokens of the online stratum were issued (three answered too late): 23 of 83, all satisfied.
            Assert.Equal((27.71m, 40), (figures.OfUnit("SNV")!.Share, figures.OfUnit("SNV")!.Forms));
            Assert.Equal((100m, 35), Assert.Single(figures.Rows, row => row is { Domain: FigureDomain.Open, Level: SatisfactionLevel.Overall }) is var kiosk ? (kiosk.Share, kiosk.Forms) : default);
            var version = Assert.Single(await read.VersionsAsync(campaign, Cancel));
            Assert.Equal((40, 0, 3, 35), (version.Counted, version.Excluded, version.Late, version.Open));
            // A form slipped in without a token: no result until that is explained.
            var one = await db.Responses.AsTracking().FirstAsync(row => row.Channel == Channel.Kiosk, Cancel);
            one.Channel = Channel.Web;
            await db.SaveChangesAsync(Cancel);
        }

        await RefusedAsync(() => EstimateAsync(database, SurveyedCycle.Citizens, "Tính lại để kiểm tra"), "survey_unbalanced");
    }

    [Theory, BothEngines]
    public async Task Only_the_chair_approves_with_a_second_factor_and_a_document(Engine engine)
    {
        using var database = new Database(engine);
        await StartAsync(database);
        clock.Advance(TimeSpan.FromDays(8));
        await EstimateAsync(database, SurveyedCycle.Citizens);
        await RefusedAsync(() => ApproveAsync(database, SurveyedCycle.Citizens, 1, People.Of(Role.SurveyManager)), "forbidden");
        await RefusedAsync(() => ApproveAsync(database, SurveyedCycle.Citizens, 1, secondFactor: false), "second_factor_needed");
        await RefusedAsync(() => ApproveAsync(database, SurveyedCycle.Citizens, 1, document: " "), "invalid");
        await RefusedAsync(() => ApproveAsync(database, SurveyedCycle.Citizens, 1, version: 7), "stale");
        await ApproveAsync(database, SurveyedCycle.Citizens, 1);
        await using var db = database.Open();
        Assert.NotNull((await db.Campaigns.SingleAsync(row => row.Code == SurveyedCycle.Citizens, Cancel)).ApprovedAt);
    }

    /// <summary>Two campaigns: citizens of SNV 30 satisfied of 40, STC 35 of 35, STP too few; officials of SNV and STC 75 % each, STP too few.</summary>
    private async Task<int> StartAsync(Database database)
    {
        int id;
        await using (var db = database.Open()) id = (await new ImportCycle(db, clock).RunAsync(small.Folder, CycleState.Open, Cancel)).Cycle!.Value;
        await using (var db = database.Open()) await SurveyedCycle.PlanAsync(db, clock, id, Opens);
        await using (var db = database.Open()) await SurveyedCycle.PlanAsync(db, clock, id, Opens, officials: true);
        var (citizen, official) = (SurveyedCycle.Questionnaire("citizen-service").Form, SurveyedCycle.Questionnaire("officials").Form);
        await using (var db = database.Open())
        {
            SurveyedCycle.Seal(db, SurveyedCycle.Citizens, "SNV", 30, SurveyedCycle.Answers(citizen, 5));
            SurveyedCycle.Seal(db, SurveyedCycle.Citizens, "SNV", 10, SurveyedCycle.Answers(citizen, 2), Channel.Interview, collector: "i1");
            SurveyedCycle.Seal(db, SurveyedCycle.Citizens, "STC", 35, SurveyedCycle.Answers(citizen, 4));
            SurveyedCycle.Seal(db, SurveyedCycle.Citizens, "STP", 12, SurveyedCycle.Answers(citizen, 4));
            foreach (var unit in (string[])["SNV", "STC"]) SurveyedCycle.Seal(db, SurveyedCycle.Officials, unit, 20, SurveyedCycle.Answers(official, 4));
            SurveyedCycle.Seal(db, SurveyedCycle.Officials, "STP", 5, SurveyedCycle.Answers(official, 5));
            await db.SaveChangesAsync(Cancel);
        }

        return id;
    }

    private async Task ExcludeAsync(Database database, string unit, int forms)
    {
        await using var db = database.Open();
        // The dissatisfied ones first.
        foreach (var row in (await db.Responses.Where(row => row.Campaign == SurveyedCycle.Citizens && row.Unit == unit).ToListAsync(Cancel)).OrderByDescending(row => row.Channel).Take(forms))
        {
            db.Add(new DecisionOnResponseRow
            {
                Campaign = row.Campaign,
                Unit = row.Unit,
                Commitment = row.Commitment,
                Decision = ResponseDecision.Exclude,
                Sign = "same_answers",
                Reason = "Phiếu tự điền",
                By = People.Secretary.Account,
                At = clock.GetUtcNow(),
            });
        }

        await db.SaveChangesAsync(Cancel);
    }

    private async Task<int> EstimateAsync(Database database, string code, string? reason = null)
    {
        await using var db = database.Open();
        return await new EstimateSurvey(db, clock).RunAsync(People.Of(Role.SurveyManager), code, AggregationMode.PooledAnswers, new(), reason, Cancel);
    }

    private async Task ApproveAsync(Database database, string code, int number, Person? person = null, bool secondFactor = true, string document = "Biên bản 5/BB-HĐTĐ", int version = 1)
    {
        await using var db = database.Open();
        await new ApproveSurveyResult(db, clock).RunAsync(person ?? People.Chair, code, number, version, document, secondFactor, Cancel);
    }

    private async Task FreezeAsync(Database database, int id, int run)
    {
        await using var db = database.Open();
        await new FreezeRun(db, clock).RunAsync(People.Chair, id, run, 1, secondFactor: true, Cancel);
    }

    private static async Task<IReadOnlyList<FolderFile>> ExportAsync(Database database, int id)
    {
        await using var db = database.Open();
        return await new ExportCycle(db).RunAsync(id, Cancel);
    }

    private static string TextOf(IReadOnlyList<FolderFile> files, string name) => Encoding.UTF8.GetString(files.Single(file => file.Name == name).Content);

    private static async Task RefusedAsync(Func<Task> act, string code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(act)).Refusal.Code);
}
