using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ParIndex.Documents.Appendices;

namespace ParIndex.Documents.Workbooks;

/// <summary>A sheet of text: a heading row, then rows. Every cell is text, so that nothing in it is ever a formula.</summary>
/// <param name="Name">Name of the sheet.</param>
/// <param name="Columns">Words of the heading row and the width of each column.</param>
/// <param name="Rows">The rows below.</param>
public sealed record PlainSheet(string Name, IReadOnlyList<(string Words, int Width)> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Columns whose cells are figures where they can be read as such; all others are text.</summary>
    public IReadOnlyList<int> Figures { get; init; } = [];
}

/// <summary>Workbooks for people to fill in and send back: headings that stay in sight, text in every cell.</summary>
public static class PlainWorkbook
{
    /// <summary>Writes the sheets; the same sheets give the same bytes.</summary>
    public static void Write(IReadOnlyList<PlainSheet> sheets, Stream output)
    {
        using var package = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(package, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            document.ChangeIdOfPart(book, "rId1");
            book.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = SheetStyles.Sheet();
            var names = new Sheets();
            for (var i = 0; i < sheets.Count; i++)
            {
                var id = string.Create(CultureInfo.InvariantCulture, $"rIdSheet{i + 1}");
                book.AddNewPart<WorksheetPart>(id).Worksheet = Page(sheets[i]);
                names.Append(new Sheet { Name = sheets[i].Name, SheetId = (uint)i + 1, Id = id });
            }

            book.Workbook = new Workbook(new BookViews(new WorkbookView()), names);
            book.Workbook.Save();
        }

        FixedZip.Write(package, output);
    }

    private static Worksheet Page(PlainSheet sheet)
    {
        var data = new SheetData(Line(1, sheet.Columns.Select(column => column.Words), SheetStyles.Header, []));
        for (var i = 0; i < sheet.Rows.Count; i++) data.Append(Line((uint)i + 2, sheet.Rows[i], SheetStyles.Words, sheet.Figures));
        return new Worksheet(
            new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            new Columns(sheet.Columns.Select((column, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = column.Width, CustomWidth = true })),
            data);
    }

    private static Row Line(uint number, IEnumerable<string> cells, uint style, IReadOnlyList<int> figures) =>
        new(cells.Select((words, i) => figures.Contains(i) && decimal.TryParse(words, NumberStyles.Number, CultureInfo.InvariantCulture, out var figure) ? Figure(figure, number, i) : Words(words, number, i, style)))
        { RowIndex = number };

    private static Cell Figure(decimal figure, uint row, int column) => new(new CellValue(figure.ToString(CultureInfo.InvariantCulture)))
    {
        CellReference = SheetPage.Reference(row, column),
        StyleIndex = figure == decimal.Truncate(figure) && figure.Scale == 0 ? SheetStyles.Whole : figure.Scale > 2 ? SheetStyles.Four : SheetStyles.Two,
        DataType = CellValues.Number,
    };

    private static Cell Words(string words, uint row, int column, uint style) => new()
    {
        CellReference = SheetPage.Reference(row, column),
        DataType = CellValues.InlineString,
        StyleIndex = style,
        InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(words) { Space = SpaceProcessingModeValues.Preserve }),
    };
}
