using ParIndex.App.Accounts;
using ParIndex.App.Heads;
using ParIndex.App.Tests.Cycles;
using ParIndex.Testing;
using static ParIndex.App.Tests.Heads.HeadsStory;

namespace ParIndex.App.Tests.Heads;

public sealed class HeadPostTests : IDisposable
{
    private readonly HeadsStory story = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => story.Dispose();

    [Theory, BothEngines]
    public async Task Two_heads_of_one_unit_follow_each_other_and_each_is_a_case_of_its_own(Engine engine)
    {
        using var database = new Database(engine);
        var id = await story.FrozenAsync(database);
        var next = new HeadPost("Quyền Giám đốc Sở Tư pháp", null, new(2021, 5, 1), null, "Quyết định 40/QĐ", null);
        await RefusedAsync(() => SaveAsync(database, "STP", null, next), "invalid");
        await RefusedAsync(() => SaveAsync(database, "STP", null, next, People.Officer), "forbidden");
        await RefusedAsync(() => SaveAsync(database, "XYZ", null, next), "not_found");
        var first = new HeadPost("Giám đốc Sở Tư pháp", "Director of Justice", new(2020, 1, 1), new(2021, 4, 30), "Quyết định 12/QĐ", null);
        await RefusedAsync(() => SaveAsync(database, "STP", "H3", first with { To = new(2019, 1, 1) }), "invalid");
        await RefusedAsync(() => SaveAsync(database, "STP", "H3", first with { Document = " " }), "invalid");
        await SaveAsync(database, "STP", "H3", first);
        Assert.Equal("STP-2", await SaveAsync(database, "STP", null, next));

        await story.FactAsync(database, id, "STP-2", "self_report_submitted", "yes", "Báo cáo 9/BC");
        await story.ClassifyAsync(database, id);
        await using var db = database.Open();
        var cases = await new ReadClassification(db).CasesAsync(People.Chair, id, 1, Cancel);
        // Months in post come from heads.csv where it says nothing of them: 4 of the first, 8 of the second.
        Assert.Equal([("H3", "khong_xep_loai"), ("STP-2", "hoan_thanh")], cases.Where(one => one.Unit == "STP").Select(one => (one.Head, one.Proposed)));
    }

    [Theory, BothEngines]
    public async Task A_post_with_an_account_is_seen_by_that_account_alone(Engine engine)
    {
        using var database = new Database(engine);
        var id = await story.FrozenAsync(database);
        var own = Head("STC");
        await using (var db = database.Open())
        {
            var post = await db.HeadPosts.FindAsync(["H2"], Cancel);
            db.Attach(post!);
            post!.Account = own.Account;
            await db.SaveChangesAsync(Cancel);
        }

        await story.ClassifyAsync(database, id);
        await story.HandOverThenNoticeAsync(database, id, 1);
        await RefusedAsync(() => story.AnswerAsync(database, id, 1, "H2", Head("STC")), "not_found");
        await story.AnswerAsync(database, id, 1, "H2", own);
    }

    private async Task<string> SaveAsync(Database database, string unit, string? code, HeadPost post, Person? person = null)
    {
        await using var db = database.Open();
        return await new SaveHeadPost(db, story.Clock).RunAsync(person ?? Secretary, unit, code, post, Cancel);
    }
}
