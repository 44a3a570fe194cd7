using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.App.Tests.Cycles;
using ParIndex.App.Tests.SelfAssessment;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Appraisal;

/// <summary>SNV has handed in; two appraisers and a lead of VPUB, one of them once of SNV, and a council of three.</summary>
internal sealed class AppraisalStory(Database database, Officers officers)
{
    public const string Reason = "Kế hoạch ban hành chậm 3 ngày so với quy định";

    public Officers Officers => officers;

    public int Cycle => officers.Cycle;

    public StandingClock Clock => officers.Clock;

    public Person First { get; private set; } = null!;

    public Person Second { get; private set; } = null!;

    /// <summary>Appraises for VPUB, but worked in SNV.</summary>
    public Person OfSnv { get; private set; } = null!;

    public Person Chair { get; private set; } = null!;

    public IReadOnlyList<Person> Members { get; private set; } = [];

    public static async Task<AppraisalStory> BeginAsync(Database database)
    {
        var cancel = TestContext.Current.CancellationToken;
        var officers = await Officers.AtWorkAsync(database);
        await officers.EnterAllAsync();
        await officers.SubmitAsync();
        await using (var db = database.Open())
        {
            var row = await db.Cycles.AsTracking().SingleAsync(cancel);
            row.Settings = row.Settings.Replace("\"kind\": \"explanation\" }", "\"kind\": \"explanation\" }, { \"code\": \"appraisal2\", \"name\": { \"vi\": \"Thẩm định lần 2\", \"en\": \"Second appraisal\" }, \"kind\": \"appraisal\" }, { \"code\": \"council\", \"name\": { \"vi\": \"Hội đồng\", \"en\": \"Council\" }, \"kind\": \"council\" }", StringComparison.Ordinal);
            var at = PreparedCycle.Closes;
            foreach (var (phase, stage) in new[] { (Phase.FirstAppraisal, "appraisal"), (Phase.Explanation, "explanation"), (Phase.SecondAppraisal, "appraisal2"), (Phase.Council, "council") })
            {
                db.Add(new PhaseRow { Cycle = row.Id, Phase = phase, Stage = stage, Opens = at, Closes = at.AddDays(10) });
                at = at.AddDays(10);
            }

            foreach (var leaf in new[] { "1.1.1", "1.2.1" }) db.Add(new AssignmentRow { Cycle = row.Id, File = "framework.json", Leaf = leaf, Department = "VPUB" });
            await db.SaveChangesAsync(cancel);
        }

        var story = new AppraisalStory(database, officers);
        story.First = await story.AddAsync("first", Role.Appraiser, "VPUB");
        story.Second = await story.AddAsync("second", Role.Appraiser, "VPUB");
        story.OfSnv = await story.AddAsync("of-snv", Role.Appraiser, "VPUB", memberOf: "SNV");
        story.Chair = await story.AddAsync("chair", Role.CouncilChair);
        story.Members = [story.Chair, await story.AddAsync("m1", Role.CouncilMember), await story.AddAsync("m2", Role.CouncilMember, memberOf: "SNV")];
        story.To(Phase.FirstAppraisal);
        return story;
    }

    /// <summary>Moves the clock into a phase.</summary>
    public void To(Phase phase) => Clock.Now = PreparedCycle.Closes.AddDays((10 * ((int)phase - 1)) + 2);

    public async Task ScoreAsync(Person by, string leaf, string points, string? reason = Reason, int? seen = 1, string unit = "SNV")
    {
        await using var db = database.Open();
        await new GiveScores(db, Clock).RunAsync(by, Cycle, [new(unit, leaf, points, reason, seen)], TestContext.Current.CancellationToken);
    }

    public async Task<T> InAsync<T>(Func<IndexDb, CancellationToken, Task<T>> act)
    {
        await using var db = database.Open();
        return await act(db, TestContext.Current.CancellationToken);
    }

    public async Task InAsync(Func<IndexDb, CancellationToken, Task> act)
    {
        await using var db = database.Open();
        await act(db, TestContext.Current.CancellationToken);
    }

    public Task<List<string>> ActsAsync(string leaf) => InAsync(async (db, cancel) =>
        (await db.Acts.Where(act => act.Leaf == leaf).OrderBy(act => act.Seq).ToListAsync(cancel)).Select(act => $"{act.Seq} {act.Stage} {act.Points?.ToString() ?? "-"}").ToList());

    public Task<Guid> ComplainAsync(string leaf, string claimed) => InAsync((db, cancel) => new Complaints(db, Clock).MakeAsync(
        Officers.Officer, Cycle, "SNV", leaf, ComplaintGround.RuleMisread, claimed, "Quy tắc của Bộ chỉ số tính khác", cancel));

    public Task DecideAsync(Person by, Guid complaint, ComplaintDecision decision, string? points = null, int? version = 1) => InAsync((db, cancel) =>
        new Complaints(db, Clock).DecideAsync(by, Cycle, "SNV", complaint, version, decision, points, "Đối chiếu lại tài liệu đã nộp", "Bộ chỉ số, mục 1.1.1", cancel));

    private async Task<Person> AddAsync(string login, Role role, string? department = null, string? memberOf = null) => await InAsync(async (db, cancel) =>
    {
        await new MakeDemoPeople(db, TimeProvider.System).RunAsync([new(login, login, login, role, Department: department, MemberOf: memberOf)], cancel);
        var email = $"{login}@trinh-dien.invalid";
        var id = await db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync(cancel);
        return (await new LoadPerson(db).RunAsync(id, cancel))!;
    });
}
