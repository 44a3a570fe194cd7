using ParIndex.App.Accounts;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Accounts;

/// <summary>An installation with its first two administrators.</summary>
internal sealed class PeopleStory(Database database, StandingClock clock)
{
    public Guid First { get; private set; }

    public Guid Second { get; private set; }

    public static async Task<PeopleStory> BeginAsync(Database database, StandingClock clock)
    {
        var story = new PeopleStory(database, clock);
        await using var db = database.Open();
        var links = await new MakeFirstAdministrators(db, clock).RunAsync(("Trần Thị Hạnh", "hanh@haiphong.gov.vn"), ("Lê Văn Khoa", "khoa@haiphong.gov.vn"), Cancel);
        (story.First, story.Second) = (links[0].Account, links[1].Account);
        await MakeUnitAsync(db, "SNV");
        await MakeUnitAsync(db, "STC");
        return story;
    }

    public async Task<Person> PersonAsync(Guid account)
    {
        await using var db = database.Open();
        return (await new LoadPerson(db).RunAsync(account, Cancel))!;
    }

    public async Task<Invited> InviteAsync(string email, string? publicAddress = null)
    {
        await using var db = database.Open();
        return await new InviteAccount(db, clock).RunAsync(await PersonAsync(First), new("Nguyễn Văn An", email, "Chuyên viên", null, publicAddress), Cancel);
    }

    public async Task<Guid> ProposeAsync(Guid by, Guid account, Role role, string? unit = null, string? department = null)
    {
        await using var db = database.Open();
        return await new ProposeGrant(db, clock).RunAsync(await PersonAsync(by), new(account, role, null, unit, department, "Theo Quyết định phân công"), Cancel);
    }

    public async Task ConfirmAsync(Guid by, Guid grant)
    {
        await using var db = database.Open();
        await new ConfirmGrant(db, clock).RunAsync(await PersonAsync(by), grant, Cancel);
    }

    public static async Task<string> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<RefusedException>(act)).Refusal.Code;

    private static async Task MakeUnitAsync(ParIndex.App.Storage.IndexDb db, string code)
    {
        db.Add(new ParIndex.App.Units.OrgUnitRow { Code = code, Kind = "department" });
        await db.SaveChangesAsync(Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
