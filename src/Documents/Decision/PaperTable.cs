using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ParIndex.Documents.Appendices;

namespace ParIndex.Documents.Decision;

/// <summary>A table of an appendix on paper: header row on every page, figures at the right in locked content controls.</summary>
internal static class PaperTable
{
    private const double Size = 12;

    /// <param name="table">What it holds.</param>
    /// <param name="width">In millimetres.</param>
    /// <param name="nextId">Ids of content controls, counted through the document: the same document, the same ids.</param>
    public static Table Of(AppendixTable table, double width, Func<int> nextId)
    {
        var all = table.Columns.Sum(column => column.Width);
        var widths = table.Columns.Select(column => Paper.Twips(width * column.Width / all)).ToArray();
        var result = new Table(
            new TableProperties(
                new TableWidth { Width = Paper.Text(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = "30", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 70, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "30", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 70, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(one => new GridColumn { Width = Paper.Text(one) })));
        var header = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        for (var i = 0; i < widths.Length; i++)
            header.Append(Cell(widths[i], Paper.Paragraph(JustificationValues.Center, 0, 0, 0, true, Paper.Run(table.Columns[i].Header, Size, bold: true))));
        result.Append(header);
        for (var at = 0; at < table.Rows.Count; at++)
        {
            // No row stands alone: the first two and the last three stay on one page.
            var (cells, together) = (table.Rows[at], at == 0 || (at >= table.Rows.Count - 3 && at < table.Rows.Count - 1));
            var row = new TableRow(new TableRowProperties(new CantSplit()));
            for (var i = 0; i < widths.Length; i++) row.Append(Cell(widths[i], Content(cells[i], table.Columns[i], together, nextId)));
            result.Append(row);
        }

        return result;
    }

    private static Paragraph Content(AppendixCell cell, AppendixColumn column, bool together, Func<int> nextId)
    {
        var run = Paper.Run(cell.Shown, Size, italic: column.Figures && cell.Figure is null);
        OpenXmlElement content = cell.Tag is { } tag ? Paper.Locked(tag, nextId(), run) : run;
        var align = column.Figures ? JustificationValues.Right
            : cell.Figure is not null || column.Header == "Hạng" ? JustificationValues.Center
            : JustificationValues.Left;
        return Paper.Paragraph(align, 0, 0, 0, together, content);
    }

    private static TableCell Cell(int width, Paragraph content) => new(
        new TableCellProperties(
            new TableCellWidth { Width = Paper.Text(width), Type = TableWidthUnitValues.Dxa },
            new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
        content);

    private static TableBorders Borders() => new(
        new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
        new BottomBorder { Val = BorderValues.Single, Size = 4 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });
}
