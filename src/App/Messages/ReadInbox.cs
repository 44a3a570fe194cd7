using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Storage;

namespace ParIndex.App.Messages;

/// <summary>Marks messages of one's own inbox as read. Reading is no act of the index and leaves no line.</summary>
public sealed class ReadInbox(IndexDb db, TimeProvider clock)
{
    /// <param name="person">Whose inbox.</param>
    /// <param name="notice">One message; null: all.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task RunAsync(Person person, Guid? notice, CancellationToken cancel)
    {
        var rows = await db.Notices.AsTracking().Where(row => row.Account == person.Account && row.ReadAt == null && (notice == null || row.Id == notice)).ToListAsync(cancel);
        if (notice is not null && rows.Count == 0 && !await db.Notices.AnyAsync(row => row.Account == person.Account && row.Id == notice, cancel))
            throw new RefusedException(Refusal.NotFound);
        foreach (var row in rows) row.ReadAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancel);
    }
}
