using System.Text.Json;
using ParIndex.App.Units;
using ParIndex.Core;
using ParIndex.Documents.Workbooks;

namespace ParIndex.App.Accounts;

/// <summary>A row of the sheet of people as typed: a person, and perhaps a right to propose.</summary>
public sealed record PersonLine(int Row, string? FullName, string? Email, string? Post, string? WorksIn, string? Role, string? Place, string? Cycle, string? Reason);

/// <summary>What is wrong with a cell.</summary>
public sealed record CellFault(string Cell, string? Given, Text Message);

/// <summary>The sheet people are imported from: which column holds what, and the rows.</summary>
public sealed record PeopleSheet(IReadOnlyDictionary<string, string> Columns, IReadOnlyList<PersonLine> Lines)
{
    private static readonly (string Field, string Heading, int Width, bool Needed)[] Known =
    [
        (nameof(PersonLine.FullName), "Họ và tên", 28, true), (nameof(PersonLine.Email), "Thư điện tử", 30, true), (nameof(PersonLine.Post), "Chức vụ", 24, false),
        (nameof(PersonLine.WorksIn), "Đơn vị công tác", 18, false), (nameof(PersonLine.Role), "Vai trò", 38, false), (nameof(PersonLine.Place), "Đơn vị được giao", 18, false),
        (nameof(PersonLine.Cycle), "Kỳ đánh giá", 18, false), (nameof(PersonLine.Reason), "Lý do, văn bản phân công", 40, false),
    ];

    /// <summary>Reads the first sheet; the headings may stand in any order.</summary>
    /// <exception cref="RefusedException">No workbook, or not this one.</exception>
    public static PeopleSheet Read(Stream file)
    {
        IReadOnlyList<SheetRow> rows;
        try
        {
            rows = SheetReading.Read(file);
        }
        catch (SheetTroubleException trouble)
        {
            throw new RefusedException(trouble.Trouble == SheetTrouble.TooLarge ? Refusal.SheetTooLarge : Refusal.NotASheet);
        }

        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (letter, words) in rows.Count == 0 ? [] : rows[0].Cells.AsEnumerable())
            if (Known.FirstOrDefault(known => Folding.Fold(known.Heading) == Folding.Fold(words)) is { Field: not null } known) columns.TryAdd(known.Field, letter);
        var missing = Known.Where(known => known.Needed && !columns.ContainsKey(known.Field)).Select(known => known.Heading).ToList();
        if (missing.Count > 0) throw new RefusedException(Refusal.SheetHeadingsMissing(string.Join(", ", missing)));
        string? Cell(SheetRow row, string field) => columns.TryGetValue(field, out var letter) ? row[letter] : null;
        var lines = rows.Skip(1).Select(row => new PersonLine(
            row.Number, Cell(row, nameof(PersonLine.FullName)), Cell(row, nameof(PersonLine.Email)), Cell(row, nameof(PersonLine.Post)), Cell(row, nameof(PersonLine.WorksIn)),
            Cell(row, nameof(PersonLine.Role)), Cell(row, nameof(PersonLine.Place)), Cell(row, nameof(PersonLine.Cycle)), Cell(row, nameof(PersonLine.Reason))))
            .Where(line => line is not { FullName: null, Email: null, Role: null }).ToList();
        return lines.Count == 0 ? throw new RefusedException(Refusal.SheetEmpty) : new(columns, lines);
    }

    /// <summary>The workbook to fill in, with the roles and the units beside it.</summary>
    public static void WriteEmpty(IReadOnlyDictionary<string, Text> units, Stream output) => PlainWorkbook.Write(
        [
            new("Người dùng", [.. Known.Select(known => (known.Heading, known.Width))], []),
            new("Vai trò", [("Vai trò", 46), ("Đơn vị được giao", 50)], [.. Enum.GetValues<Role>().Select(role => (IReadOnlyList<string>)[RoleText.Of(role).Vi, RoleText.PlaceOf(role) switch
            {
                RolePlace.Unit => "Cần: mã đơn vị được chấm",
                RolePlace.Department => "Cần: mã cơ quan chủ trì thẩm định",
                _ => "Để trống",
            }])]),
            new("Đơn vị", [("Mã", 14), ("Tên", 60)], [.. units.Select(unit => (IReadOnlyList<string>)[unit.Key, unit.Value.Vi])]),
        ],
        output);

    /// <summary>For the page that shows what was read and sends it back to be accepted.</summary>
    public string Packed() => JsonSerializer.Serialize(this);

    /// <summary>What <see cref="Packed"/> gave; everything in it is checked anew.</summary>
    public static PeopleSheet Unpacked(string? packed)
    {
        try
        {
            return JsonSerializer.Deserialize<PeopleSheet>(packed ?? "") is { Lines.Count: > 0, Columns: not null } sheet ? sheet : throw new RefusedException(Refusal.SheetEmpty);
        }
        catch (JsonException)
        {
            throw new RefusedException(Refusal.SheetEmpty);
        }
    }

    internal string CellOf(string field, int row) => Columns.TryGetValue(field, out var letter) ? $"{letter}{row}" : $"{row}";
}
