using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;
using ParIndex.App.Units;

namespace ParIndex.App.Accounts;

/// <summary>What a sheet of people would do, or why it cannot.</summary>
/// <param name="Faults">What is wrong, by cell; none: it may be accepted.</param>
/// <param name="Invited">New accounts, in the order of the rows.</param>
/// <param name="New">The rows they are from.</param>
/// <param name="Proposed">How many rights are proposed.</param>
public sealed record PeopleImport(IReadOnlyList<CellFault> Faults, IReadOnlyList<Invited> Invited, IReadOnlyList<int> New, int Proposed);

/// <summary>Invites the people of a sheet and proposes their rights: the whole sheet, or nothing of it.</summary>
public sealed class ImportPeople(IndexDb db, TimeProvider clock)
{
    /// <summary>What the sheet would do; nothing is saved.</summary>
    public async Task<PeopleImport> CheckAsync(Person person, PeopleSheet sheet, CancellationToken cancel) => await AddAsync(person, sheet, null, clock.GetUtcNow(), cancel);

    /// <summary>Does it.</summary>
    /// <param name="person">Who imports.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="publicAddress">The site's address, to send the links by mail; null: they are handed over.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<PeopleImport> RunAsync(Person person, PeopleSheet sheet, string? publicAddress, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var done = await AddAsync(person, sheet, publicAddress, now, cancel);
        if (done.Faults.Count > 0) return done;
        if (done.Proposed > 0) await ProposeGrant.TellOthersAsync(db, person.Account, null, "/noi-bo/nguoi-dung?trang-thai=cho", now, cancel);
        await db.SaveChangesAsync(cancel);
        return done;
    }

    private async Task<PeopleImport> AddAsync(Person person, PeopleSheet sheet, string? publicAddress, DateTimeOffset now, CancellationToken cancel)
    {
        person.NeedAdministrator();
        var faults = new List<CellFault>();
        var invited = new List<Invited>();
        var rows = new List<int>();
        var known = new Dictionary<string, (Guid Account, string Name, List<GrantRow> Held)>(StringComparer.Ordinal);
        var cycles = await db.Cycles.ToDictionaryAsync(cycle => cycle.Code, cycle => cycle.Id, StringComparer.OrdinalIgnoreCase, cancel);
        var roles = Enum.GetValues<Role>().ToDictionary(role => Folding.Fold(RoleText.Of(role).Vi), StringComparer.Ordinal);
        var names = await UnitNames.ReadAsync(db, cancel);
        // By code, or by full name as people type it.
        string? Code(string? given) => given is null || names.ContainsKey(given) ? given : names.FirstOrDefault(name => Folding.Fold(name.Value.Vi) == Folding.Fold(given)).Key ?? given;
        var proposed = 0;
        foreach (var line in sheet.Lines)
        {
            var before = faults.Count;
            void Fault(string field, string? given, Core.Text message) => faults.Add(new(sheet.CellOf(field, line.Row), given, message));
            AccountRow? account = null;
            try
            {
                account = InviteAccount.NewAccount(line.FullName, line.Email, line.Post, now);
            }
            catch (RefusedException refused)
            {
                Fault(refused.Refusal.Field ?? nameof(line.FullName), refused.Refusal.Field == "Email" ? line.Email : line.FullName, refused.Refusal.Message);
            }

            Role? role = null;
            if (line.Role is { } words && !roles.TryGetValue(Folding.Fold(words), out var found))
                Fault(nameof(line.Role), words, new("Không có vai trò này. Chọn đúng tên trong trang “Vai trò” của tệp mẫu.", "There is no such role. Take a name of the sheet “Vai trò”."));
            else if (line.Role is not null) role = roles[Folding.Fold(line.Role)];
            int? cycle = null;
            if (line.Cycle is { } code && !cycles.TryGetValue(code, out _))
                Fault(nameof(line.Cycle), code, new("Không có kỳ đánh giá mã này. Để trống nếu quyền có ở mọi kỳ.", "There is no cycle with this code. Leave it empty for all cycles."));
            else if (line.Cycle is not null) cycle = cycles[line.Cycle];
            if (faults.Count > before) continue;

            var placeField = nameof(line.WorksIn);
            try
            {
                if (!known.TryGetValue(account!.NormalizedEmail!, out var of))
                {
                    var there = await db.Users.Where(row => row.NormalizedEmail == account.NormalizedEmail && row.DisabledAt == null).Select(row => new { row.Id, row.FullName }).SingleOrDefaultAsync(cancel);
                    if (there is not null && role is null) throw new RefusedException(Refusal.AccountExists);
                    if (there is null)
                    {
                        invited.Add(await InviteAccount.AddAsync(db, person.Account, account, Code(line.WorksIn), publicAddress, now, cancel));
                        rows.Add(line.Row);
                        of = (account.Id, account.FullName, []);
                    }
                    else
                    {
                        of = (there.Id, there.FullName, await db.Grants.Where(row => row.Account == there.Id && row.EndedAt == null).ToListAsync(cancel));
                    }

                    known[account.NormalizedEmail!] = of;
                }
                else if (role is null)
                {
                    throw new RefusedException(Refusal.AccountExists);
                }

                if (Folding.Fold(of.Name) != Folding.Fold(account.FullName))
                    throw new RefusedException(Refusal.Invalid("FullName", new($"Địa chỉ thư này là của “{of.Name}”.", $"This address belongs to “{of.Name}”.")));
                if (role is not { } given) continue;
                if (of.Account == person.Account) throw new RefusedException(Refusal.GrantToSelf);
                placeField = nameof(line.Place);
                var place = RoleText.PlaceOf(given);
                var grant = await ProposeGrant.AddAsync(
                    db, person.Account, new(of.Account, given, cycle, place == RolePlace.Unit ? Code(line.Place) : null, place == RolePlace.Department ? Code(line.Place) : null, line.Reason), of.Held, now, cancel);
                of.Held.Add(grant);
                proposed++;
            }
            catch (RefusedException refused)
            {
                var (field, said) = refused.Refusal.Field switch
                {
                    "Email" => (nameof(line.Email), line.Email),
                    "FullName" => (nameof(line.FullName), line.FullName),
                    "Reason" => (nameof(line.Reason), line.Reason),
                    "Unit" or "Department" => (placeField, placeField == nameof(line.Place) ? line.Place : line.WorksIn),
                    _ => (nameof(line.Role), line.Role),
                };
                Fault(field, said, refused.Refusal.Message);
            }
        }

        return new(faults, invited, rows, proposed);
    }
}
