using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.App.Messages;

/// <summary>What people are told: a kind, words in both languages, and where to go.</summary>
/// <param name="Kind">Stable, such as <c>explanation.asked</c>.</param>
/// <param name="Subject">One line.</param>
/// <param name="Words">Plain words; no score of somebody else, for mail is not secret.</param>
/// <param name="Link">Address inside the site; null: none.</param>
public sealed record Message(string Kind, Text Subject, Text Words, string? Link = null);

/// <summary>Writes messages with the change they tell of: the inbox, and an e-mail in the outbox. The caller saves.</summary>
public static class Tell
{
    /// <summary>Tells these accounts, each once, whoever is closed left out.</summary>
    public static async Task TellAsync(this IndexDb db, IEnumerable<Guid> accounts, Message message, DateTimeOffset now, CancellationToken cancel)
    {
        var wanted = accounts.Distinct().ToList();
        if (wanted.Count == 0) return;
        var people = await db.Users.AsNoTracking().Where(account => wanted.Contains(account.Id) && account.DisabledAt == null)
            .OrderBy(account => account.Id).Select(account => new { account.Id, account.Email, account.Demo }).ToListAsync(cancel);
        foreach (var person in people)
        {
            db.Add(new NoticeRow
            {
                Account = person.Id,
                Id = Guid.CreateVersion7(now),
                Kind = message.Kind,
                Subject = message.Subject,
                Words = message.Words,
                Link = message.Link,
                At = now,
            });
            // Labelled accounts of the demonstration have no mailbox.
            if (person.Demo || string.IsNullOrEmpty(person.Email)) continue;
            db.Add(new MailRow
            {
                Id = Guid.CreateVersion7(now),
                To = person.Email,
                Subject = message.Subject.Vi,
                Body = MailText.Body(message),
                At = now,
                Attempts = 0,
                NextAttempt = now,
            });
        }
    }

    /// <summary>Accounts that hold one of the roles in the cycle.</summary>
    public static async Task<List<Guid>> PeopleAsync(this IndexDb db, int cycle, CancellationToken cancel, params Role[] roles) =>
        await Held(db, cycle).Where(grant => roles.Contains(grant.Role)).Select(grant => grant.Account).Distinct().ToListAsync(cancel);

    /// <summary>Officers and heads of a unit in the cycle.</summary>
    public static async Task<List<Guid>> PeopleOfUnitAsync(this IndexDb db, int cycle, string unit, CancellationToken cancel) =>
        await Held(db, cycle).Where(grant => grant.Unit == unit && (grant.Role == Role.UnitOfficer || grant.Role == Role.UnitHead))
            .Select(grant => grant.Account).Distinct().ToListAsync(cancel);

    /// <summary>Appraisers and leads of a department in the cycle.</summary>
    public static async Task<List<Guid>> AppraisersAsync(this IndexDb db, int cycle, string department, CancellationToken cancel) =>
        await Held(db, cycle).Where(grant => grant.Department == department && (grant.Role == Role.Appraiser || grant.Role == Role.AppraisalLead))
            .Select(grant => grant.Account).Distinct().ToListAsync(cancel);

    private static IQueryable<GrantRow> Held(IndexDb db, int cycle) => db.Grants.AsNoTracking()
        .Where(grant => grant.ConfirmedAt != null && grant.EndedAt == null && (grant.Cycle == null || grant.Cycle == cycle));
}
