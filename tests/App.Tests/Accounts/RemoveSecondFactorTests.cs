using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Accounts;

public sealed class RemoveSecondFactorTests
{
    private readonly StandingClock clock = new(new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    [Theory, BothEngines]
    public async Task Who_lost_phone_and_keys_begins_anew_by_a_letter_that_the_administrator_never_sees(Engine engine)
    {
        using var database = new Database(engine);
        var story = await PeopleStory.BeginAsync(database, clock);
        var account = (await story.InviteAsync("an@haiphong.gov.vn")).Account;
        await using (var db = database.Open())
        {
            var row = await db.Users.AsTracking().SingleAsync(found => found.Id == account, Cancel);
            (row.PasswordHash, row.TwoFactorEnabled) = ("x", true);
            db.Add(new IdentityUserToken<Guid> { UserId = account, LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = "ABC" });
            db.Add(new SessionRow { Id = Guid.NewGuid(), Account = account, At = clock.Now, SeenAt = clock.Now, Method = "mfa" });
            await db.SaveChangesAsync(Cancel);
        }

        const string address = "https://par.haiphong.gov.vn", reason = "Mất điện thoại, đã gặp trực tiếp";
        Assert.Equal("no_public_address", await PeopleStory.RefusedAsync(() => RunAsync(database, story, story.First, account, reason, null)));
        Assert.Equal("reason_too_short", await PeopleStory.RefusedAsync(() => RunAsync(database, story, story.First, account, "mất", address)));
        Assert.Equal("grant_to_self", await PeopleStory.RefusedAsync(() => RunAsync(database, story, story.First, story.First, reason, address)));
        Assert.Equal("forbidden", await PeopleStory.RefusedAsync(() => RunAsync(database, story, account, story.First, reason, address)));
        await RunAsync(database, story, story.First, account, reason, address);

        await using var after = database.Open();
        var now = await after.Users.SingleAsync(found => found.Id == account, Cancel);
        Assert.Equal((null, false), (now.PasswordHash, now.TwoFactorEnabled));
        Assert.Equal(0, await after.UserTokens.CountAsync(Cancel));
        Assert.NotNull((await after.Sessions.SingleAsync(Cancel)).EndedAt);
        Assert.Equal(1, await after.Invitations.CountAsync(link => link.Account == account && link.UsedAt == null, Cancel));
        var letters = await after.Mails.Where(mail => mail.To == "an@haiphong.gov.vn").ToListAsync(Cancel);
        Assert.Single(letters, letter => letter.Body.Contains($"{address}/noi-bo/loi-moi/", StringComparison.Ordinal));
        Assert.Equal("account.sign_in_reset", (await after.Notices.SingleAsync(Cancel)).Kind);
        // Who has a way in is never given a link that an administrator could use.
        Assert.Equal("sign_in_set_up", await PeopleStory.RefusedAsync(async () =>
        {
            await using var db = database.Open();
            var row = await db.Users.AsTracking().SingleAsync(found => found.Id == account, Cancel);
            row.PasswordHash = "y";
            await db.SaveChangesAsync(Cancel);
            await new InviteAgain(db, clock).RunAsync(await story.PersonAsync(story.First), account, null, Cancel);
        }));
    }

    private async Task RunAsync(Database database, PeopleStory story, Guid by, Guid account, string reason, string? address)
    {
        await using var db = database.Open();
        await new RemoveSecondFactor(db, clock).RunAsync(await story.PersonAsync(by), account, reason, address, Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
