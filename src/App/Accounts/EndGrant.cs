using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Messages;
using ParIndex.App.Storage;

namespace ParIndex.App.Accounts;

/// <summary>Ends a right, refuses a proposed one, or takes the own proposal back: at once, by one administrator, with a reason.</summary>
public sealed class EndGrant(IndexDb db, TimeProvider clock)
{
    public async Task RunAsync(Person person, Guid grant, string? reason, CancellationToken cancel)
    {
        person.NeedAdministrator();
        var why = Reasons.Required(reason, "Reason");
        var now = clock.GetUtcNow();
        var row = await db.Grants.AsTracking().SingleOrDefaultAsync(found => found.Id == grant, cancel) ?? throw new RefusedException(Refusal.NotFound);
        if (row.EndedAt is not null) throw new RefusedException(Refusal.GrantSettled);
        if (row.Role == Role.Administrator && row.ConfirmedAt is not null) await RefuseLastTwoAsync(db, row.Account, cancel);
        row.EndedBy = person.Account;
        row.EndedAt = now;
        var what = row.ConfirmedAt is not null ? "grant.ended" : row.ProposedBy == person.Account ? "grant.withdrawn" : "grant.refused";
        db.Note(new(person.Account, JournalAct.Granted, JournalObject.Account(row.Account), what, now, Before: row, Reason: why));
        if (row.ConfirmedAt is not null) await db.TellAsync([row.Account], MailText.GrantEnded("/noi-bo/tai-khoan"), now, cancel);
        else if (row.ProposedBy != person.Account) await db.TellAsync([row.ProposedBy], MailText.GrantEnded($"/noi-bo/nguoi-dung/{row.Account}"), now, cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Two administrators always remain: with one alone no right could be given any more.</summary>
    internal static async Task RefuseLastTwoAsync(IndexDb db, Guid leaving, CancellationToken cancel)
    {
        var remaining = await db.Grants.Where(grant => grant.Role == Role.Administrator && grant.ConfirmedAt != null && grant.EndedAt == null && grant.Account != leaving
            && db.Users.Any(account => account.Id == grant.Account && account.DisabledAt == null)).Select(grant => grant.Account).Distinct().CountAsync(cancel);
        if (remaining < 2) throw new RefusedException(Refusal.TwoAdministratorsNeeded);
    }
}
