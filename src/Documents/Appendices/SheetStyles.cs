using DocumentFormat.OpenXml.Spreadsheet;

namespace ParIndex.Documents.Appendices;

/// <summary>Cell styles of the workbook by their place in the style table.</summary>
internal static class SheetStyles
{
    public const uint Plain = 0, Title = 1, Header = 2, Words = 3, Whole = 4, Two = 5, Four = 6, Change = 7, Note = 8, Centre = 9, Under = 10;

    /// <summary>The style a cell is shown with.</summary>
    public static uint Of(AppendixCell cell, AppendixColumn column) => cell switch
    {
        { Figure: not null, Signed: true } => Change,
        { Figure: not null, Places: 0 } => column.Figures ? Whole : Centre,
        { Figure: not null, Places: 4 } => Four,
        { Figure: not null } => Two,
        _ => column.Header == "Hạng" ? Centre : Words,
    };

    public static Stylesheet Sheet() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = 164, FormatCode = "0.0000" },
            new NumberingFormat { NumberFormatId = 165, FormatCode = "+0.00;-0.00;0.00" }),
        new Fonts(Font(12, false, false), Font(14, true, false), Font(12, true, false), Font(11, false, true)),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border(), new Border(
            new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
            new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin })),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            Format(0, 0, 0, HorizontalAlignmentValues.Left, wrap: false),
            Format(0, 1, 0, HorizontalAlignmentValues.Center),
            Format(0, 2, 1, HorizontalAlignmentValues.Center),
            Format(0, 0, 1, HorizontalAlignmentValues.Left),
            Format(1, 0, 1, HorizontalAlignmentValues.Right),
            Format(2, 0, 1, HorizontalAlignmentValues.Right),
            Format(164, 0, 1, HorizontalAlignmentValues.Right),
            Format(165, 0, 1, HorizontalAlignmentValues.Right),
            Format(0, 3, 0, HorizontalAlignmentValues.Left),
            Format(0, 0, 1, HorizontalAlignmentValues.Center),
            Format(0, 3, 0, HorizontalAlignmentValues.Center)));

    private static Font Font(double size, bool bold, bool italic)
    {
        var font = new Font();
        if (bold) font.Append(new Bold());
        if (italic) font.Append(new Italic());
        font.Append(new FontSize { Val = size }, new FontName { Val = "Times New Roman" });
        return font;
    }

    private static CellFormat Format(uint number, uint font, uint border, HorizontalAlignmentValues align, bool wrap = true) => new()
    {
        NumberFormatId = number,
        FontId = font,
        FillId = 0,
        BorderId = border,
        FormatId = 0,
        ApplyNumberFormat = true,
        ApplyFont = true,
        ApplyBorder = true,
        ApplyAlignment = true,
        Alignment = new Alignment
        {
            Horizontal = align,
            Vertical = VerticalAlignmentValues.Center,
            WrapText = wrap,
            // Figures and the words beside them stand clear of the line between them.
            Indent = border == 1 && align != HorizontalAlignmentValues.Center ? 1U : 0U,
        },
    };
}
