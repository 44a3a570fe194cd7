using System.Globalization;
using System.Text;
using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Documents.Announcement;
using ParIndex.Testing;

namespace ParIndex.Documents.Tests.Announcement;

public class AnnouncementTests
{
    [Theory]
    [InlineData("903/QĐ-UBND")]
    [InlineData("Ngày 28 tháng 3 năm 2022")]
    [InlineData("Sở Giao thông vận tải hạng 1 (95,98 %); Thanh tra thành phố hạng 2 (93,00 %); Sở Thông tin và Truyền thông hạng 3 (92,57 %).")]
    [InlineData("Cả 3 đơn vị dẫn đầu giữ vững thứ hạng của năm 2020.")]
    [InlineData("UBND quận Dương Kinh hạng 1 (91,26 %); UBND quận Ngô Quyền hạng 2 (91,07 %)")]
    [InlineData("UBND quận Hải An và UBND quận Hồng Bàng đồng hạng 3")]
    [InlineData("3 huyện đạt chỉ số từ 90 % trở lên: UBND huyện Tiên Lãng, UBND huyện Thủy Nguyên và UBND huyện Kiến Thụy.")]
    [InlineData("của khối huyện (85,60 %) thấp hơn khối quận (88,40 %), nhưng đơn vị cao nhất của khối huyện (92,18 %) cao hơn đơn vị cao nhất của khối quận (91,26 %).")]
    [InlineData("Chỉ số bình quân của 15 quận, huyện đạt 86,91 %, tăng 2,21 điểm phần trăm so với năm 2020 (84,70 %).")]
    [InlineData("Trong 20 sở, ban, ngành có số liệu, 10 đơn vị có mức độ hài lòng đạt từ 90 % trở lên và 10 đơn vị đạt dưới 90 %; năm 2020 có 15 đơn vị đạt từ 90 % trở lên.")]
    [InlineData("Trong 15 quận, huyện có số liệu, 11 đơn vị có mức độ hài lòng đạt từ 90 % trở lên và 4 đơn vị đạt dưới 90 %; năm 2020 có 6 đơn vị đạt từ 90 % trở lên.")]
    [InlineData("trong cả hai năm 2020 và 2021: Sở Giao thông vận tải, Thanh tra thành phố, Sở Thông tin và Truyền thông và Sở Nội vụ.")]
    [InlineData("Năm 2021 là năm đầu tiên Ủy ban nhân dân các quận được xếp hạng riêng; không so sánh thứ hạng với năm 2020.")]
    [InlineData("Trong 12 người đứng đầu có 5 hoàn thành xuất sắc nhiệm vụ và 7 hoàn thành tốt nhiệm vụ.")]
    [InlineData("Ghi nhận 41 sáng kiến cải cách hành chính.")]
    [InlineData("SỐ LIỆU MINH HỌA")]
    [InlineData("\\[Phần của biên tập viên:")]
    public void Says_each_published_fact(string fact) => Assert.Contains(fact, Markdown(PublishedYear.Result()), StringComparison.Ordinal);

    [Fact]
    public void Every_figure_of_a_sentence_is_printed_in_it()
    {
        var statements = Statements.Of(PublishedYear.Result());
        Assert.Equal(statements.Count, statements.Select(statement => statement.Id).Distinct().Count());
        Assert.All(statements, statement => Assert.All(statement.Figures, figure =>
        {
            Assert.Contains(Words.Fixed(figure.Value, figure.Places, Language.Vietnamese), statement.Words.Vi, StringComparison.Ordinal);
            Assert.Contains(Words.Fixed(figure.Value, figure.Places, Language.English), statement.Words.En, StringComparison.Ordinal);
        }));
    }

    [Fact]
    public void Other_figures_make_other_sentences()
    {
        var changed = PublishedYear.Result()
            .WithPart("districts", part => part with { Mean = 84.00m, MeanChange = -0.70m, SatisfactionAbove = 5, SatisfactionBelow = 10 })
            .WithPart("so", part => part with { KeptTopThree = [UnitCode.Parse("TTR")] })
            .WithPart("huyen", part => part with { Best = 90.00m })
            .With("HB", unit => unit with { Published = 90.20m, Standing = new(3, 1) })
            .With("HA", unit => unit with { Standing = new(4, 1) });
        var text = Markdown(changed);
        Assert.Contains("15 quận, huyện đạt 84,00 %, giảm 0,70 điểm phần trăm so với năm 2020 (84,70 %).", text, StringComparison.Ordinal);
        Assert.Contains("5 đơn vị có mức độ hài lòng đạt từ 90 % trở lên và 10 đơn vị đạt dưới 90 %", text, StringComparison.Ordinal);
        Assert.Contains("Thanh tra thành phố (hạng 2) giữ vững thứ hạng của năm 2020.", text, StringComparison.Ordinal);
        Assert.Contains("và đơn vị cao nhất của khối huyện (90,00 %) thấp hơn đơn vị cao nhất của khối quận (91,26 %).", text, StringComparison.Ordinal);
        Assert.Contains("UBND quận Hồng Bàng hạng 3 (90,20 %).", text, StringComparison.Ordinal);
        Assert.DoesNotContain("đồng hạng", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unchanged_mean_is_said_to_be_the_same() => Assert.Contains(
        "15 quận, huyện đạt 84,70 %, bằng năm 2020 (84,70 %).",
        Markdown(PublishedYear.Result().WithPart("districts", part => part with { Mean = 84.70m, MeanChange = 0 })), StringComparison.Ordinal);

    [Fact]
    public void Missing_facts_are_said_or_left_out_but_never_invented()
    {
        var result = PublishedYear.Result();
        result = result with { Final = false, TotalsOnly = true, Input = result.Input with { Previous = null } };
        result = result.WithCycle(cycle => cycle with { Decision = null, Notice = null, Heads = cycle.Heads! with { Published = false } });
        var text = Markdown(result);
        Assert.Contains("DỰ THẢO: Quyết định", text, StringComparison.Ordinal);
        Assert.Contains("TẠM TÍNH", text, StringComparison.Ordinal);
        Assert.Contains("Chỉ có số liệu tổng hợp đã công bố", text, StringComparison.Ordinal);
        Assert.Contains("chưa có số liệu năm trước", text, StringComparison.Ordinal);
        Assert.DoesNotContain("người đứng đầu", text, StringComparison.Ordinal);
        Assert.DoesNotContain("MINH HỌA", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2020", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_cannot_bring_markup()
    {
        var result = PublishedYear.Result().With("SGTVT", unit => unit with { Unit = unit.Unit with { Name = Text.Same("<script>*A*\n# B") } });
        Assert.Contains("\\<script>\\*A\\* \\# B", Markdown(result), StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;*A*", Html(result), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", Html(result), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_composed_Unicode_and_the_same_under_any_culture()
    {
        var here = Markdown(PublishedYear.Result());
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("fa-IR");
            Assert.Equal(here, Markdown(PublishedYear.Result()));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.True(here.IsNormalized(NormalizationForm.FormC));
    }

    [Fact]
    public void The_page_holds_the_same_sentences_as_the_markdown()
    {
        var html = Html(PublishedYear.Result());
        Assert.All(Statements.Of(PublishedYear.Result()), statement => Assert.Contains(statement.Words.Vi, html, StringComparison.Ordinal));
    }

    private static string Markdown(CycleResult result)
    {
        using var stream = new MemoryStream();
        AnnouncementWriter.WriteMarkdown(result, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Html(CycleResult result)
    {
        using var stream = new MemoryStream();
        AnnouncementWriter.WriteHtml(result, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
