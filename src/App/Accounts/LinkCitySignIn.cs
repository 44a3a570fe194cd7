using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Storage;

namespace ParIndex.App.Accounts;

/// <summary>Somebody as the city's server names him.</summary>
public sealed record CityPerson(string Issuer, string Subject, string? Email, bool EmailVerified);

/// <summary>
/// Finds the account of somebody who signed in at the city's server: the one linked to that name, or, the first time, the invited account with
/// the same verified address. Nobody gets an account this way who was not invited.
/// </summary>
public sealed class LinkCitySignIn(IndexDb db, TimeProvider clock)
{
    private const int Longest = 120;

    /// <summary>The account.</summary>
    /// <exception cref="RefusedException">Not invited, not verified, closed, or linked to somebody else there: one answer for all.</exception>
    public async Task<AccountRow> RunAsync(CityPerson person, CancellationToken cancel)
    {
        var (issuer, subject) = (Key(person.Issuer), Key(person.Subject));
        var now = clock.GetUtcNow();
        if (await db.UserLogins.SingleOrDefaultAsync(login => login.LoginProvider == issuer && login.ProviderKey == subject, cancel) is { } linked)
            return await db.Users.AsTracking().SingleOrDefaultAsync(row => row.Id == linked.UserId && row.DisabledAt == null, cancel) ?? throw await RefusedAsync(linked.UserId, now, cancel);
        var wanted = person.Email?.Trim().ToUpperInvariant() ?? "";
        var account = person.EmailVerified && wanted.Length > 0
            ? await db.Users.AsTracking().SingleOrDefaultAsync(row => row.NormalizedEmail == wanted && row.DisabledAt == null && !row.Demo, cancel) : null;
        if (account is null || await db.UserLogins.AnyAsync(login => login.UserId == account.Id && login.LoginProvider == issuer, cancel)) throw await RefusedAsync(account?.Id, now, cancel);
        db.Add(new IdentityUserLogin<Guid> { LoginProvider = issuer, ProviderKey = subject, ProviderDisplayName = person.Issuer, UserId = account.Id });
        foreach (var link in await db.Invitations.AsTracking().Where(row => row.Account == account.Id && row.UsedAt == null).ToListAsync(cancel)) link.UsedAt = now;
        account.EmailConfirmed = true;
        db.Note(new(account.Id, JournalAct.Granted, JournalObject.Account(account.Id), "account.linked", now, After: new { person.Issuer }));
        await db.SaveChangesAsync(cancel);
        return account;
    }

    private async Task<RefusedException> RefusedAsync(Guid? account, DateTimeOffset now, CancellationToken cancel)
    {
        db.Add(new SecurityEventRow { Id = Guid.CreateVersion7(now), At = now, Account = account, Kind = "sign_in.refused", Detail = "city" });
        await db.SaveChangesAsync(cancel);
        return new(Refusal.CityUnknown);
    }

    // Keys have their room; what is longer is kept by its hash.
    private static string Key(string name) => name.Length <= Longest ? name : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
