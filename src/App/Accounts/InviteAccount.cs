using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Storage;

namespace ParIndex.App.Accounts;

/// <summary>Whom to invite.</summary>
/// <param name="FullName">Name of the person.</param>
/// <param name="Email">Own official address: accounts are never shared.</param>
/// <param name="Post">Post, as documents name it.</param>
/// <param name="Unit">The unit the person works in; null: none of those that are scored.</param>
/// <param name="PublicAddress">The site's configured address, to send the link by mail; null: the link is printed and handed over.</param>
public sealed record Invitation(string? FullName, string? Email, string? Post, string? Unit, string? PublicAddress);

/// <summary>Makes a personal account without any right and invites its holder to set up the own sign-in.</summary>
public sealed class InviteAccount(IndexDb db, TimeProvider clock)
{
    /// <summary>How long an invitation holds.</summary>
    public static TimeSpan Holds { get; } = TimeSpan.FromDays(7);

    public async Task<Invited> RunAsync(Person person, Invitation request, CancellationToken cancel)
    {
        person.NeedAdministrator();
        var now = clock.GetUtcNow();
        var account = NewAccount(request.FullName, request.Email, request.Post, now);
        var invited = await AddAsync(db, person.Account, account, request.Unit, request.PublicAddress, now, cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (db.Users.AsNoTracking().Any(row => row.NormalizedEmail == account.NormalizedEmail))
        {
            throw new RefusedException(Refusal.AccountExists);
        }

        return invited;
    }

    /// <summary>Checks a new account and adds it with its invitation and its line; the caller saves.</summary>
    internal static async Task<Invited> AddAsync(IndexDb db, Guid by, AccountRow account, string? worksIn, string? publicAddress, DateTimeOffset now, CancellationToken cancel)
    {
        if (await db.Users.AnyAsync(row => row.NormalizedEmail == account.NormalizedEmail, cancel)) throw new RefusedException(Refusal.AccountExists);
        var unit = worksIn?.Trim() is { Length: > 0 } code ? code : null;
        if (unit is not null && !await db.OrgUnits.AnyAsync(row => row.Code == unit, cancel) && !await db.CycleUnits.AnyAsync(row => row.Unit == unit, cancel))
            throw new RefusedException(Refusal.UnknownUnit("Unit", unit));
        db.Add(account);
        if (unit is not null) db.Add(new MembershipRow { Account = account.Id, Unit = unit, From = Vietnam.Day(now) });
        var invited = Invited.Add(db, account, by, now, Holds, []);
        if (publicAddress is not null) invited.Send(db, account, publicAddress, now);
        db.Note(new(by, JournalAct.Granted, JournalObject.Account(account.Id), "account.invited", now,
            After: new { account.FullName, account.Email, account.Post, Unit = unit, invited.Expires, ByMail = publicAddress is not null }));
        return invited;
    }

    internal static AccountRow NewAccount(string? fullName, string? email, string? post, DateTimeOffset now)
    {
        var name = Visible.Checked(fullName, "FullName", 200)?.Trim();
        if (string.IsNullOrEmpty(name)) throw new RefusedException(Refusal.Invalid("FullName", new("Ghi họ và tên.", "Give the full name.")));
        var mail = Visible.Checked(email, "Email", 200)?.Trim() ?? "";
        if (!MimeKit.MailboxAddress.TryParse(mail, out var box) || box.Address != mail || !mail.Contains('@', StringComparison.Ordinal))
            throw new RefusedException(Refusal.Invalid("Email", new("Địa chỉ thư điện tử không đúng. Ví dụ: ten@haiphong.gov.vn.", "Not an e-mail address. Example: name@haiphong.gov.vn.")));
        return new()
        {
            Id = Guid.CreateVersion7(now),
            UserName = mail,
            NormalizedUserName = mail.ToUpperInvariant(),
            Email = mail,
            NormalizedEmail = mail.ToUpperInvariant(),
            FullName = name,
            Post = Visible.Checked(post, "Post", 200)?.Trim() is { Length: > 0 } given ? given : null,
            CreatedAt = now,
            LockoutEnabled = true,
            SecurityStamp = Secret.New(),
        };
    }
}
