using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Council;
using ParIndex.App.Cycles;
using ParIndex.App.Library;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Testing;
using ParIndex.Web.Tests.Access;

namespace ParIndex.Web.Tests;

/// <summary>
/// A site with a cycle at work on either database: three units, everybody who takes part, something to do for each of them, and a clock that is moved
/// from phase to phase. Every right holds in this cycle alone; beside it stands another, in which nobody has any.
/// </summary>
internal sealed class WorkSite : IAsyncDisposable
{
    public const string K = "small-2021", OtherCycle = "khac-2021", Own = "STC", Other = "SNV", Handed = "STP", Words = "canary-7d3f";

    /// <summary>The object of each kind that a unit, or the council, has.</summary>
    public static readonly Guid Document = Id(1), Question = Id(2), Claim = Id(3), FollowUp = Id(4), Initiative = Id(5), Reopening = Id(6), Grant = Id(7), Nothing = Id(99);

    /// <summary>People who score or are scored here, beside the cast of the demonstration.</summary>
    public static readonly IReadOnlyList<DemoPerson> Others =
    [
        new("95-thay", "Chuyên viên thẩm định thay", "Thẩm định Sở Nội vụ", Role.Appraiser, Department: "SNV"),
        new("96-snv", "Đầu mối, Sở Nội vụ", "Nhập", Role.UnitOfficer, Unit: Other, MemberOf: Other),
        new("97-stc", "Đầu mối, Sở Tài chính", "Nhập", Role.UnitOfficer, Unit: Own, MemberOf: Own),
        new("98-stc", "Giám đốc Sở Tài chính", "Nộp", Role.UnitHead, Unit: Own, MemberOf: Own),
        new("99-stp", "Giám đốc Sở Tư pháp", "Nộp", Role.UnitHead, Unit: Handed, MemberOf: Handed),
    ];

    private readonly List<WebApplication> sites = [];

    private WorkSite(Engine engine) => Database = new(engine);

    public Database Database { get; }

    /// <summary>Stands on the second day of self-assessment.</summary>
    public StandingClock Clock { get; } = new(new DateTimeOffset(DateTimeOffset.UtcNow.Ticks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero));

    public DateTimeOffset Opens { get; private set; }

    public WebApplication Site => sites[0];

    public int Cycle { get; private set; }

    public string EvidenceFolder => Path.Combine(Database.Folder, "evidence");

    public static async Task<WorkSite> StartAsync(Engine engine = Engine.Sqlite, int nodes = 1)
    {
        var work = new WorkSite(engine);
        work.Opens = work.Clock.Now.AddDays(-1);
        await work.PrepareAsync();
        for (var node = 0; node < nodes; node++)
        {
            var site = Web.Site.Build(new()
            {
                Database = work.Database.Path,
                Postgres = work.Database.Connection,
                Files = work.Database.Folder,
                Urls = ["http://127.0.0.1:0"],
                PublicAddress = "http://par.example",
                Clock = work.Clock,
                Demo = true,
                SignInBurst = 100_000,
            });
            await site.StartAsync();
            work.sites.Add(site);
        }

        return work;
    }

    public IndexDb Open() => Database.Open();

    /// <summary>Moves to the second day of a phase; five: all are over.</summary>
    public void To(Phase phase) => Clock.Now = Opens.AddDays((10 * (int)phase) + 1);

    public async Task MoveAsync(CycleState state)
    {
        await using var db = Open();
        await db.Cycles.Where(row => row.Id == Cycle).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state));
    }

    public HttpClient Client(int node = 0, System.Net.CookieContainer? cookies = null) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new() }) { BaseAddress = new Uri(sites[node].Urls.First()) };

    /// <summary>Somebody of the cast, signed in.</summary>
    public async Task<HttpClient> AsAsync(string login, int node = 0, System.Net.CookieContainer? cookies = null)
    {
        var client = Client(node, cookies);
        await Visitor.SwitchAsync(client, Database, login, Cancel);
        return client;
    }

    /// <summary>What a form of this person has to carry.</summary>
    public static async Task<string> TokenAsync(HttpClient client) =>
        ((AngleSharp.Html.Dom.IHtmlInputElement)(await Visitor.PageAsync(client, "/noi-bo", Cancel)).QuerySelector("input[name=__RequestVerificationToken]")!).Value;

    /// <summary>Sends a form without looking at its page first.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string token, params (string Name, string Value)[] fields) =>
        await client.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent([.. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)), new("__RequestVerificationToken", token)]), Cancel);

    /// <summary>Everything that stands in the database but for sessions, keys and refusals, as one hash.</summary>
    public async Task<string> StateAsync()
    {
        await using var db = Open();
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        await db.Database.OpenConnectionAsync(Cancel);
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            if (table is "Sessions" or "DataProtectionKeys" or "SecurityEvents") continue;
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Tables of the model.
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync(Cancel);
            var rows = new List<string>();
            while (await reader.ReadAsync(Cancel))
                rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(table + string.Join('\n', rows.Order(StringComparer.Ordinal))));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var site in sites) await site.DisposeAsync();
        Database.Dispose();
    }

    private static Guid Id(int number) => new($"00000000-0000-0000-0000-{number:000000000000}");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task PrepareAsync()
    {
        using var small = new SmallCycle();
        small.AddHeads();
        small.Change("cycle.json", "\"kind\": \"explanation\" }", """
            "kind": "explanation" },
            { "code": "appraisal2", "name": { "vi": "Thẩm định lần 2", "en": "Second appraisal" }, "kind": "appraisal" },
            { "code": "council", "name": { "vi": "Hội đồng thẩm định", "en": "Council" }, "kind": "council" }
            """).Change("acts.csv", "STP,1.1.1,appraisal,1,,,Tổ thẩm định,2022-01-20T10:00:00+07:00\n", "").Change("acts.csv", "Thiếu một kết luận", Words);
        await using (var db = Open()) await new MakeDemoPeople(db, Clock).RunAsync([.. DemoPeople.All, .. Others], default);
        await using (var db = Open()) Cycle = (await new ImportCycle(db, Clock).RunAsync(small.Folder, CycleState.Open, default)).Cycle!.Value;
        small.Change("cycle.json", "\"small-2021\"", $"\"{OtherCycle}\"");
        await using (var db = Open()) await new ImportCycle(db, Clock).RunAsync(small.Folder, CycleState.Open, default);
        await using (var db = Open())
        {
            var now = Clock.Now;
            foreach (var (phase, stage) in new[] { (Phase.SelfAssessment, "self"), (Phase.FirstAppraisal, "appraisal"), (Phase.Explanation, "explanation"), (Phase.SecondAppraisal, "appraisal2"), (Phase.Council, "council") })
                db.Add(new PhaseRow { Cycle = Cycle, Phase = phase, Stage = stage, Opens = Opens.AddDays(10 * (int)phase), Closes = Opens.AddDays(10 * ((int)phase + 1)) });
            // Rights hold in this cycle alone; who administers does so everywhere.
            foreach (var grant in await db.Grants.AsTracking().Where(row => row.Role != Role.Administrator).ToListAsync()) grant.Cycle = Cycle;
            var people = await db.Users.ToDictionaryAsync(row => row.UserName![..2], row => row.Id);
            foreach (var row in await db.Assignments.AsTracking().Where(row => row.Cycle == Cycle).ToListAsync()) (row.Account, row.Substitute) = row.Department == "SNV" ? (people["03"], people["95"]) : (people["04"], (Guid?)null);
            foreach (var entry in await db.Entries.AsTracking().Where(row => row.Cycle == Cycle).ToListAsync())
            {
                if (entry.Unit == Own) (entry.State, entry.Explanation) = (EntryState.Ready, "Hồ sơ lưu tại văn thư");
                if (entry.Unit == Other) (entry.Claimed, entry.Explanation, entry.NoteToAppraiser) = (Points.Of(2.3125m), Words, Words);
            }

            // The head of one unit is, for a while, that of another as well, which has handed in.
            var more = await db.Grants.SingleAsync(row => row.Account == people["98"]);
            (more.Id, more.Unit, more.Cycle) = (Guid.NewGuid(), Handed, Cycle);
            db.Add(more);
            // A right that waits for another administrator.
            db.Add(new GrantRow { Id = Grant, Account = people["96"], Role = Role.Clerk, ProposedBy = people["15"], ProposedAt = now, Reason = "Theo phân công mới" });
            var council = new[] { people["07"], people["08"], people["17"], people["18"] };
            db.Add(new MeetingRow { Cycle = Cycle, Number = 1, Title = "Phiên họp một", At = now, State = MeetingState.Called, Members = [.. council], Present = [], Version = 1 });
            db.Add(new MeetingRow { Cycle = Cycle, Number = 2, Title = "Phiên họp hai", At = now, State = MeetingState.Sitting, Members = [.. council], Present = [.. council], Version = 1 });
            db.Add(new CaseRow { Cycle = Cycle, Meeting = 2, Unit = Own, Leaf = "1.1.1", Order = 1, Proposed = Points.Of(1), Words = "Còn khác ý kiến", OpenedAt = now });
            db.Add(new SubmissionRow { Cycle = Cycle, Unit = Handed, Number = 1, Receipt = "TDG-STP-1", By = people["99"], At = now, Sha256 = new string('0', 64), Content = [1] });
            foreach (var unit in new[] { Own, Other })
            {
                db.Add(new EvidenceRow { Cycle = Cycle, Unit = unit, Id = Document, Number = "09/BC", Title = unit == Other ? Words : "Báo cáo", By = people["97"], At = now });
                db.Add(new EvidenceUseRow { Cycle = Cycle, Unit = unit, Leaf = "1.1.1", Evidence = Document, By = people["97"], At = now });
                db.Add(new ExplanationRow { Cycle = Cycle, Unit = unit, Leaf = "1.2.1", Id = Question, Question = unit == Other ? Words : "Ban hành ngày nào?", AskedBy = people["03"], AskedAt = now, Due = Opens.AddDays(30) });
                db.Add(new FollowUpRow { Unit = unit, Id = FollowUp, Cycle = Cycle, Kind = FollowUpKind.Inspection, What = unit == Other ? Words : "Niêm yết thủ tục", Document = "05/TB", By = people["06"], At = now, Proof = "45/KH" });
                db.Add(new InitiativeRow { Cycle = Cycle, Unit = unit, Id = Initiative, Title = unit == Other ? Words : "Sáng kiến", Document = "11/QĐ", Date = new(2021, 5, 5), Issuer = "Hội đồng", By = people["97"], At = now });
                db.Add(new ComplaintRow { Cycle = Cycle, Unit = unit, Leaf = "1.2.1", Id = Claim, Ground = ComplaintGround.WrongFigures, Claimed = Points.Of(2.25m), Words = unit == Other ? Words : "Số liệu chưa đúng", By = people["97"], At = now, FirstReader = people["03"], Version = 1 });
            }

            db.Add(new ReopeningRow { Id = Reopening, Cycle = Cycle, Phase = Phase.SelfAssessment, Unit = "STP", Reason = "Nhập nhầm số liệu", Until = Opens.AddDays(100), ProposedBy = people["06"], ProposedAt = now });
            await db.SaveChangesAsync();
            foreach (var unit in new[] { Own, Other })
            {
                var content = System.Text.Encoding.UTF8.GetBytes($"%PDF-1.7\n% {unit}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
                var kept = await new FileStore(EvidenceFolder).KeepAsync(new MemoryStream(content), default);
                db.Add(new EvidenceFileRow
                {
                    Cycle = Cycle,
                    Unit = unit,
                    Evidence = Document,
                    Revision = 1,
                    Sha256 = kept.Sha256,
                    Length = kept.Length,
                    FileName = unit == Other ? Words + ".pdf" : "bao-cao.pdf",
                    MediaType = "application/pdf",
                    State = FileState.Clean,
                    By = people["97"],
                    At = now,
                });
            }

            await db.SaveChangesAsync();
        }
    }
}
