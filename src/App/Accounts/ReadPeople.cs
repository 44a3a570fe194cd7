using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;
using ParIndex.App.Units;
using ParIndex.Core;

namespace ParIndex.App.Accounts;

/// <summary>An account with what it may do, as the list of people shows it.</summary>
public sealed record PersonShown(
    Guid Id, string Name, string Email, string? Post, AccountState State, bool Password, bool SecondFactor, int Passkeys, bool Elsewhere, IReadOnlyList<UnitShown> Units, IReadOnlyList<GrantShown> Grants)
{
    /// <summary>Rights in force.</summary>
    public IEnumerable<GrantShown> InForce => Grants.Where(grant => grant is { EndedAt: null, ConfirmedAt: not null });

    /// <summary>Rights that wait for a second administrator.</summary>
    public IEnumerable<GrantShown> Waiting => Grants.Where(grant => grant is { EndedAt: null, ConfirmedAt: null });
}

/// <summary>A unit the person works or worked in.</summary>
public sealed record UnitShown(string Code, Text Name, DateOnly From, DateOnly? Until);

/// <summary>A right with the names of its places and people.</summary>
public sealed record GrantShown(
    Guid Id, Role Role, Text? Unit, Text? Department, int? CycleYear, Guid ProposedBy, string ProposedByName, DateTimeOffset ProposedAt, string Reason,
    string? ConfirmedByName, DateTimeOffset? ConfirmedAt, string? EndedByName, DateTimeOffset? EndedAt);

/// <summary>Reads who has an account here and what each may do: for administrators and observers.</summary>
public sealed class ReadPeople(IndexDb db, TimeProvider clock)
{
    /// <summary>Everybody whose name, address, post or unit has all the words, marks left out or not, in the order of names.</summary>
    public async Task<IReadOnlyList<PersonShown>> ListAsync(Person person, string? words, CancellationToken cancel)
    {
        var people = await ReadAsync(person, null, cancel);
        var sought = Folding.Fold(words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. people.Where(one => sought.Length == 0 || Holds(one, sought))];
    }

    /// <summary>One account.</summary>
    public async Task<PersonShown> OneAsync(Person person, Guid account, CancellationToken cancel) =>
        (await ReadAsync(person, account, cancel)).SingleOrDefault() ?? throw new RefusedException(Refusal.NotFound);

    private static bool Holds(PersonShown one, string[] sought)
    {
        var text = " " + Folding.Fold(string.Join(' ', [one.Name, one.Email, one.Post ?? "", .. one.Units.Select(unit => $"{unit.Code} {unit.Name.Vi}"), .. one.Grants.Where(grant => grant.EndedAt is null).SelectMany(grant => new[] { grant.Unit?.Vi, grant.Department?.Vi })]));
        return sought.All(word => text.Contains(" " + word, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<PersonShown>> ReadAsync(Person person, Guid? account, CancellationToken cancel)
    {
        if (!person.Is(Role.Administrator) && !person.Is(Role.Observer)) throw new RefusedException(Refusal.Forbidden);
        var now = clock.GetUtcNow();
        var accounts = await db.Users.Where(row => account == null || row.Id == account).Select(row => new
        {
            row.Id,
            row.FullName,
            row.Email,
            row.Post,
            row.LockoutEnd,
            row.DisabledAt,
            row.TwoFactorEnabled,
            row.Demo,
            Password = row.PasswordHash != null,
            Elsewhere = db.UserLogins.Any(login => login.UserId == row.Id),
            Passkeys = db.UserPasskeys.Count(passkey => passkey.UserId == row.Id),
            Invited = db.Invitations.Any(link => link.Account == row.Id && link.UsedAt == null && link.Expires > now),
        }).ToListAsync(cancel);
        var grants = await db.Grants.Where(row => account == null || row.Account == account).ToListAsync(cancel);
        var members = await db.Memberships.Where(row => account == null || row.Account == account).ToListAsync(cancel);
        var acting = grants.SelectMany(grant => new[] { grant.ProposedBy, grant.ConfirmedBy, grant.EndedBy }).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.Where(row => acting.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.FullName, cancel);
        var units = await UnitNames.ReadAsync(db, cancel);
        var years = await db.Cycles.ToDictionaryAsync(cycle => cycle.Id, cycle => cycle.Year, cancel);
        string? By(Guid? id) => id is { } known ? names.GetValueOrDefault(known, "?") : null;
        Text? Unit(string? code) => code is null ? null : units.GetValueOrDefault(code) ?? Text.Same(code);
        return [.. accounts.Select(row => new PersonShown(
            row.Id, row.FullName, row.Email!, row.Post,
            row.DisabledAt is not null ? AccountState.Closed
                : row.LockoutEnd > now ? AccountState.Locked
                : row.Password || row.Passkeys > 0 || row.Elsewhere || row.Demo ? AccountState.Active
                : row.Invited ? AccountState.Invited : AccountState.InvitationExpired,
            row.Password, row.TwoFactorEnabled, row.Passkeys, row.Elsewhere,
            [.. members.Where(member => member.Account == row.Id).OrderBy(member => member.From).Select(member => new UnitShown(member.Unit, Unit(member.Unit)!, member.From, member.Until))],
            [.. grants.Where(grant => grant.Account == row.Id).OrderByDescending(grant => grant.ProposedAt).ThenBy(grant => grant.Id).Select(grant => new GrantShown(
                grant.Id, grant.Role, Unit(grant.Unit), Unit(grant.Department), grant.Cycle is { } cycle ? years.GetValueOrDefault(cycle) : null,
                grant.ProposedBy, By(grant.ProposedBy)!, grant.ProposedAt, grant.Reason, By(grant.ConfirmedBy), grant.ConfirmedAt, By(grant.EndedBy), grant.EndedAt))]))
            .OrderBy(row => Folding.Fold(LastNameFirst(row.Name)), StringComparer.Ordinal).ThenBy(row => row.Email, StringComparer.Ordinal)];
    }

    // A Vietnamese list goes by the given name, which stands last.
    private static string LastNameFirst(string name) => name.LastIndexOf(' ') is > 0 and var at && !name.Contains(',', StringComparison.Ordinal) ? $"{name[(at + 1)..]} {name[..at]}" : name;
}
