using System.Globalization;
using ParIndex.App.Accounts;
using ParIndex.App.Storage;
using ParIndex.Documents.Workbooks;

namespace ParIndex.App.Units;

/// <summary>Adds the units of a sheet: all of them, or none.</summary>
public sealed class ImportUnits(IndexDb db, TimeProvider clock)
{
    private static readonly string[] Dates = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-MM-dd"];

    /// <summary>The columns of the sheet.</summary>
    public static IReadOnlyList<SheetColumn> Columns { get; } =
    [
        new("Code", "Mã riêng", 14), new("NameVi", "Tên đầy đủ", 46), new("ShortVi", "Tên gọi tắt", 26, Needed: false), new("NameEn", "Tên tiếng Anh", 40, Needed: false),
        new("Kind", "Loại đơn vị", 20), new("Date", "Có từ ngày", 14), new("Document", "Văn bản", 40), new("OfficialCode", "Mã nhà nước", 14, Needed: false),
    ];

    /// <summary>The workbook to fill in, with the kinds beside it.</summary>
    public static void WriteEmpty(Stream output) => PlainWorkbook.Write(
        [
            new("Đơn vị", [.. Columns.Select(column => (column.Heading, column.Width))], []),
            new("Loại đơn vị", [("Loại đơn vị", 26)], [.. UnitText.Kinds.Select(kind => (IReadOnlyList<string>)[UnitText.Kind(kind).Vi])]),
        ],
        output);

    /// <summary>What is wrong with the sheet, cell by cell; nothing is saved.</summary>
    public Task<IReadOnlyList<SheetFault>> CheckAsync(Person person, FilledSheet sheet, CancellationToken cancel) => AddAsync(person, sheet, save: false, cancel);

    /// <summary>Adds them, unless something is wrong.</summary>
    public Task<IReadOnlyList<SheetFault>> RunAsync(Person person, FilledSheet sheet, CancellationToken cancel) => AddAsync(person, sheet, save: true, cancel);

    private async Task<IReadOnlyList<SheetFault>> AddAsync(Person person, FilledSheet sheet, bool save, CancellationToken cancel)
    {
        if (!person.Is(Role.Secretariat)) throw new RefusedException(Refusal.Forbidden);
        var (faults, now) = (new List<SheetFault>(), clock.GetUtcNow());
        UnitChange? last = null;
        foreach (var row in sheet.Rows)
        {
            try
            {
                DateOnly? date = DateOnly.TryParseExact(row["Date"], Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
                var kind = UnitText.Kinds.FirstOrDefault(one => Folding.Fold(UnitText.Kind(one).Vi) == Folding.Fold(row["Kind"] ?? ""));
                last = UnitChange.Begin(db, person, date, row["Document"], now);
                var named = new UnitNamed(row["NameVi"], row["NameEn"], row["ShortVi"], null);
                var unit = await last.NewAsync(new(row["Code"], kind, named, row["OfficialCode"]), "Code", cancel);
                last.Note("unit.added", [unit], new { unit.Code, name = named.Name.Vi, unit.Kind, from = last.Date });
            }
            catch (RefusedException refused) when (refused.Refusal.Kind == RefusalKind.Invalid)
            {
                faults.Add(sheet.Fault(row, refused.Refusal.Field ?? "Code", refused.Refusal.Message));
            }
        }

        if (save && faults.Count == 0) await last!.SaveAsync(cancel);
        return faults;
    }
}
