using System.Globalization;
using Microsoft.AspNetCore.Builder;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Year;

/// <summary>
/// A site whose last year is published and whose clock is moved from phase to phase, on either database, with everybody who takes part in a year.
/// </summary>
internal sealed class YearSite : IAsyncDisposable
{
    /// <summary>The cast beside the demonstration's: three units are scored, one of them a department that appraises.</summary>
    private static readonly DemoPerson[] Others =
    [
        new("91-snv", "Đầu mối, Sở Nội vụ", "Nhập số liệu", Role.UnitOfficer, Unit: "SNV", MemberOf: "SNV"),
        new("92-snv", "Giám đốc Sở Nội vụ", "Nộp", Role.UnitHead, Unit: "SNV", MemberOf: "SNV"),
        new("93-stc", "Giám đốc Sở Tài chính", "Nộp", Role.UnitHead, Unit: "STC", MemberOf: "STC"),
        new("94-stp", "Đầu mối, Sở Tư pháp", "Nhập số liệu", Role.UnitOfficer, Unit: "STP", MemberOf: "STP"),
        new("95-stp", "Giám đốc Sở Tư pháp", "Nộp", Role.UnitHead, Unit: "STP", MemberOf: "STP"),
        new("96-thay", "Chuyên viên thẩm định thay", "Thẩm định Sở Nội vụ", Role.Appraiser, Department: "SNV"),
    ];

    private readonly SmallCycle small = new();
    private WebApplication site = null!;

    private YearSite(Engine engine) => Database = new(engine);

    public Database Database { get; }

    public MovedClock Clock { get; } = new(DateTimeOffset.UtcNow);

    public string Address { get; private set; } = "";

    public static async Task<YearSite> StartAsync(Engine engine)
    {
        var year = new YearSite(engine);
        year.small.Change("cycle.json", "\"kind\": \"explanation\" }", """
            "kind": "explanation" },
            { "code": "appraisal2", "name": { "vi": "Thẩm định lần 2", "en": "Second appraisal" }, "kind": "appraisal" },
            { "code": "council", "name": { "vi": "Hội đồng thẩm định", "en": "Council" }, "kind": "council" }
            """);
        await using (var db = year.Database.Open()) await new MakeDemoPeople(db, year.Clock).RunAsync([.. DemoPeople.All, .. Others], default);
        await using (var db = year.Database.Open()) await new ImportCycle(db, year.Clock).RunAsync(year.small.Folder, CycleState.Published, default);
        year.site = Site.Build(new()
        {
            Database = year.Database.Path,
            Postgres = year.Database.Connection,
            Files = year.Database.Folder,
            Urls = ["http://127.0.0.1:0"],
            Hosts = ["127.0.0.1"],
            Clock = year.Clock,
            Demo = true,
        });
        await year.site.StartAsync();
        year.Address = year.site.Urls.First();
        return year;
    }

    /// <summary>This year's framework: units enter what was read from systems the year before.</summary>
    public static byte[] Framework { get; } = System.Text.Encoding.UTF8.GetBytes(
        SmallCycle.Files["framework.json"].Replace("\"computed\"", "\"appraisal\"", StringComparison.Ordinal).Replace("\"version\": \"1\"", "\"version\": \"2\"", StringComparison.Ordinal));

    /// <summary>A day from now as people type it.</summary>
    public string Day(int days) => Vietnam(Clock.GetUtcNow().AddDays(days)).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) + " 17:00";

    private static DateTimeOffset Vietnam(DateTimeOffset moment) => moment.ToOffset(TimeSpan.FromHours(7));

    public async ValueTask DisposeAsync()
    {
        await site.StopAsync();
        await site.DisposeAsync();
        Database.Dispose();
        small.Dispose();
    }
}
