using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Messages;
using ParIndex.App.Storage;

namespace ParIndex.App.Accounts;

/// <summary>
/// For somebody who lost phone, recovery codes and passkeys: an administrator takes every way of signing in away and a link to begin anew
/// goes to the person's own mailbox. The administrator never sees the link, so nobody can sign in as somebody else.
/// </summary>
public sealed class RemoveSecondFactor(IndexDb db, TimeProvider clock)
{
    public async Task RunAsync(Person person, Guid account, string? reason, string? publicAddress, CancellationToken cancel)
    {
        person.NeedAdministrator();
        if (account == person.Account) throw new RefusedException(Refusal.GrantToSelf);
        var why = Reasons.Required(reason, "Reason");
        var address = publicAddress ?? throw new RefusedException(Refusal.NoPublicAddress);
        var now = clock.GetUtcNow();
        var row = await db.Users.AsTracking().SingleOrDefaultAsync(found => found.Id == account && found.DisabledAt == null && !found.Demo, cancel) ?? throw new RefusedException(Refusal.NotFound);
        var passkeys = await db.UserPasskeys.AsTracking().Where(passkey => passkey.UserId == account).ToListAsync(cancel);
        var tokens = await db.UserTokens.AsTracking().Where(token => token.UserId == account).ToListAsync(cancel);
        db.RemoveRange(passkeys);
        db.RemoveRange(tokens);
        row.PasswordHash = null;
        row.TwoFactorEnabled = false;
        row.SecurityStamp = Secret.New();
        row.ConcurrencyStamp = Secret.New();
        await EndSessions.AddAsync(db, account, null, now, cancel);
        var open = await db.Invitations.AsTracking().Where(link => link.Account == account && link.UsedAt == null).ToListAsync(cancel);
        Invited.Add(db, row, person.Account, now, InviteAccount.Holds, open).Send(db, row, address, now);
        db.Note(new(person.Account, JournalAct.Granted, JournalObject.Account(account), "account.sign_in_reset", now, Before: new { Passkeys = passkeys.Count }, Reason: why));
        await db.TellAsync([account], MailText.SignInReset("/noi-bo/tai-khoan"), now, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
