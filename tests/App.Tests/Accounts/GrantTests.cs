using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Accounts;

public sealed class GrantTests
{
    private readonly StandingClock clock = new(new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    [Theory, BothEngines]
    public async Task A_right_is_in_force_once_another_administrator_confirmed_it(Engine engine)
    {
        using var database = new Database(engine);
        var story = await PeopleStory.BeginAsync(database, clock);
        var account = (await story.InviteAsync("an@haiphong.gov.vn")).Account;
        var grant = await story.ProposeAsync(story.First, account, Role.UnitOfficer, unit: "SNV");
        Assert.Empty((await story.PersonAsync(account)).Rights);
        Assert.Equal("second_administrator_needed", await PeopleStory.RefusedAsync(() => story.ConfirmAsync(story.First, grant)));
        Assert.Equal("forbidden", await PeopleStory.RefusedAsync(() => story.ConfirmAsync(account, grant)));
        await story.ConfirmAsync(story.Second, grant);
        Assert.Equal([new Right(Role.UnitOfficer, null, "SNV")], (await story.PersonAsync(account)).Rights);
        Assert.Equal("grant_settled", await PeopleStory.RefusedAsync(() => story.ConfirmAsync(story.Second, grant)));

        await EndAsync(database, story, grant);
        Assert.Empty((await story.PersonAsync(account)).Rights);
        await using var db = database.Open();
        Assert.Equal(story.Second, (await db.Grants.SingleAsync(row => row.Id == grant, Cancel)).ConfirmedBy);
    }

    [Theory, BothEngines]
    public async Task Nobody_gives_a_right_to_himself_and_who_is_proposed_does_not_confirm(Engine engine)
    {
        using var database = new Database(engine);
        var story = await PeopleStory.BeginAsync(database, clock);
        Assert.Equal("grant_to_self", await PeopleStory.RefusedAsync(() => story.ProposeAsync(story.First, story.First, Role.Observer)));
        var grant = await story.ProposeAsync(story.First, story.Second, Role.Observer);
        Assert.Equal("grant_to_self", await PeopleStory.RefusedAsync(() => story.ConfirmAsync(story.Second, grant)));
        var account = (await story.InviteAsync("an@haiphong.gov.vn")).Account;
        Assert.Equal("forbidden", await PeopleStory.RefusedAsync(() => story.ProposeAsync(account, story.First, Role.Observer)));
    }

    [Theory, BothEngines]
    public async Task Who_is_scored_never_scores_the_same_unit_not_even_by_two_open_proposals(Engine engine)
    {
        using var database = new Database(engine);
        var story = await PeopleStory.BeginAsync(database, clock);
        var account = (await story.InviteAsync("an@haiphong.gov.vn")).Account;
        await story.ProposeAsync(story.First, account, Role.UnitOfficer, unit: "SNV");
        Assert.Equal("conflict_of_interest", await PeopleStory.RefusedAsync(() => story.ProposeAsync(story.First, account, Role.Appraiser, department: "SNV")));
        Assert.Equal("conflict_of_interest", await PeopleStory.RefusedAsync(() => story.ProposeAsync(story.Second, account, Role.AppraisalLead, department: "SNV")));
        await story.ProposeAsync(story.First, account, Role.Appraiser, department: "STC");
        Assert.Equal("conflict_of_interest", await PeopleStory.RefusedAsync(() => story.ProposeAsync(story.First, account, Role.UnitHead, unit: "STC")));
    }

    [Theory, BothEngines]
    public async Task A_role_of_a_unit_needs_a_unit_that_exists_and_a_reason(Engine engine)
    {
        using var database = new Database(engine);
        var story = await PeopleStory.BeginAsync(database, clock);
        var account = (await story.InviteAsync("an@haiphong.gov.vn")).Account;
        Assert.Equal("invalid", await PeopleStory.RefusedAsync(() => story.ProposeAsync(story.First, account, Role.UnitOfficer)));
        Assert.Equal("unknown_unit", await PeopleStory.RefusedAsync(() => story.ProposeAsync(story.First, account, Role.UnitOfficer, unit: "KHONG")));
        await using var db = database.Open();
        var first = await story.PersonAsync(story.First);
        Assert.Equal("reason_too_short", await PeopleStory.RefusedAsync(() =>
            new ProposeGrant(db, clock).RunAsync(first, new(account, Role.Observer, null, null, null, "cần"), Cancel)));
    }

    [Theory, BothEngines]
    public async Task A_closed_account_loses_rights_and_links_and_two_administrators_always_remain(Engine engine)
    {
        using var database = new Database(engine);
        var story = await PeopleStory.BeginAsync(database, clock);
        var invited = await story.InviteAsync("an@haiphong.gov.vn");
        await story.ConfirmAsync(story.Second, await story.ProposeAsync(story.First, invited.Account, Role.Observer));
        await using (var db = database.Open())
        {
            var first = await story.PersonAsync(story.First);
            Assert.Equal("two_administrators_needed", await PeopleStory.RefusedAsync(() => new CloseAccount(db, clock).RunAsync(first, story.Second, "Chuyển công tác nơi khác", Cancel)));
        }

        await using (var db = database.Open())
            await new CloseAccount(db, clock).RunAsync(await story.PersonAsync(story.First), invited.Account, "Nghỉ hưu từ ngày 01/3/2026", Cancel);
        await using var after = database.Open();
        Assert.Null(await new LoadPerson(after).RunAsync(invited.Account, Cancel));
        Assert.NotNull((await after.Grants.SingleAsync(grant => grant.Account == invited.Account, Cancel)).EndedAt);
        Assert.NotNull((await after.Invitations.SingleAsync(link => link.Account == invited.Account, Cancel)).UsedAt);
    }

    private async Task EndAsync(Database database, PeopleStory story, Guid grant)
    {
        await using var db = database.Open();
        await new EndGrant(db, clock).RunAsync(await story.PersonAsync(story.First), grant, "Chuyển sang việc khác", Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
