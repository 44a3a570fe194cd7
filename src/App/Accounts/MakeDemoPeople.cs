using ParIndex.App.Audit;
using ParIndex.App.Storage;

namespace ParIndex.App.Accounts;

/// <summary>One person of the demonstration.</summary>
public sealed record DemoPerson(string Login, string Name, string Post, Role Role, string? Unit = null, string? Department = null, string? MemberOf = null);

/// <summary>Labelled accounts for the demonstration, one a role: no real person, no password, reachable only by the switcher.</summary>
public sealed class MakeDemoPeople(IndexDb db, TimeProvider clock)
{
    /// <summary>Makes them, with their rights in force.</summary>
    public async Task RunAsync(IReadOnlyList<DemoPerson> people, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        foreach (var person in people)
        {
            var id = Guid.CreateVersion7(now);
            var email = $"{person.Login}@trinh-dien.invalid";
            db.Add(new AccountRow
            {
                Id = id,
                UserName = email,
                NormalizedUserName = email.ToUpperInvariant(),
                Email = email,
                NormalizedEmail = email.ToUpperInvariant(),
                FullName = person.Name,
                Post = person.Post,
                CreatedAt = now,
                Demo = true,
                SecurityStamp = Guid.NewGuid().ToString("n"),
            });
            db.Add(new GrantRow
            {
                Id = Guid.NewGuid(),
                Account = id,
                Role = person.Role,
                Unit = person.Unit,
                Department = person.Department,
                ProposedBy = id,
                ProposedAt = now,
                Reason = "Trình diễn",
                ConfirmedBy = id,
                ConfirmedAt = now,
            });
            if (person.MemberOf is { } unit) db.Add(new MembershipRow { Account = id, Unit = unit, From = new(2020, 1, 1) });
        }

        db.Note(new(null, JournalAct.Granted, JournalObject.Instance, "demo.people", now, After: people));
        await db.SaveChangesAsync(cancel);
    }
}
