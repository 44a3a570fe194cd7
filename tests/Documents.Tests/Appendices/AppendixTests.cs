using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using MiniExcelLibs;
using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Documents.Appendices;
using ParIndex.Documents.Decision;
using ParIndex.Testing;
using Text = ParIndex.Core.Text;

namespace ParIndex.Documents.Tests.Appendices;

public class AppendixTests
{
    [Fact]
    public void Is_a_valid_workbook_ready_to_print()
    {
        using var stream = new MemoryStream(Bytes(PublishedYear.Result()));
        using var document = SpreadsheetDocument.Open(stream, false);
        var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document).Select(error => $"{error.Path?.XPath} {error.Description}");
        Assert.Equal([], errors);
        var book = document.WorkbookPart!;
        Assert.Equal(8, book.WorksheetParts.Count());
        Assert.Equal(8, book.Workbook!.Descendants<DefinedName>().Count(name => name.Name == "_xlnm.Print_Titles"));
        Assert.All(book.WorksheetParts, sheet =>
        {
            Assert.Equal(9u, sheet.Worksheet!.GetFirstChild<PageSetup>()!.PaperSize!.Value);
            Assert.Contains("SỐ LIỆU MINH HỌA", sheet.Worksheet.Descendants<OddHeader>().Single().Text, StringComparison.Ordinal);
            Assert.Contains("&P/&N", sheet.Worksheet.Descendants<OddFooter>().Single().Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_unit_has_one_figure_in_workbook_decision_and_results()
    {
        var result = PublishedYear.Result();
        var inBook = Rows(result, "Chỉ số sở, ban, ngành").ToDictionary(row => (string)row["B"], row => Convert.ToDecimal(row["E"], CultureInfo.InvariantCulture));
        using var paper = new MemoryStream();
        DecisionWriter.Write(result, paper);
        using var document = WordprocessingDocument.Open(paper, false);
        var onPaper = document.MainDocumentPart!.Document!.Descendants<SdtRun>()
            .ToDictionary(sdt => sdt.SdtProperties!.GetFirstChild<Tag>()!.Val!.Value!, sdt => sdt.InnerText);
        Assert.Equal(95.98m, inBook["Sở Giao thông vận tải"]);
        Assert.Equal(4, inBook.Count);
        Assert.All(result.Units.Where(unit => unit.Unit.Group == "so"), unit =>
        {
            Assert.Equal(unit.Published, inBook[unit.Unit.Name.Vi]);
            Assert.Equal(Words.Fixed(unit.Published!.Value, 2, Language.Vietnamese), onPaper[$"index:{unit.Unit.Code}"]);
        });
    }

    [Fact]
    public void A_name_that_looks_like_a_formula_stays_text()
    {
        const string Bait = "=HYPERLINK(\"http://x\")";
        var result = PublishedYear.Result().With("SGTVT", unit => unit with { Unit = unit.Unit with { Name = Text.Same(Bait) } });
        Assert.Equal(Bait, Rows(result, "Chỉ số sở, ban, ngành").First()["B"]);
        using var stream = new MemoryStream(Bytes(result));
        using var document = SpreadsheetDocument.Open(stream, false);
        Assert.All(document.WorkbookPart!.WorksheetParts, sheet => Assert.Empty(sheet.Worksheet!.Descendants<CellFormula>()));
    }

    [Fact]
    public void The_same_results_give_the_same_bytes_under_any_culture()
    {
        var first = Bytes(PublishedYear.Result());
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fa-IR");
            Assert.Equal(first, Bytes(PublishedYear.Result()));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static List<IDictionary<string, object>> Rows(CycleResult result, string sheet)
    {
        using var stream = new MemoryStream(Bytes(result));
        var rows = stream.Query(sheetName: sheet, excelType: ExcelType.XLSX, startCell: "A4").Cast<IDictionary<string, object>>().ToList();
        return [.. rows.TakeWhile(row => row["B"] is not null)];
    }

    private static byte[] Bytes(CycleResult result)
    {
        using var stream = new MemoryStream();
        AppendixWriter.Write(result, stream);
        return stream.ToArray();
    }
}
