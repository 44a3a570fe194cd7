using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Storage;

namespace ParIndex.App.Audit;

/// <summary>Erases the content of one line, such as personal data that has to go. The line and the chain stay whole.</summary>
public sealed class ErasePayload(IndexDb db, TimeProvider clock)
{
    public async Task RunAsync(Person person, long seq, string? reason, CancellationToken cancel)
    {
        if (!person.Is(Role.Administrator)) throw new RefusedException(Refusal.Forbidden);
        var why = Reasons.Required(reason);
        var payload = await db.JournalPayloads.AsTracking().SingleOrDefaultAsync(row => row.Stream == JournalWriting.Stream && row.Seq == seq, cancel)
            ?? throw new RefusedException(Refusal.NotFound);
        db.Remove(payload);
        db.Note(new(person.Account, JournalAct.Kept, JournalObject.Instance, "payload.erased", clock.GetUtcNow(), Before: new { seq }, Reason: why));
        await db.SaveChangesAsync(cancel);
    }
}
