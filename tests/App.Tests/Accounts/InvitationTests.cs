using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Accounts;

public sealed class InvitationTests
{
    private const string Good = "mua thu hai phong 2026";
    private readonly StandingClock clock = new(new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
    private readonly PasswordHasher<AccountRow> hasher = new();

    [Theory, BothEngines]
    public async Task The_first_two_administrators_are_made_once_and_their_secrets_are_nowhere_in_the_database(Engine engine)
    {
        using var database = new Database(engine);
        var story = await PeopleStory.BeginAsync(database, clock);
        Assert.True((await story.PersonAsync(story.First)).Is(Role.Administrator));
        await using var db = database.Open();
        Assert.Equal("already_initialised", await PeopleStory.RefusedAsync(() =>
            new MakeFirstAdministrators(db, clock).RunAsync(("Ai đó", "a@b.vn"), ("Ai khác", "c@d.vn"), Cancel)));
        Assert.Equal(2, await db.Users.CountAsync(Cancel));
        Assert.All(await db.Invitations.ToListAsync(Cancel), row => Assert.Matches("^[0-9a-f]{64}$", row.SecretHash));
        Assert.Equal(1, await db.JournalLines.CountAsync(Cancel));
    }

    [Theory, BothEngines]
    public async Task An_invitation_sets_a_password_once_and_then_leads_nowhere(Engine engine)
    {
        using var database = new Database(engine);
        var story = await PeopleStory.BeginAsync(database, clock);
        var invited = await story.InviteAsync("an@haiphong.gov.vn");
        Assert.Equal("invalid", await AcceptAsync(database, invited.Secret, "ngắn"));
        Assert.Equal("invalid", await AcceptAsync(database, invited.Secret, "an@haiphong.gov.vn"));
        Assert.Equal("invitation_void", await AcceptAsync(database, invited.Secret + "x", Good));
        Assert.Null(await AcceptAsync(database, invited.Secret, Good));
        Assert.Equal("invitation_void", await AcceptAsync(database, invited.Secret, "mot mat khau khac nua"));
        await using var db = database.Open();
        var account = await db.Users.SingleAsync(row => row.Id == invited.Account, Cancel);
        Assert.Equal(PasswordVerificationResult.Success, hasher.VerifyHashedPassword(account, account.PasswordHash!, Good));
        Assert.Empty(await db.Mails.ToListAsync(Cancel));
    }

    [Theory, BothEngines]
    public async Task An_invitation_holds_seven_days_to_the_tick(Engine engine)
    {
        using var database = new Database(engine);
        var story = await PeopleStory.BeginAsync(database, clock);
        var invited = await story.InviteAsync("an@haiphong.gov.vn");
        clock.Now = new(2026, 3, 9, 1, 0, 0, TimeSpan.Zero);
        Assert.Equal("invitation_void", await AcceptAsync(database, invited.Secret, Good));
        clock.Now -= TimeSpan.FromTicks(1);
        Assert.Null(await AcceptAsync(database, invited.Secret, Good));
    }

    [Theory, BothEngines]
    public async Task A_reset_link_carries_the_configured_address_is_void_after_a_newer_one_and_nobody_learns_who_has_an_account(Engine engine)
    {
        using var database = new Database(engine);
        var story = await PeopleStory.BeginAsync(database, clock);
        Assert.Null(await AcceptAsync(database, (await story.InviteAsync("an@haiphong.gov.vn")).Secret, Good));
        await ResetAsync(database, "khong-co@haiphong.gov.vn");
        clock.Now += TimeSpan.FromMinutes(10);
        await ResetAsync(database, " AN@haiphong.gov.vn ");
        await ResetAsync(database, "an@haiphong.gov.vn");
        clock.Now += TimeSpan.FromMinutes(10);
        await ResetAsync(database, "an@haiphong.gov.vn");
        await using var db = database.Open();
        var letters = await db.Mails.OrderBy(mail => mail.At).ToListAsync(Cancel);
        Assert.Equal(2, letters.Count);
        var secrets = letters.Select(letter => letter.Body.Split('\n').Single(line => line.StartsWith("https://", StringComparison.Ordinal)).Split('/')[^1].Trim()).ToList();
        Assert.All(letters, letter => Assert.Contains("https://par.haiphong.gov.vn/noi-bo/loi-moi/", letter.Body, StringComparison.Ordinal));
        Assert.Equal("invitation_void", await AcceptAsync(database, secrets[0], "mot mat khau khac nua"));
        Assert.Null(await AcceptAsync(database, secrets[1], "mot mat khau khac nua"));
        Assert.Equal("invitation_void", await AcceptAsync(database, secrets[1], "mot mat khau thu ba"));
    }

    private async Task ResetAsync(Database database, string email)
    {
        await using var db = database.Open();
        await new RequestReset(db, clock).RunAsync(email, "https://par.haiphong.gov.vn/", Cancel);
    }

    private async Task<string?> AcceptAsync(Database database, string secret, string password)
    {
        await using var db = database.Open();
        try
        {
            await new AcceptInvitation(db, hasher, clock).RunAsync(secret, password, Cancel);
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Code;
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
