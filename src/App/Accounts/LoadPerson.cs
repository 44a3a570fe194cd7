using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;

namespace ParIndex.App.Accounts;

/// <summary>Reads who asks, with the rights in force now.</summary>
public sealed class LoadPerson(IndexDb db)
{
    /// <summary>The person; null when there is no such account or it was closed.</summary>
    public async Task<Person?> RunAsync(Guid account, CancellationToken cancel)
    {
        var found = await db.Users.Where(row => row.Id == account && row.DisabledAt == null)
            .Select(row => new { row.FullName, row.Post }).SingleOrDefaultAsync(cancel);
        if (found is null) return null;
        var rights = await db.Grants.Where(grant => grant.Account == account && grant.ConfirmedAt != null && grant.EndedAt == null)
            .Select(grant => new Right(grant.Role, grant.Cycle, grant.Unit, grant.Department)).ToListAsync(cancel);
        var units = await db.Memberships.Where(member => member.Account == account).OrderBy(member => member.From)
            .Select(member => new Membership(member.Unit, member.From, member.Until)).ToListAsync(cancel);
        return new(account, found.FullName, found.Post, rights, units);
    }
}
