using System.Text;
using Microsoft.Playwright;

namespace ParIndex.Web.Tests.Appraisal;

/// <summary>Evidence in Chromium with script off: uploaded by a unit, opened by its appraiser, hidden from everybody else.</summary>
public sealed class EvidenceInBrowserTests(DemoSite site, Browser browser)
{
    private static readonly byte[] Pdf = Encoding.UTF8.GetBytes("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

    [Fact]
    public async Task A_unit_uploads_attaches_and_revises_and_only_its_appraiser_opens_the_file()
    {
        await using var context = await browser.ContextAsync(script: false);
        var page = await context.NewPageAsync();
        await site.ActAsAsync(page, "16-dau-moi-hai-an");
        var library = $"{site.Address}/noi-bo/tai-lieu/{site.Cycle}";
        await page.GotoAsync(library + "?tieu-chi=1.1.1");
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "lừa đảo.pdf", MimeType = "application/pdf", Buffer = "MZ program"u8.ToArray() });
        await page.Locator("#title").FillAsync("Báo cáo bổ sung");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tải lên" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("Chỉ nhận tệp .pdf");
        await Assertions.Expect(page.Locator("#title")).ToHaveValueAsync("Báo cáo bổ sung");
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "Báo cáo bổ sung.pdf", MimeType = "application/pdf", Buffer = Pdf });
        await page.Locator("#number").FillAsync("77/BC-UBND");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tải lên" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-notification-banner")).ToContainTextAsync("Đã lưu tệp (chưa quét)");

        await page.GotoAsync(library);
        var row = page.Locator("tr", new() { HasText = "77/BC-UBND" });
        await Assertions.Expect(row).ToContainTextAsync("1.1.1");
        var file = await row.GetByRole(AriaRole.Link, new() { Name = "Báo cáo bổ sung.pdf" }).GetAttributeAsync("href");

        await site.ActAsAsync(page, "03-tham-dinh-snv");
        await page.GotoAsync($"{site.Address}/noi-bo/tham-dinh/{site.Cycle}/HA/1.1.1");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Báo cáo bổ sung.pdf");
        var answer = await context.APIRequest.GetAsync(site.Address + file);
        Assert.Equal(Pdf, await answer.BodyAsync());
        Assert.StartsWith("attachment", answer.Headers["content-disposition"], StringComparison.Ordinal);
        Assert.Contains("sandbox", answer.Headers["content-security-policy"], StringComparison.Ordinal);
        Assert.Equal(("nosniff", "no-store"), (answer.Headers["x-content-type-options"], answer.Headers["cache-control"]));

        foreach (var stranger in new[] { "01-dau-moi", "04-tham-dinh-vpub" })
        {
            await site.ActAsAsync(page, stranger);
            Assert.Equal(404, (await context.APIRequest.GetAsync(site.Address + file)).Status);
        }

        await site.ActAsAsync(page, "14-quan-tri-1");
        Assert.Equal(403, (await context.APIRequest.GetAsync(site.Address + file)).Status);
    }
}
