using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ParIndex.Core.Computation;

namespace ParIndex.Documents.Appendices;

/// <summary>phu-luc.xlsx: the tables of the Decision on sheets, numbers as numbers, ready to print. The same results give the same bytes.</summary>
public static class AppendixWriter
{
    /// <summary>Writes the workbook.</summary>
    public static void Write(CycleResult result, Stream output)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            document.ChangeIdOfPart(book, "rId1");
            book.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = SheetStyles.Sheet();
            var header = string.Join(" - ", Decision.Wording.Marks(result).Reverse());
            var under = Decision.Wording.Enclosed(result.Input.Cycle);
            var sheets = new Sheets();
            var names = new DefinedNames();
            var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var table in Tables(result))
            {
                var number = (uint)used.Count + 1;
                var name = SheetName(table.Sheet, used);
                var id = string.Create(CultureInfo.InvariantCulture, $"rIdSheet{number}");
                book.AddNewPart<WorksheetPart>(id).Worksheet = SheetPage.Of(table, under, header);
                sheets.Append(new Sheet { Name = name, SheetId = number, Id = id });
                names.Append(new DefinedName($"'{name.Replace("'", "''", StringComparison.Ordinal)}'!${SheetPage.HeaderRow}:${SheetPage.HeaderRow}")
                { Name = "_xlnm.Print_Titles", LocalSheetId = number - 1 });
            }

            book.Workbook = new Workbook(new BookViews(new WorkbookView()), sheets, names);
            book.Workbook.Save();
        }

        FixedZip.Write(package, output);
    }

    private static List<AppendixTable> Tables(CycleResult result) =>
    [
        .. Noticed(AppendixTables.Index(result), result), .. AppendixTables.Satisfaction(result), .. AppendixTables.Heads(result), .. AppendixTables.Areas(result),
        new("Kiểm tra", "Mã kiểm tra", [new("Nội dung", 30), new("Giá trị", 80)],
            [.. Decision.Wording.Checksums(result).Select(line => line.Split(": ", 2)).Select(pair => (IReadOnlyList<AppendixCell>)[AppendixCell.Of(pair[0]), AppendixCell.Of(pair[^1])])],
            [.. Decision.Wording.Marks(result).Skip(result.Input.Cycle.Notice is null ? 0 : 1), .. Decision.Wording.Notice(result)]),
    ];

    // The notice in full stands under the first table as well as with the checksums; every page has its short form above.
    private static IEnumerable<AppendixTable> Noticed(IReadOnlyList<AppendixTable> tables, CycleResult result) =>
        tables.Select((table, i) => i == 0 ? table with { Notes = [.. table.Notes, .. Decision.Wording.Notice(result)] } : table);

    // At most 31 characters, without those Excel forbids, each name once.
    private static string SheetName(string wanted, HashSet<string> used)
    {
        var legal = string.Concat(wanted.Where(letter => !"[]:*?/\\'".Contains(letter, StringComparison.Ordinal) && !char.IsControl(letter))).Trim();
        if (legal.Length == 0) legal = "Bảng";
        var name = legal.Length > 31 ? legal[..31].Trim() : legal;
        for (var n = 2; !used.Add(name); n++) name = $"{(legal.Length > 27 ? legal[..27].Trim() : legal)} {n}";
        return name;
    }
}
