using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Storage;

namespace ParIndex.App.Accounts;

/// <summary>A person sets another password for the own account; other sessions and open links end. Who has none yet may set a first one.</summary>
public sealed class ChangePassword(IndexDb db, CheckPassword check, IPasswordHasher<AccountRow> hasher, TimeProvider clock)
{
    /// <param name="person">Whose password.</param>
    /// <param name="current">The password until now; wrong ones count towards the lock.</param>
    /// <param name="password">The new one.</param>
    /// <param name="confirmed">True when a passkey was given just now: needed instead where there is no password yet.</param>
    /// <param name="keep">The session that asks.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<AccountRow> RunAsync(Person person, string? current, string? password, bool confirmed, Guid? keep, CancellationToken cancel)
    {
        var account = await db.Users.AsTracking().SingleAsync(row => row.Id == person.Account, cancel);
        if (account.Demo) throw new RefusedException(Refusal.Forbidden);
        var given = Passwords.Required(password, account.Email!);
        if (account.PasswordHash is null)
        {
            if (!confirmed) throw new RefusedException(Refusal.SecondFactorNeeded);
        }
        else
        {
            try
            {
                await check.RunAsync(account.Email, current, cancel);
            }
            catch (RefusedException)
            {
                throw new RefusedException(Refusal.WrongCurrentPassword);
            }
        }

        var now = clock.GetUtcNow();
        account.PasswordHash = hasher.HashPassword(account, given);
        account.SecurityStamp = Secret.New();
        account.ConcurrencyStamp = Secret.New();
        foreach (var link in await db.Invitations.AsTracking().Where(row => row.Account == account.Id && row.UsedAt == null).ToListAsync(cancel)) link.UsedAt = now;
        await EndSessions.AddAsync(db, account.Id, keep, now, cancel);
        db.Note(new(account.Id, JournalAct.Granted, JournalObject.Account(account.Id), "account.password_changed", now));
        await db.SaveChangesAsync(cancel);
        return account;
    }
}
