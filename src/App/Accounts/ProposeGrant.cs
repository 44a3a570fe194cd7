using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Messages;
using ParIndex.App.Storage;

namespace ParIndex.App.Accounts;

/// <summary>A right to be given.</summary>
public sealed record ProposedGrant(Guid Account, Role Role, int? Cycle, string? Unit, string? Department, string? Reason);

/// <summary>One administrator proposes a right; it is in force once another confirmed it. Nobody proposes for himself.</summary>
public sealed class ProposeGrant(IndexDb db, TimeProvider clock)
{
    public async Task<Guid> RunAsync(Person person, ProposedGrant request, CancellationToken cancel)
    {
        person.NeedAdministrator();
        if (request.Account == person.Account) throw new RefusedException(Refusal.GrantToSelf);
        if (!await db.Users.AnyAsync(row => row.Id == request.Account && row.DisabledAt == null, cancel)) throw new RefusedException(Refusal.NotFound);
        var held = await db.Grants.Where(row => row.Account == request.Account && row.EndedAt == null).ToListAsync(cancel);
        var now = clock.GetUtcNow();
        var grant = await AddAsync(db, person.Account, request, held, now, cancel);
        await TellOthersAsync(db, person.Account, grant.Account, $"/noi-bo/nguoi-dung/{grant.Account}", now, cancel);
        await db.SaveChangesAsync(cancel);
        return grant.Id;
    }

    /// <summary>Checks a proposal and adds it with its line; the caller saves.</summary>
    internal static async Task<GrantRow> AddAsync(IndexDb db, Guid by, ProposedGrant request, IReadOnlyCollection<GrantRow> held, DateTimeOffset now, CancellationToken cancel)
    {
        var reason = Reasons.Required(request.Reason, "Reason");
        if (!Enum.IsDefined(request.Role)) throw new RefusedException(Refusal.Invalid("Role", new("Chọn vai trò.", "Choose a role.")));
        var unit = await CodeAsync(db, "Unit", request.Unit, GrantConflict.IsScored(request.Role), cancel);
        var department = await CodeAsync(db, "Department", request.Department, GrantConflict.Scores(request.Role), cancel);
        if (request.Cycle is { } cycle && !await db.Cycles.AnyAsync(row => row.Id == cycle, cancel))
            throw new RefusedException(Refusal.Invalid("Cycle", new("Không có kỳ đánh giá này.", "There is no such cycle.")));
        var grant = new GrantRow
        {
            Id = Guid.CreateVersion7(now),
            Account = request.Account,
            Role = request.Role,
            Cycle = request.Cycle,
            Unit = unit,
            Department = department,
            ProposedBy = by,
            ProposedAt = now,
            Reason = reason,
        };
        if (held.Any(row => row.Role == grant.Role && row.Cycle == grant.Cycle && row.Unit == unit && row.Department == department))
            throw new RefusedException(Refusal.GrantExists);
        await GrantConflict.RefuseAsync(db, grant, held, cancel);
        db.Add(grant);
        db.Note(new(by, JournalAct.Granted, JournalObject.Account(grant.Account), "grant.proposed", now, After: grant, Reason: reason));
        return grant;
    }

    /// <summary>Tells those who can confirm: administrators who neither proposed it nor receive it.</summary>
    internal static async Task TellOthersAsync(IndexDb db, Guid by, Guid? receiver, string link, DateTimeOffset now, CancellationToken cancel)
    {
        var administrators = await db.Grants.Where(row => row.Role == Role.Administrator && row.ConfirmedAt != null && row.EndedAt == null && row.Account != by && row.Account != receiver)
            .Select(row => row.Account).ToListAsync(cancel);
        await db.TellAsync(administrators, MailText.GrantToConfirm(link), now, cancel);
    }

    private static async Task<string?> CodeAsync(IndexDb db, string field, string? given, bool needed, CancellationToken cancel)
    {
        var code = given?.Trim() is { Length: > 0 } some ? some : null;
        if (!needed) return null;
        if (code is null) throw new RefusedException(Refusal.Invalid(field, new("Vai trò này cần chọn đơn vị.", "This role needs a unit.")));
        if (await db.OrgUnits.AnyAsync(row => row.Code == code, cancel) || await db.CycleUnits.AnyAsync(row => row.Unit == code, cancel)
            || (field == "Department" && await db.Assignments.AnyAsync(row => row.Department == code, cancel))) return code;
        throw new RefusedException(Refusal.UnknownUnit(field, code));
    }
}
