using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Campaigns;
using ParIndex.App.Cycles;
using ParIndex.App.Sampling;
using ParIndex.App.Storage;
using ParIndex.Core.Sampling;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Sampling;

/// <summary>A campaign of the small cycle with a manager, and a frame to draw from.</summary>
internal sealed class SurveyStory : IAsyncDisposable
{
    public const string Code = "sipas-nho";

    private SurveyStory(Engine engine) => Database = new(engine);

    public Database Database { get; }

    public Person Manager { get; } = new(Guid.NewGuid(), "Quản lý khảo sát", null, [new(Role.SurveyManager)], []);

    public SurveySeals Seals { get; } = new(new EphemeralDataProtectionProvider());

    public MovedClock Clock { get; } = new(new(2021, 11, 1, 9, 0, 0, TimeSpan.FromHours(7)));

    public DateTimeOffset Now => Clock.GetUtcNow();

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<SurveyStory> BeginAsync(Engine engine)
    {
        var story = new SurveyStory(engine);
        await using var db = story.Database.Open();
        using var folder = new SmallCycle();
        var imported = await new ImportCycle(db, TimeProvider.System).RunAsync(folder.Folder, CycleState.Open, Cancel);
        Assert.NotNull(imported.Cycle);
        var year = await db.Cycles.Where(row => row.Id == imported.Cycle).Select(row => row.Year).SingleAsync(Cancel);
        Assert.Equal(story.Now.Year, year);
        await new CreateCampaign(db, story.Clock).RunAsync(story.Manager, new(imported.Cycle!.Value, Code, year, CampaignPurpose.Satisfaction, new("Khảo sát nhỏ", "Small survey"), new("Sở Nội vụ", "Home Affairs"),
            File.ReadAllBytes(Repository.Path("questionnaires", "citizen-service.json")), story.Now.AddDays(5), story.Now.AddDays(20)), Cancel);
        return story;
    }

    /// <summary>A frame of so many dossiers of one unit, as CSV.</summary>
    public string Frame(int count, string unit = "STC", int persons = int.MaxValue, string more = "")
    {
        var text = new StringBuilder("Mã hồ sơ,Mã đơn vị,Mã thủ tục,Ngày trả kết quả,Kênh nộp,Cụm,Số định danh,Họ tên,Điện thoại,Địa chỉ\n");
        for (var i = 0; i < count; i++)
            text.Append(CultureInfo.InvariantCulture, $"HS-{unit}-{i:0000},{unit},1.00{i % 4},{1 + (i % 28):00}/{1 + (i % 10):00}/{Now.Year},{(i % 3 == 0 ? "Trực tuyến" : "Trực tiếp")},Quầy {i % 3},,Người {i % persons},09{i % persons:00000000},Số {i} phố Thử\n");
        return text.Append(more).ToString();
    }

    public async Task<ReadFrame> TakeAsync(string csv)
    {
        await using var db = Database.Open();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return await new SetFrame(db, Seals, Clock).RunAsync(Manager, Code, file, Cancel);
    }

    public async Task DrawAsync(int count = 900, SamplePlan? plan = null)
    {
        Assert.Empty((await TakeAsync(Frame(count))).Faults);
        await using var db = Database.Open();
        await new PlanSample(db, Clock).RunAsync(Manager, Code, 0, new(plan ?? new(), Channel.Web), Cancel);
        await new CommitSeed(db, Seals, Clock).RunAsync(Manager, Code, Cancel);
        await new DrawSample(db, Seals, Clock).RunAsync(Manager, Code, null, Cancel);
    }

    public IssueLinks Issue(IndexDb db) => new(db, new(db, Clock), Seals, Clock);

    public ReplaceCase Replace(IndexDb db) => new(db, Issue(db), Seals, Clock);

    public ValueTask DisposeAsync()
    {
        Database.Dispose();
        return ValueTask.CompletedTask;
    }
}
