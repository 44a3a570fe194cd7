using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;

namespace ParIndex.App.Accounts;

/// <summary>Notes that a session begins, or that one goes on by another way of signing in.</summary>
public sealed class OpenSession(IndexDb db, TimeProvider clock)
{
    /// <param name="account">Whose.</param>
    /// <param name="method">How it was opened.</param>
    /// <param name="device">Browser and system in a few words.</param>
    /// <param name="address">Where from.</param>
    /// <param name="current">The session this request already has, if any.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Guid> RunAsync(Guid account, string method, string? device, string? address, Guid? current, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (current is { } id && await db.Sessions.AsTracking().SingleOrDefaultAsync(row => row.Id == id && row.EndedAt == null, cancel) is { } going)
        {
            if (going.Account == account)
            {
                (going.Method, going.SeenAt) = (method, now);
                await db.SaveChangesAsync(cancel);
                return id;
            }

            going.EndedAt = now;
        }

        var row = new SessionRow { Id = Guid.CreateVersion7(now), Account = account, At = now, SeenAt = now, Method = method, Device = device, Address = address };
        db.Add(row);
        await db.SaveChangesAsync(cancel);
        return row.Id;
    }
}
