using Deque.AxeCore.Playwright;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Playwright;

namespace ParIndex.Web.Tests.Appraisal;

/// <summary>Appraisal, explanation, claim and council in Chromium with script off, by the cast of the demonstration.</summary>
public sealed class AppraisalInBrowserTests(DemoSite site, Browser browser)
{
    private string K => site.Cycle;

    [Fact]
    public async Task From_an_appraisers_points_to_the_councils_ruling()
    {
        await using var context = await browser.ContextAsync(script: false);
        var page = await context.NewPageAsync();

        // An appraiser asks for what is next, gives points without a reason, and is told so; then with one.
        await site.ActAsAsync(page, "03-tham-dinh-snv");
        await page.GotoAsync($"{site.Address}/noi-bo/tham-dinh/{K}");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Tiếp theo\\s+1\\.1\\.1 ") }).First.ClickAsync();
        await page.Locator("input[name=points]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi điểm", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("ít nhất 10 ký tự");
        await page.Locator("#reason").FillAsync("Kế hoạch ban hành đúng hạn, đủ nội dung");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi điểm", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-notification-banner")).ToContainTextAsync("Đã ghi điểm 1.1.1");
        await Assertions.Expect(page.Locator("table").Last).ToContainTextAsync("Kế hoạch ban hành đúng hạn, đủ nội dung");

        // The own house is not there, whatever the address says.
        Assert.Equal(404, (await page.GotoAsync($"{site.Address}/noi-bo/tham-dinh/{K}/SNV/1.1.1"))!.Status);

        // The unit answers its question and claims.
        await site.ActAsAsync(page, "16-dau-moi-hai-an");
        await page.GotoAsync($"{site.Address}/noi-bo/giai-trinh/{K}");
        await page.Locator("textarea[name=answer]").FillAsync("Tài liệu lưu tại bộ phận một cửa, đã gửi bổ sung");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi giải trình" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-notification-banner")).ToContainTextAsync("Đã gửi giải trình");
        var row = page.Locator("tr", new() { Has = page.Locator("th", new() { HasText = "1.2.2 " }) });
        await row.Locator("summary").ClickAsync();
        await row.Locator("select[name=ground]").SelectOptionAsync("EvidenceOverlooked");
        await row.Locator("input[name=claimed]").FillAsync("1");
        await row.Locator("textarea[name=words]").FillAsync("Đề nghị xem tài liệu số 393 đã nộp kèm");
        await row.GetByRole(AriaRole.Button, new() { Name = "Gửi đề nghị" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-notification-banner")).ToContainTextAsync("Đã gửi đề nghị");
        Assert.Equal(404, (await page.GotoAsync($"{site.Address}/noi-bo/giai-trinh/{K}?dv=NQ"))!.Status);

        // Who gave the points cannot decide; the lead can.
        await site.ActAsAsync(page, "03-tham-dinh-snv");
        await page.GotoAsync($"{site.Address}/noi-bo/xem-xet/{K}");
        Assert.Equal(0, await page.Locator("input[name=decision]").CountAsync());
        await site.ActAsAsync(page, "05-lanh-dao");
        await page.GotoAsync($"{site.Address}/noi-bo/xem-xet/{K}");
        var claim = page.Locator("section.card", new() { HasText = "1.2.2" });
        await claim.GetByLabel("Chấp nhận toàn bộ").CheckAsync();
        await claim.Locator("textarea[name=reason]").FillAsync("Tài liệu số 393 chứng minh đủ nội dung");
        await claim.Locator("input[name=rule]").FillAsync("Bộ chỉ số, mục 1.2.2");
        await claim.GetByRole(AriaRole.Button, new() { Name = "Ghi kết luận" }).ClickAsync();
        await Assertions.Expect(page.Locator("section.card", new() { HasText = "1.2.2" })).ToContainTextAsync("Chấp nhận toàn bộ");

        // The council: three of four vote, the chair rules, the minutes say so.
        var meeting = $"{site.Address}/noi-bo/hoi-dong/{K}/1";
        await site.ActAsAsync(page, "08-chu-tich-hoi-dong");
        await page.GotoAsync(meeting);
        foreach (var member in await page.Locator("input[name=present]").AllAsync()) await member.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Mở phiên họp" }).ClickAsync();
        foreach (var login in new[] { "08-chu-tich-hoi-dong", "07-thanh-vien", "17-thanh-vien-2" })
        {
            await site.ActAsAsync(page, login);
            await page.GotoAsync(meeting);
            await page.GetByLabel("Tán thành", new() { Exact = true }).CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Biểu quyết", Exact = true }).ClickAsync();
        }

        await site.ActAsAsync(page, "08-chu-tich-hoi-dong");
        await page.GotoAsync(meeting);
        await page.Locator("textarea[name=reason]").FillAsync("Quá nửa số thành viên tán thành");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đóng biểu quyết và kết luận" }).ClickAsync();
        await Assertions.Expect(page.Locator("section.card")).ToContainTextAsync("Được thông qua");
        await page.GetByRole(AriaRole.Button, new() { Name = "Kết thúc phiên họp" }).ClickAsync();
        var minutes = await context.APIRequest.GetAsync(meeting + "?handler=Minutes");
        using var document = WordprocessingDocument.Open(new MemoryStream(await minutes.BodyAsync()), isEditable: false);
        var words = document.MainDocumentPart!.Document!.InnerText;
        Assert.Contains("4 trên 4 thành viên", words, StringComparison.Ordinal);
        Assert.Contains("3 tán thành, 0 không tán thành, 0 không có ý kiến, 1 không biểu quyết", words, StringComparison.Ordinal);
        Assert.Contains("được thông qua", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("03-tham-dinh-snv", "/noi-bo/tham-dinh/{0}")]
    [InlineData("03-tham-dinh-snv", "/noi-bo/tham-dinh/{0}/HA/1.2.2")]
    [InlineData("03-tham-dinh-snv", "/noi-bo/tham-dinh/{0}/bang/1.2.2")]
    [InlineData("05-lanh-dao", "/noi-bo/xem-xet/{0}")]
    [InlineData("16-dau-moi-hai-an", "/noi-bo/giai-trinh/{0}")]
    [InlineData("08-chu-tich-hoi-dong", "/noi-bo/hoi-dong/{0}")]
    [InlineData("08-chu-tich-hoi-dong", "/noi-bo/hoi-dong/{0}/1")]
    [InlineData("06-thuong-truc", "/noi-bo/ky/{0}")]
    [InlineData("06-thuong-truc", "/noi-bo/ky/{0}/tinh")]
    [InlineData("01-dau-moi", "/noi-bo/cham/{0}")]
    [InlineData("01-dau-moi", "/noi-bo/cham/{0}/1.1.1")]
    [InlineData("16-dau-moi-hai-an", "/noi-bo/tai-lieu/{0}")]
    [InlineData("02-thu-truong", "/noi-bo/nop/{0}")]
    public async Task A_page_of_the_inside_has_no_serious_finding_and_fits_a_phone(string login, string address)
    {
        await using var context = await browser.ContextAsync();
        var page = await context.NewPageAsync();
        await site.ActAsAsync(page, login);
        await page.GotoAsync(site.Address + string.Format(System.Globalization.CultureInfo.InvariantCulture, address, K));
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {v.Nodes[0].Html}"));
        await page.SetViewportSizeAsync(360, 740);
        Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }
}
