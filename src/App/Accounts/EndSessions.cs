using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Storage;

namespace ParIndex.App.Accounts;

/// <summary>Ends sessions of the own account: each is out at its next request.</summary>
public sealed class EndSessions(IndexDb db, TimeProvider clock)
{
    /// <summary>Signs one session out.</summary>
    public async Task OneAsync(Guid session, CancellationToken cancel)
    {
        if (await db.Sessions.AsTracking().SingleOrDefaultAsync(row => row.Id == session && row.EndedAt == null, cancel) is not { } row) return;
        row.EndedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Ends all sessions of the person but the one that asks; how many there were.</summary>
    public async Task<int> OthersAsync(Person person, Guid? keep, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var ended = await AddAsync(db, person.Account, keep, now, cancel);
        if (ended == 0) return 0;
        db.Note(new(person.Account, JournalAct.Granted, JournalObject.Account(person.Account), "account.sessions_ended", now, After: new { Sessions = ended }));
        await db.SaveChangesAsync(cancel);
        return ended;
    }

    /// <summary>Ends them within a save of the caller's.</summary>
    internal static async Task<int> AddAsync(IndexDb db, Guid account, Guid? keep, DateTimeOffset now, CancellationToken cancel)
    {
        var open = await db.Sessions.AsTracking().Where(row => row.Account == account && row.EndedAt == null && row.Id != keep).ToListAsync(cancel);
        foreach (var row in open) row.EndedAt = now;
        return open.Count;
    }
}
