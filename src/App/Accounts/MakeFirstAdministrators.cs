using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Storage;

namespace ParIndex.App.Accounts;

/// <summary>The first two administrators of an installation, each confirmed by the other: once, journalled, by who holds the machine.</summary>
public sealed class MakeFirstAdministrators(IndexDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<Invited>> RunAsync((string Name, string Email) first, (string Name, string Email) second, CancellationToken cancel)
    {
        if (await db.Grants.AnyAsync(grant => grant.Role == Role.Administrator, cancel)) throw new RefusedException(Refusal.AlreadyInitialised);
        var now = clock.GetUtcNow();
        AccountRow[] accounts = [InviteAccount.NewAccount(first.Name, first.Email, null, now), InviteAccount.NewAccount(second.Name, second.Email, null, now)];
        if (accounts[0].NormalizedEmail == accounts[1].NormalizedEmail) throw new RefusedException(Refusal.SecondAdministratorNeeded);
        var links = new List<Invited>();
        for (var i = 0; i < 2; i++)
        {
            db.Add(accounts[i]);
            db.Add(new GrantRow
            {
                Id = Guid.CreateVersion7(now),
                Account = accounts[i].Id,
                Role = Role.Administrator,
                ProposedBy = accounts[1 - i].Id,
                ProposedAt = now,
                Reason = "Thiết lập ban đầu",
                ConfirmedBy = accounts[1 - i].Id,
                ConfirmedAt = now,
            });
            links.Add(Invited.Add(db, accounts[i], accounts[i].Id, now, InviteAccount.Holds, []));
        }

        db.Note(new(null, JournalAct.Kept, JournalObject.Instance, "instance.initialised", now, After: accounts.Select(account => new { account.Id, account.FullName, account.Email })));
        await db.SaveChangesAsync(cancel);
        return links;
    }
}
