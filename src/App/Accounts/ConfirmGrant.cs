using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Messages;
using ParIndex.App.Storage;

namespace ParIndex.App.Accounts;

/// <summary>Another administrator confirms a proposed right: neither who proposed it nor who receives it.</summary>
public sealed class ConfirmGrant(IndexDb db, TimeProvider clock)
{
    public async Task RunAsync(Person person, Guid grant, CancellationToken cancel)
    {
        person.NeedAdministrator();
        var now = clock.GetUtcNow();
        var row = await db.Grants.AsTracking().SingleOrDefaultAsync(found => found.Id == grant, cancel) ?? throw new RefusedException(Refusal.NotFound);
        if (row.EndedAt is not null || row.ConfirmedAt is not null) throw new RefusedException(Refusal.GrantSettled);
        if (row.Account == person.Account) throw new RefusedException(Refusal.GrantToSelf);
        if (row.ProposedBy == person.Account) throw new RefusedException(Refusal.SecondAdministratorNeeded);
        if (!await db.Users.AnyAsync(account => account.Id == row.Account && account.DisabledAt == null, cancel)) throw new RefusedException(Refusal.NotFound);
        var held = await db.Grants.Where(other => other.Account == row.Account && other.EndedAt == null).ToListAsync(cancel);
        await GrantConflict.RefuseAsync(db, row, held, cancel);
        row.ConfirmedBy = person.Account;
        row.ConfirmedAt = now;
        db.Note(new(person.Account, JournalAct.Granted, JournalObject.Account(row.Account), "grant.confirmed", now, After: row, Reason: row.Reason));
        await db.TellAsync([row.Account], MailText.GrantConfirmed("/noi-bo/tai-khoan"), now, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
