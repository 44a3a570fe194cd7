using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;

namespace ParIndex.App.Accounts;

/// <summary>Whether a session still holds; now and then, notes that it was used.</summary>
public sealed class SeeSession(IndexDb db, TimeProvider clock)
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(5);

    /// <summary>False: ended, unknown, or somebody else's.</summary>
    public async Task<bool> RunAsync(Guid session, Guid account, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var row = await db.Sessions.SingleOrDefaultAsync(found => found.Id == session && found.Account == account && found.EndedAt == null, cancel);
        if (row is null) return false;
        if (now - row.SeenAt > Often)
        {
            row.SeenAt = now;
            db.Attach(row).Property(seen => seen.SeenAt).IsModified = true;
            await db.SaveChangesAsync(cancel);
            db.Entry(row).State = EntityState.Detached;
        }

        return true;
    }
}
