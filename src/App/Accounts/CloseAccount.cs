using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Storage;

namespace ParIndex.App.Accounts;

/// <summary>Closes an account: its rights, its links and its sessions end at once; what the person did stays.</summary>
public sealed class CloseAccount(IndexDb db, TimeProvider clock)
{
    public async Task RunAsync(Person person, Guid account, string? reason, CancellationToken cancel)
    {
        person.NeedAdministrator();
        if (account == person.Account) throw new RefusedException(Refusal.GrantToSelf);
        var why = Reasons.Required(reason, "Reason");
        var now = clock.GetUtcNow();
        var row = await db.Users.AsTracking().SingleOrDefaultAsync(found => found.Id == account, cancel) ?? throw new RefusedException(Refusal.NotFound);
        if (row.DisabledAt is not null) throw new RefusedException(Refusal.AccountClosed);
        var grants = await db.Grants.AsTracking().Where(grant => grant.Account == account && grant.EndedAt == null).ToListAsync(cancel);
        if (grants.Any(grant => grant is { Role: Role.Administrator, ConfirmedAt: not null })) await EndGrant.RefuseLastTwoAsync(db, account, cancel);
        foreach (var grant in grants) (grant.EndedBy, grant.EndedAt) = (person.Account, now);
        foreach (var link in await db.Invitations.AsTracking().Where(link => link.Account == account && link.UsedAt == null).ToListAsync(cancel)) link.UsedAt = now;
        await EndSessions.AddAsync(db, account, null, now, cancel);
        row.DisabledAt = now;
        row.SecurityStamp = Secret.New();
        row.ConcurrencyStamp = Secret.New();
        db.Note(new(person.Account, JournalAct.Granted, JournalObject.Account(account), "account.closed", now, Before: new { row.FullName, row.Email, Grants = grants.Count }, Reason: why));
        await db.SaveChangesAsync(cancel);
    }
}
