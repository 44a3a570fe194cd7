using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;

namespace ParIndex.App.Accounts;

/// <summary>
/// Checks an address and a password. Unknown account, wrong password, closed and locked account get one answer in the same time: a hash
/// is always computed and a line of the security log always written. A lock lasts ten minutes and ends no running session.
/// </summary>
public sealed class CheckPassword(IndexDb db, IPasswordHasher<AccountRow> hasher, TimeProvider clock)
{
    public const int Tries = 5;

    // Of a password nobody knows, made once for each kind of hasher with the same cost as its real ones.
    private static readonly ConcurrentDictionary<Type, string> Dummies = new();

    public static TimeSpan Locked { get; } = TimeSpan.FromMinutes(10);

    /// <summary>The account.</summary>
    /// <exception cref="RefusedException">Whatever is wrong, <see cref="Refusal.WrongSignIn"/>.</exception>
    public async Task<AccountRow> RunAsync(string? email, string? password, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var wanted = email?.Trim().ToUpperInvariant() ?? "";
        var account = await db.Users.AsTracking().SingleOrDefaultAsync(row => row.NormalizedEmail == wanted, cancel);
        var nobody = account ?? new AccountRow { FullName = "", CreatedAt = now };
        var dummy = Dummies.GetOrAdd(hasher.GetType(), _ => hasher.HashPassword(nobody, Secret.New()));
        var right = hasher.VerifyHashedPassword(nobody, account?.PasswordHash ?? dummy, password ?? "") != PasswordVerificationResult.Failed;
        var locked = account?.LockoutEnd > now;
        if (account is not null && right && account.PasswordHash is not null && !locked && account.DisabledAt is null)
        {
            if (account.AccessFailedCount > 0)
            {
                account.AccessFailedCount = 0;
                await db.SaveChangesAsync(cancel);
            }

            return account;
        }

        if (account is not null && !locked && ++account.AccessFailedCount >= Tries)
        {
            account.AccessFailedCount = 0;
            account.LockoutEnd = now + Locked;
        }

        db.Add(new SecurityEventRow { Id = Guid.CreateVersion7(now), At = now, Account = account?.Id, Kind = "sign_in.refused", Detail = locked ? "locked" : "wrong" });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another wrong try was counted at the same moment.
        }

        throw new RefusedException(Refusal.WrongSignIn);
    }
}
