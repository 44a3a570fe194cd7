using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using ParIndex.Core.Computation;
using ParIndex.Documents.Decision;
using ParIndex.Testing;
using Lock = DocumentFormat.OpenXml.Wordprocessing.Lock;

namespace ParIndex.Documents.Tests.Decision;

public class DecisionTests
{
    [Fact]
    public void Is_a_valid_document()
    {
        using var stream = new MemoryStream(Bytes(PublishedYear.Result()));
        using var document = WordprocessingDocument.Open(stream, false);
        var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document).Select(error => $"{error.Path?.XPath} {error.Description}");
        Assert.Equal([], errors);
    }

    [Fact]
    public void Carries_number_date_articles_and_the_notice_of_every_page()
    {
        Read(PublishedYear.Result(), main =>
        {
            var text = main.Document!.Body!.InnerText;
            Assert.Contains("Số: 903/QĐ-UBND", text, StringComparison.Ordinal);
            Assert.Contains("Hải Phòng, ngày 28 tháng 3 năm 2022", text, StringComparison.Ordinal);
            Assert.Contains("(Kèm theo Quyết định số 903/QĐ-UBND ngày 28 tháng 3 năm 2022 của Ủy ban nhân dân thành phố Hải Phòng)", text, StringComparison.Ordinal);
            Assert.Contains("Điều 3. ", text, StringComparison.Ordinal);
            Assert.Contains("thi hành Quyết định này./.", text, StringComparison.Ordinal);
            Assert.Contains("Phụ lục III", text, StringComparison.Ordinal);
            Assert.Contains("đồng hạng 3", text, StringComparison.Ordinal);
            Assert.Equal(2, main.HeaderParts.Count());
            Assert.All(main.HeaderParts, header => Assert.Contains("SỐ LIỆU MINH HỌA", header.Header!.InnerText, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Without_number_and_date_they_stay_blank_and_the_figures_are_locked_by_a_checksum()
    {
        var draft = PublishedYear.Result().WithCycle(cycle => cycle with { Decision = null });
        Read(draft, main =>
        {
            var text = main.Document!.Body!.InnerText;
            Assert.Contains("Số:          /QĐ-UBND", text, StringComparison.Ordinal);
            Assert.Contains("Hải Phòng, ngày      ", text, StringComparison.Ordinal);
            Assert.DoesNotContain("2022", text, StringComparison.Ordinal);
            Assert.Contains(ResultsHash.Of(draft), text, StringComparison.Ordinal);
            Assert.Contains(new string('a', 64), text, StringComparison.Ordinal);
            Assert.All(main.HeaderParts, header => Assert.Contains("DỰ THẢO", header.Header!.InnerText, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void A_day_below_ten_and_the_first_two_months_have_a_leading_nought() => Read(
        PublishedYear.Result().WithCycle(cycle => cycle with { Decision = new("05/QĐ-UBND", new DateOnly(2022, 2, 8)) }),
        main => Assert.Contains("ngày 08 tháng 02 năm 2022", main.Document!.Body!.InnerText, StringComparison.Ordinal));

    [Fact]
    public void Heads_stand_in_it_only_when_they_are_published() => Read(
        PublishedYear.Result().WithCycle(cycle => cycle with { Heads = cycle.Heads! with { Published = false } }),
        main =>
        {
            Assert.DoesNotContain("Phụ lục III", main.Document!.Body!.InnerText, StringComparison.Ordinal);
            Assert.DoesNotContain("Thủ trưởng Sở", main.Document.Body.InnerText, StringComparison.Ordinal);
        });

    [Fact]
    public void Each_figure_is_in_a_locked_content_control() => Read(PublishedYear.Result(), main =>
    {
        var control = Assert.Single(main.Document!.Descendants<SdtRun>(), sdt => sdt.SdtProperties!.GetFirstChild<Tag>()!.Val == "index:SGTVT");
        Assert.Equal("95,98", control.InnerText);
        Assert.Equal(LockingValues.SdtContentLocked, control.SdtProperties!.GetFirstChild<Lock>()!.Val!.Value);
    });

    [Fact]
    public void Paper_margins_and_page_numbers_follow_the_decree() => Read(PublishedYear.Result(), main =>
    {
        var sections = main.Document!.Descendants<SectionProperties>().ToList();
        Assert.Equal(4, sections.Count);
        Assert.Equal(11906u, sections[0].GetFirstChild<PageSize>()!.Width!.Value);
        Assert.Equal(16838u, sections[0].GetFirstChild<PageSize>()!.Height!.Value);
        Assert.Equal(1701u, sections[0].GetFirstChild<PageMargin>()!.Left!.Value);
        Assert.All(sections, section => Assert.Equal(1, section.GetFirstChild<PageNumberType>()!.Start!.Value));
        Assert.All(main.Document.Descendants<Table>().Skip(2), table => Assert.NotEmpty(table.Descendants<TableHeader>()));
    });

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

    [Fact]
    public void The_checksum_changes_with_a_figure() => Assert.NotEqual(
        ResultsHash.Of(PublishedYear.Result()), ResultsHash.Of(PublishedYear.Result().With("TTR", unit => unit with { Published = 93.01m })));

    private static byte[] Bytes(CycleResult result)
    {
        using var stream = new MemoryStream();
        DecisionWriter.Write(result, stream);
        return stream.ToArray();
    }

    private static void Read(CycleResult result, Action<MainDocumentPart> read)
    {
        using var stream = new MemoryStream(Bytes(result));
        using var document = WordprocessingDocument.Open(stream, false);
        read(document.MainDocumentPart!);
    }
}
