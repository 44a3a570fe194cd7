using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ParIndex.Core.Computation;
using ParIndex.Documents.Appendices;

namespace ParIndex.Documents.Decision;

/// <summary>quyet-dinh.docx: the Decision and its appendices by Nghị định 30/2020/NĐ-CP. The same results give the same bytes.</summary>
public static class DecisionWriter
{
    private const double TextWidth = 165, TextWidthAcross = 247;

    /// <summary>Writes the document; number, date and name stay blank until the cycle has them.</summary>
    public static void Write(CycleResult result, Stream output)
    {
        using var package = new MemoryStream();
        using (var document = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, "rId1");
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = Styles();
            var marks = Wording.Marks(result);
            main.AddNewPart<HeaderPart>("rIdFirst").Header = PageHeader(marks, numbered: false);
            main.AddNewPart<HeaderPart>("rIdNext").Header = PageHeader(marks, numbered: true);
            main.Document = new Document(Body(result));
            main.Document.Save();
        }

        FixedZip.Write(package, output);
    }

    private static Body Body(CycleResult result)
    {
        var id = 0;
        int NextId() => ++id;
        var appendices = Appendices(result);
        var body = new Body();
        foreach (var element in Front.Of(result, appendices.Count)) body.Append(element);
        body.Append(Break(Section(across: false)));
        for (var i = 0; i < appendices.Count; i++)
        {
            var (title, tables, across) = appendices[i];
            Appendix(body, result, i + 1, title, tables, across ? TextWidthAcross : TextWidth, NextId);
            if (i < appendices.Count - 1)
            {
                body.Append(Break(Section(across)));
                continue;
            }

            foreach (var line in Wording.Checksums(result))
                body.Append(Paper.Paragraph(JustificationValues.Left, 3, 0, Paper.Run(line, 9)));
            body.Append(Section(across));
        }

        return body;
    }

    private static List<(string Title, IReadOnlyList<AppendixTable> Tables, bool Across)> Appendices(CycleResult result)
    {
        var year = result.Input.Cycle.Year;
        var appendices = new List<(string, IReadOnlyList<AppendixTable>, bool)>
        {
            ($"Chỉ số cải cách hành chính năm {year}", AppendixTables.Index(result), true),
            ($"Mức độ hài lòng của người dân, tổ chức năm {year}", AppendixTables.Satisfaction(result), false),
        };
        if (AppendixTables.Heads(result) is { Count: > 0 } heads) appendices.Add(($"Phân loại người đứng đầu năm {year}", heads, false));
        return appendices;
    }

    private static void Appendix(
        Body body, CycleResult result, int number, string title, IReadOnlyList<AppendixTable> tables, double width, Func<int> nextId)
    {
        body.Append(
            Paper.Centre($"Phụ lục {Wording.Roman(number)}", 14, bold: true, keepNext: true),
            Paper.Centre(title.ToUpperInvariant(), 14, bold: true, keepNext: true),
            Paper.Centre(Wording.Enclosed(result.Input.Cycle), 14, italic: true, keepNext: true),
            Paper.Rule(40, width));
        if (number == 1)
        {
            foreach (var line in Wording.Notice(result))
                body.Append(Paper.Paragraph(JustificationValues.Both, 6, 0, Paper.Run(line.Normalize(NormalizationForm.FormC), 12, italic: true)));
        }

        var letter = 0;
        foreach (var table in tables)
        {
            var heading = tables.Count > 1 ? $"{++letter}. {table.Title}" : table.Title;
            body.Append(Paper.Paragraph(JustificationValues.Left, 12, 6, 0, true, Paper.Run(heading, 13, bold: true)));
            body.Append(PaperTable.Of(table, width, nextId));
            foreach (var note in table.Notes) body.Append(Paper.Paragraph(JustificationValues.Both, 3, 0, Paper.Run(note, 11, italic: true)));
        }

        body.Append(Paper.Paragraph(JustificationValues.Left, 0, 0, Paper.Run("", 6)));
    }

    private static Paragraph Break(SectionProperties section) => new(new ParagraphProperties(
        new SpacingBetweenLines { Before = "0", After = "0", Line = "20", LineRule = LineSpacingRuleValues.Exact }, section));

    // Every part counts its own pages; page 1 of each has no number, yet carries the marks.
    private static SectionProperties Section(bool across)
    {
        var (width, height) = ((uint)Paper.Twips(210), (uint)Paper.Twips(297));
        var size = across
            ? new PageSize { Width = height, Height = width, Orient = PageOrientationValues.Landscape }
            : new PageSize { Width = width, Height = height };
        return new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.First, Id = "rIdFirst" },
            new HeaderReference { Type = HeaderFooterValues.Default, Id = "rIdNext" },
            new SectionType { Val = SectionMarkValues.NextPage },
            size,
            new PageMargin
            {
                Top = Paper.Twips(20),
                Bottom = Paper.Twips(20),
                Left = (uint)Paper.Twips(30),
                Right = (uint)Paper.Twips(across ? 20 : 15),
                Header = (uint)Paper.Twips(8),
                Footer = (uint)Paper.Twips(8),
                Gutter = 0,
            },
            new PageNumberType { Start = 1 },
            new TitlePage());
    }

    private static Header PageHeader(IReadOnlyList<string> marks, bool numbered)
    {
        var header = new Header();
        if (numbered)
            header.Append(Paper.Paragraph(JustificationValues.Center, 0, 0, new SimpleField(Paper.Run("1", 13)) { Instruction = " PAGE " }));
        foreach (var mark in marks)
            header.Append(Paper.Paragraph(JustificationValues.Center, 0, 0, Paper.Run(mark.Normalize(NormalizationForm.FormC), 9, bold: true)));
        if (!header.HasChildren) header.Append(new Paragraph());
        return header;
    }

    internal static Styles Styles() => new(new DocDefaults(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = "Times New Roman", ComplexScript = "Times New Roman" },
            new Color { Val = "000000" },
            new FontSize { Val = "28" },
            new Languages { Val = "vi-VN" })),
        new ParagraphPropertiesDefault()));
}
