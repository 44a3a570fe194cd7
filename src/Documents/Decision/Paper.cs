using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Lock = DocumentFormat.OpenXml.Wordprocessing.Lock;

namespace ParIndex.Documents.Decision;

/// <summary>Paragraphs and runs in the type of Nghị định 30/2020/NĐ-CP, phụ lục I. Sizes in points, lengths in millimetres.</summary>
internal static class Paper
{
    public static int Twips(double millimetres) => (int)Math.Round(millimetres * 1440 / 25.4, MidpointRounding.AwayFromZero);

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static Run Run(string words, double size = 14, bool bold = false, bool italic = false)
    {
        var properties = new RunProperties();
        if (bold) properties.Append(new Bold());
        if (italic) properties.Append(new Italic());
        properties.Append(new FontSize { Val = Text((int)(size * 2)) });
        return new Run(properties, new Text(Clean(words)) { Space = SpaceProcessingModeValues.Preserve });
    }

    /// <summary>A paragraph of its own alignment; before and after in points.</summary>
    public static Paragraph Paragraph(JustificationValues align, double before, double after, params OpenXmlElement[] runs) =>
        Paragraph(align, before, after, 0, false, runs);

    public static Paragraph Paragraph(JustificationValues align, double before, double after, double firstLine, bool keepNext, params OpenXmlElement[] runs)
    {
        var properties = new ParagraphProperties();
        if (keepNext) properties.Append(new KeepNext());
        properties.Append(new SpacingBetweenLines { Before = Text((int)(before * 20)), After = Text((int)(after * 20)) });
        if (firstLine > 0) properties.Append(new Indentation { FirstLine = Text(Twips(firstLine)) });
        properties.Append(new Justification { Val = align });
        return new Paragraph([properties, .. runs]);
    }

    public static Paragraph Centre(string words, double size, bool bold = false, bool italic = false, bool keepNext = false) =>
        Paragraph(JustificationValues.Center, 0, 0, 0, keepNext, Run(words, size, bold, italic));

    /// <summary>A rule of this length in the middle of a column of that width: a paragraph indented on both sides with a border above.</summary>
    public static Paragraph Rule(double length, double column)
    {
        var side = Text(Twips((column - length) / 2));
        return new Paragraph(new ParagraphProperties(
            new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 1, Color = "000000" }),
            new SpacingBetweenLines { Before = "60", After = "0", Line = "120", LineRule = LineSpacingRuleValues.Exact },
            new Indentation { Left = side, Right = side }));
    }

    /// <summary>A figure in a locked content control, found again by its tag.</summary>
    public static SdtRun Locked(string tag, int id, Run run) => new(
        new SdtProperties(new SdtId { Val = id }, new Lock { Val = LockingValues.SdtContentLocked }, new Tag { Val = tag.Length > 64 ? tag[..64] : tag }),
        new SdtContentRun(run));

    /// <summary>Columns without borders: header and signature.</summary>
    public static Table Columns(IReadOnlyList<double> widths, params IReadOnlyList<OpenXmlElement>[] cells)
    {
        var twips = widths.Select(Twips).ToArray();
        var row = new TableRow();
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = Text(twips[i]), Type = TableWidthUnitValues.Dxa }));
            foreach (var element in cells[i]) cell.Append(element);
            row.Append(cell);
        }

        return new Table(
            new TableProperties(
                new TableWidth { Width = Text(twips.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
            new TableGrid(twips.Select(width => new GridColumn { Width = Text(width) })),
            row);
    }

    // XML 1.0 has no control characters; a name from a file may.
    private static string Clean(string words) =>
        string.Concat(words.ReplaceLineEndings(" ").Where(letter => !char.IsControl(letter) && letter is not '\uFFFE' and not '\uFFFF'));
}
