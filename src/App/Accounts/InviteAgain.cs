using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Storage;

namespace ParIndex.App.Accounts;

/// <summary>
/// A new invitation for somebody who has not set up a sign-in yet; earlier links are void. Who has one asks for a reset, whose link goes to
/// the own mailbox alone: no administrator can ever sign in as somebody else.
/// </summary>
public sealed class InviteAgain(IndexDb db, TimeProvider clock)
{
    public async Task<Invited> RunAsync(Person person, Guid account, string? publicAddress, CancellationToken cancel)
    {
        person.NeedAdministrator();
        var now = clock.GetUtcNow();
        var row = await db.Users.SingleOrDefaultAsync(found => found.Id == account && found.DisabledAt == null, cancel) ?? throw new RefusedException(Refusal.NotFound);
        if (row.PasswordHash is not null || row.Demo || await db.UserPasskeys.AnyAsync(passkey => passkey.UserId == account, cancel) || await db.UserLogins.AnyAsync(login => login.UserId == account, cancel))
            throw new RefusedException(Refusal.SignInSetUp);
        var open = await db.Invitations.AsTracking().Where(link => link.Account == account && link.UsedAt == null).ToListAsync(cancel);
        var invited = Invited.Add(db, row, person.Account, now, InviteAccount.Holds, open);
        if (publicAddress is not null) invited.Send(db, row, publicAddress, now);
        db.Note(new(person.Account, JournalAct.Granted, JournalObject.Account(account), "account.invited_again", now, After: new { invited.Expires, ByMail = publicAddress is not null }));
        await db.SaveChangesAsync(cancel);
        return invited;
    }
}
