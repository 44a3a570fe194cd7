using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.Heads;
using ParIndex.App.Results;
using ParIndex.App.Tests.Cycles;
using ParIndex.Core.Computation;
using ParIndex.Documents.Cycles;
using ParIndex.Testing;
using static ParIndex.App.Tests.Heads.HeadsStory;

namespace ParIndex.App.Tests.Heads;

public sealed class ClassificationTests : IDisposable
{
    private readonly HeadsStory story = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => story.Dispose();

    [Theory, BothEngines]
    public async Task Heads_are_classified_from_a_frozen_run_alone_and_never_from_two_versions(Engine engine)
    {
        using var database = new Database(engine);
        var id = await story.ImportAsync(database);
        await RefusedAsync(() => story.ClassifyAsync(database, id), "no_frozen_run");
        await story.ComputeAsync(database, id);
        await RefusedAsync(() => story.ClassifyAsync(database, id), "no_frozen_run");
        await story.FreezeAsync(database, id, 1);
        await RefusedAsync(() => story.ClassifyAsync(database, id, person: People.Officer), "forbidden");
        Assert.Equal(1, await story.ClassifyAsync(database, id));

        await using (var db = database.Open())
        {
            var cases = await new ReadClassification(db).CasesAsync(Secretary, id, 1, Cancel);
            // 88.50 and 80.50 are good, 75.24 is completed.
            Assert.Equal([("H1", "SNV", 88.50m, "tot"), ("H2", "STC", 80.50m, "tot"), ("H3", "STP", 75.24m, "hoan_thanh")],
                cases.Select(one => (one.Head, one.Unit, one.Index!.Value, one.Proposed)));
            Assert.Contains(cases[0].Steps, step => step is { Condition: "ceiling.sipas_missing", Fired: true });
        }

        // Computed again and not frozen: which figures count is open.
        await story.ComputeAsync(database, id, "Tính lại theo kết luận kiểm tra");
        await RefusedAsync(() => story.ClassifyAsync(database, id, "Phân loại lại sau khi tính lại"), "index_reopened");
        // Frozen figures that the files no longer give: another version of the program.
        await story.FreezeAsync(database, id, 2);
        await using (var db = database.Open())
            await db.RunUnits.Where(row => row.Run == 2 && row.Unit == "STC").ExecuteUpdateAsync(set => set.SetProperty(row => row.Index, 80.51m), Cancel);
        await RefusedAsync(() => story.ClassifyAsync(database, id, "Phân loại lại sau khi tính lại"), "versions_mixed");
    }

    [Theory, BothEngines]
    public async Task The_head_sees_the_own_case_first_answers_in_time_and_the_chair_rules_and_approves(Engine engine)
    {
        using var database = new Database(engine);
        var id = await story.FrozenAsync(database);
        await story.ClassifyAsync(database, id);
        var (finance, justice) = (Head("STC"), Head("STP"));
        Assert.Null(await OwnAsync(database, id, finance));
        await RefusedAsync(() => story.AnswerAsync(database, id, 1, "H2", finance), "not_found");
        await RefusedAsync(() => story.NoticeAsync(database, id, 1), "no_other_body");
        await story.HandOverAsync(database, id, 1);
        await RefusedAsync(() => story.NoticeAsync(database, id, 1, hours: 23), "until_too_soon");
        await story.NoticeAsync(database, id, 1);
        await RefusedAsync(() => story.NoticeAsync(database, id, 1), "stale");

        Assert.Equal(["H2"], await OwnAsync(database, id, finance));
        Assert.Equal(["H3"], await OwnAsync(database, id, justice));
        Assert.Null(await OwnAsync(database, id, People.Officer));
        await RefusedAsync(() => story.AnswerAsync(database, id, 1, "H2", justice), "not_found");
        await RefusedAsync(() => story.AnswerAsync(database, id, 1, "H2", finance, words: "."), "reason_too_short");
        await story.AnswerAsync(database, id, 1, "H2", finance);
        await RefusedAsync(() => story.AnswerAsync(database, id, 1, "H2", finance), "stale");
        await story.AnswerAsync(database, id, 1, "H2", finance, "Bổ sung: đã khắc phục xong trong năm", version: 2);

        // At most one level, with evidence and a second factor, by the chair.
        await RefusedAsync(() => story.RuleAsync(database, id, 1, "H2", "xuat_sac", 3, person: Secretary), "forbidden");
        await RefusedAsync(() => story.RuleAsync(database, id, 1, "H2", "xuat_sac", 3, secondFactor: false), "second_factor_needed");
        await RefusedAsync(() => story.RuleAsync(database, id, 1, "H2", "khong_hoan_thanh", 3), "ruling_not_applied");
        await RefusedAsync(() => story.RuleAsync(database, id, 1, "H2", "xuat_sac", 3, evidence: " "), "invalid");
        story.Clock.Now = story.Clock.Now.AddHours(47);
        await RefusedAsync(() => story.ApproveAsync(database, id, 1), "answers_open");
        story.Clock.Now = story.Clock.Now.AddHours(1);
        await RefusedAsync(() => story.AnswerAsync(database, id, 1, "H3", justice), "answers_closed");
        await RefusedAsync(() => story.ApproveAsync(database, id, 1), "answers_unruled");
        await story.RuleAsync(database, id, 1, "H2", "xuat_sac", 3);
        await RefusedAsync(() => story.ApproveAsync(database, id, 1, person: Secretary), "forbidden");
        await RefusedAsync(() => story.ApproveAsync(database, id, 1, secondFactor: false), "second_factor_needed");
        await story.ApproveAsync(database, id, 1);
        await RefusedAsync(() => story.RuleAsync(database, id, 1, "H3", "tot", 1), "classification_approved");

        await using var db = database.Open();
        var cycle = await new LoadCycle(db).RunAsync(id, Cancel);
        var read = new ReadClassification(db);
        var approved = (await read.ApprovedAsync(cycle, Cancel))!;
        Assert.Equal([("H1", "tot"), ("H2", "xuat_sac"), ("H3", "hoan_thanh")], approved.Grades.Select(one => (one.Head, one.Grade)));
        Assert.Equal((1, true), (approved.Row.Run, approved.Published));
        // The frozen folder with the approved heads computes to the frozen index and the approved grades.
        var folder = Path.Combine(database.Folder, "approved");
        ExportCycle.Write(await read.ApprovedFilesAsync(approved, Cancel), folder);
        var result = Computing.Compute(CycleFolder.Read(folder).Input!, "test");
        Assert.Equal(["tot", "xuat_sac", "hoan_thanh"], result.Heads.Select(head => head.Grade));
        Assert.Equal([88.50m, 80.50m, 75.24m], result.Units.Select(unit => unit.Published!.Value));
        Assert.Contains("Kết luận 3/KL", Text(approved.Row.Heads), StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_fact_needs_its_document_fails_a_head_and_makes_the_classification_stale(Engine engine)
    {
        using var database = new Database(engine);
        var id = await story.FrozenAsync(database);
        await story.ClassifyAsync(database, id);
        await RefusedAsync(() => story.FactAsync(database, id, "H2", "head_disciplined", "yes", document: " "), "invalid");
        await RefusedAsync(() => story.FactAsync(database, id, "H2", "head_disciplined", "maybe"), "invalid");
        await RefusedAsync(() => story.FactAsync(database, id, "H2", "plan_task_rate", "101"), "invalid");
        await RefusedAsync(() => story.FactAsync(database, id, "H2", "par_index", "99"), "unknown_fact");
        await RefusedAsync(() => story.FactAsync(database, id, "H9", "head_disciplined", "yes"), "not_found");
        await RefusedAsync(() => story.FactAsync(database, id, "H2", "head_disciplined", "yes", person: People.Officer), "forbidden");
        await story.FactAsync(database, id, "H2", "head_disciplined", "yes");
        await story.FactAsync(database, id, "H3", "overdue_rate", "12,5");
        Assert.Equal(["H202", "H203"], await BlockingAsync(database, id));
        await RefusedAsync(() => story.HandOverThenNoticeAsync(database, id, 1), "classification_stale");
        await RefusedAsync(() => story.ClassifyAsync(database, id), "reason_too_short");
        Assert.Equal(2, await story.ClassifyAsync(database, id, "Bổ sung quyết định kỷ luật"));

        await using var db = database.Open();
        var cases = await new ReadClassification(db).CasesAsync(People.Chair, id, 2, Cancel);
        Assert.Equal(["tot", "khong_hoan_thanh", "khong_hoan_thanh"], cases.Select(one => one.Proposed));
        Assert.Contains(cases[1].Steps, step => step is { Condition: "fail.head_disciplined", Fired: true });
        Assert.Contains(cases[2].Steps, step => step is { Condition: "down.overdue_over_10", Value: "overdue_rate=12.5", Fired: true });
        Assert.Equal("Quyết định kỷ luật 5/QĐ", (await db.HeadFacts.SingleAsync(fact => fact.Head == "H2" && fact.Input == "head_disciplined", Cancel)).Document);
    }

    [Theory, BothEngines]
    public async Task Nobody_lifts_a_head_out_of_a_failing_condition(Engine engine)
    {
        using var database = new Database(engine);
        var id = await story.FrozenAsync(database);
        await story.FactAsync(database, id, "H2", "head_disciplined", "yes");
        await story.ClassifyAsync(database, id);
        await story.HandOverThenNoticeAsync(database, id, 1);
        await RefusedAsync(() => story.RuleAsync(database, id, 1, "H2", "hoan_thanh", 1), "ruling_not_applied");
        await story.RuleAsync(database, id, 1, "H2", "khong_hoan_thanh", 1, evidence: null);
    }

    [Theory, BothEngines]
    public async Task The_agency_that_classifies_keeps_its_hands_off_its_own_head(Engine engine)
    {
        using var database = new Database(engine);
        var id = await story.FrozenAsync(database);
        await RefusedAsync(() => story.FactAsync(database, id, "H1", "reports_late", "1", person: Secretary), "own_unit");
        await story.FactAsync(database, id, "H2", "reports_late", "1", person: Secretary);
        await story.ClassifyAsync(database, id);
        var chairOfIt = People.Chair with { Account = Guid.NewGuid(), Units = [new("SNV", new(2020, 1, 1), null)] };
        await using (var db = database.Open())
        {
            var cases = await new ReadClassification(db).CasesAsync(People.Of(Role.Observer), id, 1, Cancel);
            Assert.Equal([true, false, false], cases.Select(one => one.Recused));
            await RefusedAsync(() => new HandOverHead(db, story.Clock).RunAsync(chairOfIt, id, 1, "H1", "Thanh tra", "Văn bản 1", 1, Cancel), "own_unit");
            await RefusedAsync(() => new HandOverHead(db, story.Clock).RunAsync(Secretary, id, 1, "H1", "Thanh tra", "Văn bản 1", 1, Cancel), "forbidden");
        }

        await RefusedAsync(() => story.HandOverAsync(database, id, 1, "H2"), "not_own_agency");
        await story.HandOverThenNoticeAsync(database, id, 1);
        await RefusedAsync(() => story.RuleAsync(database, id, 1, "H1", "tot", 2, person: chairOfIt), "own_unit");
        await using var after = database.Open();
        var handed = await after.HeadCases.SingleAsync(one => one.Head == "H1", Cancel);
        Assert.Equal(("Thanh tra thành phố", "Văn bản 12/HĐTĐ ngày 02/3/2026"), (handed.Body, handed.BodyDocument));
    }

    [Theory, BothEngines]
    public async Task Computing_the_index_again_or_opening_a_phase_again_makes_an_approved_classification_stale(Engine engine)
    {
        using var database = new Database(engine);
        var id = await story.FrozenAsync(database);
        Assert.Equal(["H201"], await BlockingAsync(database, id));
        await story.ClassifyAsync(database, id);
        Assert.Equal(["H202"], await BlockingAsync(database, id));
        await story.HandOverThenNoticeAsync(database, id, 1);
        story.Clock.Now = story.Clock.Now.AddHours(48);
        await story.ApproveAsync(database, id, 1);
        Assert.Empty(await BlockingAsync(database, id));

        await using (var db = database.Open())
        {
            db.Add(new ReopeningRow
            {
                Id = Guid.NewGuid(),
                Cycle = id,
                Phase = Phase.Council,
                Reason = "Mở lại theo kiến nghị",
                Until = story.Clock.Now.AddDays(1),
                ProposedBy = Guid.NewGuid(),
                ProposedAt = story.Clock.Now,
                ConfirmedBy = Guid.NewGuid(),
                ConfirmedAt = story.Clock.Now,
            });
            await db.SaveChangesAsync(Cancel);
        }

        Assert.Equal(["H203"], await BlockingAsync(database, id));
        await using (var db = database.Open()) await db.Reopenings.ExecuteDeleteAsync(Cancel);
        Assert.Empty(await BlockingAsync(database, id));
        await story.ComputeAsync(database, id, "Tính lại theo kết luận kiểm tra");
        Assert.Equal(["H203"], await BlockingAsync(database, id));
        await using var last = database.Open();
        Assert.Null(await new ReadClassification(last).ApprovedAsync(await new LoadCycle(last).RunAsync(id, Cancel), Cancel));
    }

    [Theory, BothEngines]
    public async Task Nobody_but_the_desk_and_the_head_sees_a_grade_not_even_in_the_frozen_package(Engine engine)
    {
        using var database = new Database(engine);
        var id = await story.FrozenAsync(database);
        await story.ClassifyAsync(database, id);
        await story.HandOverThenNoticeAsync(database, id, 1);
        Person[] others =
        [
            People.Officer, People.Of(Role.UnitOfficer, unit: "STP"), Head("SNV"), People.Of(Role.Appraiser, department: "SNV"), People.Of(Role.CouncilMember),
            People.Of(Role.Clerk), People.Of(Role.Administrator), People.Of(Role.SurveyManager),
        ];
        await using var db = database.Open();
        var (read, cycle) = (new ReadClassification(db), await new LoadCycle(db).RunAsync(id, Cancel));
        foreach (var person in others)
        {
            await RefusedAsync(() => read.LatestAsync(person, cycle, Cancel), "not_found");
            await RefusedAsync(() => read.CasesAsync(person, id, 1, Cancel), "not_found");
            Assert.DoesNotContain("H2", await OwnAsync(database, id, person) ?? []);
        }

        Assert.All(await db.Notices.ToListAsync(Cancel), notice => Assert.DoesNotContain("tot", notice.Words.Vi, StringComparison.Ordinal));
        var (seen, hidden) = (await ExportCycle.UnzipAsync(await new ReadRuns(db).PackageAsync(Secretary, id, 1, Cancel), Cancel),
            await ExportCycle.UnzipAsync(await new ReadRuns(db).PackageAsync(People.Of(Role.CouncilMember), id, 1, Cancel), Cancel));
        Assert.Equal(["cycle/heads.csv", "results/heads.csv"], seen.Select(file => file.Name).Except(hidden.Select(file => file.Name)));
    }

    private static async Task<IReadOnlyList<string>?> OwnAsync(Database database, int id, Person person)
    {
        await using var db = database.Open();
        var own = await new ReadClassification(db).OwnAsync(person, await new LoadCycle(db).RunAsync(id, Cancel), new(2026, 3, 2), Cancel);
        return own is { } found ? [.. found.Cases.Select(one => one.Head)] : null;
    }

    private static async Task<IEnumerable<string>> BlockingAsync(Database database, int id)
    {
        await using var db = database.Open();
        return (await new ReadClassification(db).BlockingAsync(await new LoadCycle(db).RunAsync(id, Cancel), Cancel)).Select(finding => finding.Code);
    }
}
