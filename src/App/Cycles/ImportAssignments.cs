using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Storage;
using ParIndex.App.Units;
using ParIndex.Documents.Workbooks;

namespace ParIndex.App.Cycles;

/// <summary>What a sheet of assignments would do.</summary>
/// <param name="Faults">What is wrong, by cell; none: it may be accepted.</param>
/// <param name="Asked">The assignments it asks for.</param>
public sealed record AssignmentImport(IReadOnlyList<SheetFault> Faults, IReadOnlyList<Assignment> Asked);

/// <summary>Assigns leaves by a sheet: the workbook is handed out as the assignments stand, and comes back whole or not at all.</summary>
public sealed class ImportAssignments(IndexDb db, TimeProvider clock)
{
    /// <summary>The columns of the sheet.</summary>
    public static IReadOnlyList<SheetColumn> Columns { get; } =
    [
        new("File", "Tệp bộ chỉ số", 36), new("Leaf", "Tiêu chí", 12), new("Name", "Tên tiêu chí", 60, Needed: false), new("Department", "Cơ quan chủ trì", 20),
        new("Account", "Thư điện tử người thẩm định", 36), new("Substitute", "Thư điện tử người thay", 36, Needed: false),
    ];

    /// <summary>The workbook with the assignments as they are.</summary>
    public async Task WriteAsync(Person person, int id, Stream output, CancellationToken cancel)
    {
        person.Need(id, Role.Secretariat, Role.AppraisalLead);
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        var book = await new ReadAssignments(db).RunAsync(cycle, cancel);
        var mine = person.Is(id, Role.Secretariat) ? null : person.AppraisesFor(id, Role.AppraisalLead).ToHashSet(StringComparer.Ordinal);
        var accounts = book.People.Select(one => one.Id).ToList();
        var mails = await db.Users.Where(row => accounts.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Email ?? "", cancel);
        string Mail(Guid? account) => account is { } known ? mails.GetValueOrDefault(known, "") : "";
        PlainWorkbook.Write(
            [
                new("Phân công", [.. Columns.Select(column => (column.Heading, column.Width))], [.. book.Leaves.Where(leaf => mine is null || mine.Contains(leaf.Row.Department))
                    .Select(leaf => (IReadOnlyList<string>)[leaf.Row.File, leaf.Row.Leaf, leaf.Leaf.Name.Vi, leaf.Row.Department, Mail(leaf.Row.Account), Mail(leaf.Row.Substitute)])]),
                new("Người thẩm định", [("Họ tên", 36), ("Thư điện tử", 36), ("Cơ quan", 20)], [.. book.People.Where(one => mine is null || one.Departments.Any(mine.Contains))
                    .Select(one => (IReadOnlyList<string>)[one.Name, Mail(one.Id), string.Join(", ", one.Departments)])]),
            ],
            output);
    }

    /// <summary>What the sheet would do; nothing is saved.</summary>
    public async Task<AssignmentImport> CheckAsync(Person person, int id, FilledSheet sheet, CancellationToken cancel)
    {
        person.Need(id, Role.Secretariat, Role.AppraisalLead);
        var (faults, asked) = (new List<SheetFault>(), new List<Assignment>());
        var names = await UnitNames.ReadAsync(db, cancel);
        var accounts = (await db.Users.Where(row => row.DisabledAt == null && row.NormalizedEmail != null).Select(row => new { row.NormalizedEmail, row.Id }).ToListAsync(cancel))
            .ToDictionary(row => row.NormalizedEmail!, row => row.Id, StringComparer.Ordinal);
        var seen = new HashSet<(string File, string Leaf)>();
        var assign = new Assign(db, clock);
        foreach (var row in sheet.Rows)
        {
            var before = faults.Count;
            Guid? Account(string field)
            {
                if (row[field] is not { } mail) return null;
                if (accounts.TryGetValue(mail.ToUpperInvariant(), out var account)) return account;
                faults.Add(sheet.Fault(row, field, new("Không có tài khoản dùng địa chỉ thư này. Xem trang “Người thẩm định” của tệp.", "No account has this address. See the sheet “Người thẩm định”.")));
                return null;
            }

            if (!seen.Add((row["File"] ?? "", row["Leaf"] ?? "")))
                faults.Add(sheet.Fault(row, "Leaf", new("Tiêu chí này đã có ở dòng trên. Mỗi tiêu chí một dòng.", "A row above has this criterion. One row for each.")));
            // By code, or by full name as people type it.
            var department = row["Department"] is { } given && !names.ContainsKey(given) ? names.FirstOrDefault(name => Folding.Fold(name.Value.Vi) == Folding.Fold(given)).Key ?? given : row["Department"];
            var wanted = new Assignment(row["File"] ?? "", row["Leaf"] ?? "", department ?? "", Account("Account"), Account("Substitute"));
            if (faults.Count > before) continue;
            if (await assign.WhyNotAsync(person, id, wanted, cancel) is { } refusal)
                faults.Add(sheet.Fault(row, FieldOf(refusal), refusal.Code == "not_found"
                    ? new("Kỳ này không có tiêu chí này trong bộ chỉ số đã ghi.", "The cycle has no such criterion in that framework.") : refusal.Message));
            asked.Add(wanted);
        }

        return new(faults, asked);
    }

    /// <summary>Assigns, unless something is wrong.</summary>
    public async Task<AssignmentImport> RunAsync(Person person, int id, FilledSheet sheet, CancellationToken cancel)
    {
        var read = await CheckAsync(person, id, sheet, cancel);
        if (read.Faults.Count == 0) await new Assign(db, clock).RunAsync(person, id, read.Asked, cancel);
        return read;
    }

    private static string FieldOf(Refusal refusal) => refusal.Code switch
    {
        "not_found" => "Leaf",
        "not_an_appraiser" => "Account",
        "conflict_of_interest" => "Substitute",
        "forbidden" => "Department",
        _ => refusal.Field switch { "department" => "Department", "substitute" => "Substitute", _ => "Leaf" },
    };
}
