using System.IO.Compression;
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ParIndex.App.Publication;
using ParIndex.Core;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Portal;

/// <summary>The pages of comparison, satisfaction, tables, corrections, cards and frames as a reader meets them.</summary>
public sealed class PortalPagesTests(RunningSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Units_of_one_group_are_compared_with_ranks_and_units_of_two_groups_with_a_warning_and_without()
    {
        var same = await PageAsync("/so-sanh?nam=2021&dv=so-giao-thong-van-tai&dv=so-noi-vu");
        Assert.Contains(same.QuerySelectorAll("#bang-so-sanh tbody th"), cell => cell.TextContent == "Hạng");
        Assert.Empty(same.QuerySelectorAll("main > .govuk-inset-text"));
        Assert.Equal(8, same.QuerySelectorAll("#bang-so-sanh tbody:first-of-type tr").Length);
        Assert.Contains("95,98", same.QuerySelector("#bang-so-sanh")!.TextContent, StringComparison.Ordinal);

        var other = await PageAsync("/so-sanh?nam=2021&dv=so-noi-vu&dv=quan-ngo-quyen");
        Assert.DoesNotContain(other.QuerySelectorAll("#bang-so-sanh tbody th"), cell => cell.TextContent == "Hạng");
        Assert.Contains("khối khác nhau", other.QuerySelector(".govuk-inset-text")!.TextContent, StringComparison.Ordinal);

        // No more than four, each once, and names that are nobody's are passed over.
        var many = await PageAsync("/so-sanh?nam=2021&dv=so-noi-vu&dv=so-noi-vu&dv=khong-co&dv=so-tai-chinh&dv=so-tu-phap&dv=so-y-te&dv=quan-le-chan");
        Assert.Equal(6, many.QuerySelectorAll("#bang-so-sanh thead th").Length);
    }

    [Fact]
    public async Task Satisfaction_has_its_margin_and_base_counts_as_the_Decision_does_and_names_who_cannot_be_told_from_the_line()
    {
        var page = await PageAsync("/hai-long/2021");
        var rows = page.QuerySelectorAll("#bang-hai-long tbody tr");
        Assert.Equal(35, rows.Length);
        // 10 departments and 11 districts, as the Decision says.
        Assert.Contains("21 trong 35 đơn vị", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Matches(@"[0-9]{2},[0-9]{2}\s% câu trả lời .* sai số ± [0-9]+,[0-9] điểm phần trăm", page.QuerySelector(".lead")!.TextContent);
        Assert.Contains("phiếu hợp lệ", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        var uncertain = rows.Count(row => row.TextContent.Contains("chưa chắc", StringComparison.Ordinal));
        Assert.Equal(uncertain, page.QuerySelectorAll("details li").Length);
        foreach (var row in page.QuerySelectorAll("#bang-yeu-to tbody tr"))
            Assert.InRange(row.QuerySelectorAll("td").Take(3).Sum(cell => decimal.Parse(cell.GetAttribute("data-value")!, System.Globalization.CultureInfo.InvariantCulture)), 99.98m, 100.02m);
        Assert.Contains("“Không đủ mẫu” không phải là 0", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        // Of a year with published totals alone nothing is made up.
        var before = await PageAsync("/hai-long/2020");
        Assert.Null(before.QuerySelector("figure"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/hai-long/1999", Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_built_table_is_the_same_on_the_page_in_the_file_and_by_its_permanent_link()
    {
        const string query = "ban=903-qd-ubnd&khoi=quan&muc=linh-vuc&do=ty-le";
        var page = await PageAsync("/lap-bang?" + query);
        var shown = Cells(page);
        Assert.Equal(7, shown.Count);
        Assert.Equal(8, shown[0].Count);

        var csv = (await site.Client.GetStringAsync("/lap-bang.csv?" + query, Cancel)).TrimEnd('\n').Split('\n');
        Assert.Equal("release,year,unit_code,unit_vi,unit_en,1,2,3,4,5,6,7,8", csv[0]);
        Assert.Equal(shown, csv.Skip(1).Select(line => line.Split(',')[5..].ToList()).ToList());

        using var cube = JsonDocument.Parse(await site.Client.GetStringAsync("/lap-bang.json?" + query, Cancel));
        Assert.Equal([1, 7, 8], cube.RootElement.GetProperty("size").EnumerateArray().Select(size => size.GetInt32()));
        Assert.Equal(shown.SelectMany(row => row), cube.RootElement.GetProperty("value").EnumerateArray().Select(value => value.GetDecimal().ToString("0.######", System.Globalization.CultureInfo.InvariantCulture)));

        using (var book = new ZipArchive(new MemoryStream(await site.Client.GetByteArrayAsync("/lap-bang.xlsx?" + query, Cancel))))
        {
            using var sheet = new StreamReader(book.Entries.Where(entry => entry.FullName.Contains("worksheets/sheet", StringComparison.Ordinal)).OrderBy(entry => entry.FullName, StringComparer.Ordinal).First().Open());
            Assert.Contains($"<x:v>{shown[0][0]}</x:v>", await sheet.ReadToEndAsync(Cancel), StringComparison.Ordinal);
        }

        var link = page.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).First(href => href.StartsWith("/lap-bang/", StringComparison.Ordinal));
        Assert.Equal(shown, Cells(await PageAsync(link)));
        foreach (var wrong in new[] { "/lap-bang/khong-phai", "/lap-bang/!!!", "/lap-bang?ban=khong-co", "/lap-bang?khoi=khong-co", "/lap-bang.csv?ban=khong-co" })
            Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(wrong, Cancel)).StatusCode);
    }

    [Fact]
    public async Task Codes_narrow_a_table_to_what_lies_below_them_and_years_stand_below_each_other()
    {
        var page = await PageAsync("/lap-bang?ban=903-qd-ubnd&khoi=so-ban-nganh&muc=thanh-phan&ma=1.1,2&dv=so-noi-vu");
        var codes = page.QuerySelectorAll("#bang thead abbr").Select(cell => cell.TextContent).ToList();
        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.True(code.StartsWith("1.1.", StringComparison.Ordinal) || code.StartsWith("2.", StringComparison.Ordinal), code));
        Assert.Single(page.QuerySelectorAll("#bang tbody tr"));
        var years = await PageAsync("/lap-bang?ban=903-qd-ubnd&ban=hai-phong-2020&khoi=so-ban-nganh&muc=tong");
        Assert.Equal(40, years.QuerySelectorAll("#bang tbody tr").Length);
    }

    [Fact]
    public async Task Points_lost_by_a_group_add_up_to_what_lies_between_maximum_and_mean()
    {
        var page = await PageAsync("/ket-qua/2021/quan/mat-diem");
        var figure = page.QuerySelector("figure")!;
        var lost = page.QuerySelectorAll("#bang-mat-diem tbody tr").Select(row => decimal.Parse(row.Children[3].GetAttribute("data-value")!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(8, lost.Count);
        Assert.Equal(lost.OrderDescending(), lost);
        var maximum = decimal.Parse(figure.GetAttribute("data-maximum")!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(maximum - lost.Sum(), 50m, maximum);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/ket-qua/2020/so-ban-nganh/mat-diem", Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_card_of_a_unit_is_one_small_sheet_without_script()
    {
        using var answer = await site.Client.GetAsync("/don-vi/quan-ngo-quyen/2021/the", Cancel);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);
        Assert.True(bytes.Length < 40_000, $"{bytes.Length}");
        var page = new HtmlParser().ParseDocument(new MemoryStream(bytes));
        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Equal("UBND quận Ngô Quyền", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("91,07", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("SỐ LIỆU MINH HỌA", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(8, page.QuerySelectorAll(".sheet__areas tr").Length);
        // Style sheet and typeface count too, as a phone would fetch them.
        var style = (await site.Client.GetByteArrayAsync(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"), Cancel)).Length;
        Assert.True(style < 120_000, $"{style}");
    }

    [Fact]
    public async Task Only_pages_made_for_frames_may_be_framed_and_the_lines_to_copy_lead_to_them()
    {
        foreach (var unit in new[] { "/don-vi/quan-ngo-quyen", "/ket-qua/2021/quan", "/en/ket-qua/2021/quan" })
        {
            var page = await PageAsync(unit);
            var code = page.QuerySelectorAll("pre.command").Select(pre => pre.TextContent).Single(text => text.StartsWith("<iframe", StringComparison.Ordinal));
            var frame = new HtmlParser().ParseDocument(code).QuerySelector("iframe")!;
            Assert.NotEmpty(frame.GetAttribute("title")!);
            using var answer = await site.Client.GetAsync(frame.GetAttribute("src"), Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("frame-ancestors *", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
            Assert.Empty(new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Cancel)).QuerySelectorAll("script, form"));
        }

        using var inside = await site.Client.GetAsync("/noi-bo/dang-nhap", Cancel);
        Assert.Contains("frame-ancestors 'none'", inside.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_is_listed_with_its_reason_and_the_old_and_new_figures_and_what_was_cited_stays()
    {
        using var database = new Database();
        using var cycle = new SmallCycle();
        await using (var db = database.Open()) Assert.NotNull((await new PublishFolder(db, TimeProvider.System).RunAsync(cycle.Folder, "test", Cancel)).Release);
        cycle.Change("acts.csv", "2.75", "2.5");
        await using (var db = database.Open()) Assert.NotNull((await new PublishFolder(db, TimeProvider.System).RunAsync(cycle.Folder, "test", Cancel, new Text("Chấm lại", "Scored again"))).Release);
        await using var own = Site.Build(new() { Database = database.Path, Urls = ["http://127.0.0.1:0"] });
        await own.StartAsync(Cancel);
        using var client = new HttpClient { BaseAddress = new Uri(own.Urls.First()) };

        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("/dinh-chinh", Cancel));
        Assert.Contains("Chấm lại", page.QuerySelector("section")!.TextContent, StringComparison.Ordinal);
        var old = new HtmlParser().ParseDocument(await client.GetStringAsync("/lap-bang?ban=small-2021", Cancel));
        Assert.Contains("phiên bản mới hơn", old.QuerySelector(".govuk-inset-text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("88,50", old.QuerySelector("#bang")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("88,50", new HtmlParser().ParseDocument(await client.GetStringAsync("/tim-kiem?q=snv", Cancel)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await own.StopAsync(Cancel);
    }

    [Fact]
    public async Task The_method_is_that_of_the_release_and_the_calendar_says_when()
    {
        var method = await PageAsync("/phuong-phap/903-qd-ubnd");
        Assert.StartsWith("/tieu-chi/pari-", method.QuerySelector("#bang-thiet-lap a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("hạng kế tiếp bỏ trống", method.QuerySelector("#bang-thiet-lap")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/phuong-phap/khong-co", Cancel)).StatusCode);
        Assert.Equal(2, (await PageAsync("/lich-cong-bo")).QuerySelectorAll("#bang-lich tbody tr").Length);
        Assert.Contains("ranh giới", (await PageAsync("/ban-do")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static List<List<string>> Cells(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("#bang tbody tr").Select(row => row.QuerySelectorAll("td[data-value]").Select(cell => cell.GetAttribute("data-value")!).ToList())];

    private async Task<IHtmlDocument> PageAsync(string address)
    {
        using var answer = await site.Client.GetAsync(address, Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Cancel));
    }
}
