using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;

namespace ParIndex.App.Accounts;

/// <summary>An invitation answered by another way than a password (a passkey, the city's sign-in): it and all other links are used up.</summary>
public sealed class UseInvitation(IndexDb db, TimeProvider clock)
{
    /// <summary>Uses up the links of the account within the save that follows; its other sessions end with them.</summary>
    public async Task PrepareAsync(AccountRow account, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var link in await db.Invitations.AsTracking().Where(row => row.Account == account.Id && row.UsedAt == null).ToListAsync(cancel)) link.UsedAt = now;
        await EndSessions.AddAsync(db, account.Id, null, now, cancel);
        account.EmailConfirmed = true;
    }
}
