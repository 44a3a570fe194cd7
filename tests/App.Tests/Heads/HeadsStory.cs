using System.Text;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.Heads;
using ParIndex.App.Results;
using ParIndex.App.Tests.Cycles;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Heads;

/// <summary>The small cycle with heads: SNV (88.50) runs the classification; STC (80.50) and STP (75.24) as the tests need. Its index is frozen.</summary>
internal sealed class HeadsStory : IDisposable
{
    private readonly SmallCycle small = new();

    public HeadsStory() => small.AddHeads();

    public StandingClock Clock { get; } = new(new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero));

    /// <summary>Works in the agency that runs the classification.</summary>
    public static Person Secretary { get; } = People.Secretary with { Account = Guid.NewGuid(), Units = [new("SNV", new(2020, 1, 1), null)] };

    public static Person Head(string unit) => People.Of(Role.UnitHead, unit: unit);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => small.Dispose();

    public async Task<int> ImportAsync(Database database)
    {
        await using var db = database.Open();
        return (await new ImportCycle(db, Clock).RunAsync(small.Folder, CycleState.Open, Cancel)).Cycle!.Value;
    }

    public async Task<int> ComputeAsync(Database database, int id, string? reason = null)
    {
        await using var db = database.Open();
        return (await new ComputeRun(db, Clock).RunAsync(Secretary, id, reason, "test", Cancel)).Number;
    }

    public async Task FreezeAsync(Database database, int id, int run)
    {
        await using var db = database.Open();
        await new FreezeRun(db, Clock).RunAsync(People.Chair, id, run, 1, secondFactor: true, Cancel);
    }

    /// <summary>Imported, computed, frozen.</summary>
    public async Task<int> FrozenAsync(Database database)
    {
        var id = await ImportAsync(database);
        await FreezeAsync(database, id, await ComputeAsync(database, id));
        return id;
    }

    public async Task<int> ClassifyAsync(Database database, int id, string? reason = null, Person? person = null)
    {
        await using var db = database.Open();
        return await new Classify(db, Clock).RunAsync(person ?? Secretary, id, reason, Cancel);
    }

    public async Task HandOverAsync(Database database, int id, int number, string head = "H1")
    {
        await using var db = database.Open();
        await new HandOverHead(db, Clock).RunAsync(People.Chair, id, number, head, "Thanh tra thành phố", "Văn bản 12/HĐTĐ ngày 02/3/2026", 1, Cancel);
    }

    public async Task NoticeAsync(Database database, int id, int number, int hours = 48)
    {
        await using var db = database.Open();
        await new SendHeadNotices(db, Clock).RunAsync(Secretary, id, number, Clock.Now.AddHours(hours), 1, Cancel);
    }

    public async Task HandOverThenNoticeAsync(Database database, int id, int number)
    {
        await HandOverAsync(database, id, number);
        await NoticeAsync(database, id, number);
    }

    public async Task AnswerAsync(Database database, int id, int number, string head, Person person, string words = "Nhiệm vụ chậm do lỗi hệ thống dùng chung", int version = 1)
    {
        await using var db = database.Open();
        await new AnswerClassification(db, Clock).RunAsync(person, id, number, head, words, "Công văn 7/STC", version, Cancel);
    }

    public async Task RuleAsync(Database database, int id, int number, string head, string grade, int version, string? evidence = "Kết luận 3/KL", bool secondFactor = true, Person? person = null)
    {
        await using var db = database.Open();
        await new RuleHead(db, Clock).RunAsync(person ?? People.Chair, id, number, head, grade, "Hội đồng đã xem xét tài liệu", evidence, version, secondFactor, Cancel);
    }

    public async Task ApproveAsync(Database database, int id, int number, bool secondFactor = true, Person? person = null)
    {
        await using var db = database.Open();
        var version = (await db.Classifications.FindAsync([id, number], Cancel))!.Version;
        db.ChangeTracker.Clear();
        await new ApproveClassification(db, Clock).RunAsync(person ?? People.Chair, id, number, "Thống nhất theo biên bản họp", version, secondFactor, Cancel);
    }

    public async Task FactAsync(Database database, int id, string head, string input, string? value, string? document = "Quyết định kỷ luật 5/QĐ", Person? person = null)
    {
        await using var db = database.Open();
        await new EnterHeadFact(db, Clock).RunAsync(person ?? People.Second, id, head, input, value, document, Cancel);
    }

    public static string Text(byte[] content) => Encoding.UTF8.GetString(content);

    public static async Task RefusedAsync(Func<Task> act, string code) => Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(act)).Refusal.Code);
}
