using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ParIndex.Documents.Appendices;

/// <summary>One sheet: title in row 1, header in row 3 repeated on every printed page, then the rows and the notes.</summary>
internal static class SheetPage
{
    /// <summary>Row of the header; what stands from here is the table.</summary>
    public const uint HeaderRow = 3;

    /// <summary>Wider tables would be printed too small on a page that stands upright.</summary>
    private const double PortraitWidth = 100;

    public static Worksheet Of(AppendixTable table, string under, string pageHeader)
    {
        var widths = table.Columns.Select(column => Math.Max(9, column.Width * 1.15)).ToArray();
        var last = table.Columns.Count - 1;
        var wide = widths.Sum() > PortraitWidth;
        var merged = new MergeCells(new MergeCell { Reference = $"A1:{Reference(1, last)}" }, new MergeCell { Reference = $"A2:{Reference(2, last)}" });
        var data = new SheetData();
        data.Append(Row(1, [Words(1, 0, table.Title, SheetStyles.Title)]));
        data.Append(Tall(Row(2, [Words(2, 0, under, SheetStyles.Under)]), (under, widths.Sum())));
        data.Append(Tall(Row(HeaderRow, [.. table.Columns.Select((column, i) => Words(HeaderRow, i, column.Header, SheetStyles.Header))]),
            [.. table.Columns.Select((column, i) => (column.Header, widths[i]))]));
        var at = HeaderRow;
        foreach (var cells in table.Rows)
        {
            at++;
            data.Append(Tall(Row(at, [.. cells.Select((cell, i) => Of(at, i, cell, table.Columns[i]))]), [.. cells.Select((cell, i) => (cell.Shown, widths[i]))]));
        }

        at++;
        foreach (var note in table.Notes)
        {
            at++;
            data.Append(Tall(Row(at, [Words(at, 0, note, SheetStyles.Note)]), (note, widths.Sum())));
            merged.Append(new MergeCell { Reference = $"A{at}:{Reference(at, last)}" });
        }

        return new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(
                new Pane { VerticalSplit = HeaderRow, TopLeftCell = $"A{HeaderRow + 1}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
            { WorkbookViewId = 0 }),
            new Columns(widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })),
            data,
            merged,
            new PrintOptions { HorizontalCentered = true },
            new PageMargins { Left = 0.8, Right = 0.6, Top = 1.1, Bottom = 0.8, Header = 0.3, Footer = 0.3 },
            new PageSetup
            {
                PaperSize = 9,
                FitToWidth = 1,
                FitToHeight = table.Rows.Count <= (wide ? 22 : 40) ? 1u : 0, // A few notes do not need a page of their own.
                Orientation = wide ? OrientationValues.Landscape : OrientationValues.Portrait,
            },
            new HeaderFooter(new OddHeader($"&C&\"Times New Roman,Bold\"&9{Escaped(pageHeader)}"), new OddFooter("&C&\"Times New Roman,Regular\"&10Trang &P/&N")));
    }

    private static Row Row(uint at, Cell[] cells) => new(cells) { RowIndex = at };

    // Merged cells never grow by themselves, others not in every reader: a row gets the height of the lines its words take.
    private static Row Tall(Row row, params ReadOnlySpan<(string Words, double Width)> cells)
    {
        const double Line = 16.5, Margin = 1;
        var lines = 1.0;
        foreach (var (words, width) in cells) lines = Math.Max(lines, Math.Ceiling(words.Length / (width - Margin)));
        row.Height = lines * Line;
        row.CustomHeight = true;
        return row;
    }

    private static Cell Of(uint row, int column, AppendixCell cell, AppendixColumn of) => cell.Figure is { } figure
        ? new Cell(new CellValue(figure.ToString(CultureInfo.InvariantCulture)))
        { CellReference = Reference(row, column), StyleIndex = SheetStyles.Of(cell, of), DataType = CellValues.Number }
        : Words(row, column, cell.Words ?? "", SheetStyles.Of(cell, of));

    // An inline string is text whatever it begins with: "=…" from a file never becomes a formula.
    private static Cell Words(uint row, int column, string words, uint style) => new(new InlineString(new Text(Clean(words)) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve }))
    {
        CellReference = Reference(row, column),
        StyleIndex = style,
        DataType = CellValues.InlineString,
    };

    internal static string Reference(uint row, int column) => $"{Letters(column)}{row}";

    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + Letters(column % 26);

    // A page header holds at most 255 characters with its codes, and "&" begins a code.
    private static string Escaped(string words)
    {
        var one = Clean(words).Replace("&", "&&", StringComparison.Ordinal);
        return one.Length <= 200 ? one : one[..199].TrimEnd('&') + "…";
    }

    private static string Clean(string words) =>
        string.Concat(words.ReplaceLineEndings(" ").Where(letter => !char.IsControl(letter) && letter is not '\uFFFE' and not '\uFFFF'));
}
