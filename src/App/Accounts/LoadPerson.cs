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
            .Select(row => new
            {
                row.FullName,
                row.Post,
                Rights = db.Grants.Where(grant => grant.Account == account && grant.ConfirmedAt != null && grant.EndedAt == null)
                    .Select(grant => new Right(grant.Role, grant.Cycle, grant.Unit, grant.Department)).ToList(),
                Units = db.Memberships.Where(member => member.Account == account).OrderBy(member => member.From)
                    .Select(member => new Membership(member.Unit, member.From, member.Until)).ToList(),
            }).SingleOrDefaultAsync(cancel);
        return found is null ? null : new Person(account, found.FullName, found.Post, found.Rights, found.Units);
    }
}
