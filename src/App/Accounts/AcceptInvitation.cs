using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Storage;

namespace ParIndex.App.Accounts;

/// <summary>The holder of an invitation or of a reset link sets the own password: once, in time.</summary>
public sealed class AcceptInvitation(IndexDb db, IPasswordHasher<AccountRow> hasher, TimeProvider clock)
{
    /// <summary>The account a link is for.</summary>
    /// <exception cref="RefusedException">Unknown, used or expired: one answer for all.</exception>
    public async Task<AccountRow> FindAsync(string? secret, CancellationToken cancel) => (await FindRowsAsync(secret, cancel)).Account;

    /// <summary>Sets the password; every other session and every other link of the account end.</summary>
    public async Task<AccountRow> RunAsync(string? secret, string? password, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (invitation, account) = await FindRowsAsync(secret, cancel);
        var given = Passwords.Required(password, account.Email!);
        foreach (var other in await db.Invitations.AsTracking().Where(row => row.Account == account.Id && row.UsedAt == null).ToListAsync(cancel)) other.UsedAt = now;
        account.PasswordHash = hasher.HashPassword(account, given);
        account.EmailConfirmed = true;
        account.SecurityStamp = Secret.New();
        account.ConcurrencyStamp = Secret.New();
        await EndSessions.AddAsync(db, account.Id, null, now, cancel);
        db.Note(new(account.Id, JournalAct.Granted, JournalObject.Account(account.Id), "account.password_set", now, After: new { Invitation = invitation.Id }));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Two at the same moment: the second finds the link used.
            throw new RefusedException(Refusal.InvitationVoid);
        }

        return account;
    }

    private async Task<(InvitationRow Invitation, AccountRow Account)> FindRowsAsync(string? secret, CancellationToken cancel)
    {
        var hash = Secret.Hash(secret ?? "");
        var now = clock.GetUtcNow();
        var invitation = await db.Invitations.AsTracking().SingleOrDefaultAsync(row => row.SecretHash == hash, cancel);
        var account = invitation is null || invitation.UsedAt is not null || invitation.Expires <= now
            ? null
            : await db.Users.AsTracking().SingleOrDefaultAsync(row => row.Id == invitation.Account && row.DisabledAt == null, cancel);
        return account is null ? throw new RefusedException(Refusal.InvitationVoid) : (invitation!, account);
    }
}
