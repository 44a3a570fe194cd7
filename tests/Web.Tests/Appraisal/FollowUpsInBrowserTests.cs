using Microsoft.Playwright;

namespace ParIndex.Web.Tests.Appraisal;

/// <summary>What a unit has to mend, and its initiatives, in Chromium with script off.</summary>
public sealed class FollowUpsInBrowserTests(DemoSite site, Browser browser)
{
    private string K => site.Cycle;

    [Fact]
    public async Task A_proof_is_named_by_the_unit_and_accepted_by_the_secretariat()
    {
        await using var context = await browser.ContextAsync(script: false);
        var page = await context.NewPageAsync();
        await site.ActAsAsync(page, "01-dau-moi");
        await page.GotoAsync($"{site.Address}/noi-bo/cham/{K}/3.1.1");
        await page.GetByRole(AriaRole.Link, new() { Name = "Ghi người làm, hạn, tài liệu chứng minh" }).ClickAsync();
        var card = page.Locator("section.card", new() { HasText = "Tiêu chí 3.1.1" });
        await card.Locator("summary").ClickAsync();
        await card.Locator("input[name=due]").FillAsync("31-12");
        await card.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("31/12/2026");
        card = page.Locator("section.card", new() { HasText = "Tiêu chí 3.1.1" });
        await card.Locator("summary").ClickAsync();
        await card.Locator("input[name=who]").FillAsync("Phòng Nội vụ");
        await card.Locator("input[name=due]").FillAsync("31/12/2026");
        await card.Locator("input[name=proof]").FillAsync("77/KH-UBND ngày 05/01");
        await card.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await Assertions.Expect(page.Locator("section.card", new() { HasText = "Tiêu chí 3.1.1" })).ToContainTextAsync("Chờ xác nhận");
        Assert.Equal(404, (await page.GotoAsync($"{site.Address}/noi-bo/khac-phuc/{K}?dv=HA"))!.Status);

        await site.ActAsAsync(page, "06-thuong-truc");
        await page.GotoAsync($"{site.Address}/noi-bo/ky/{K}/khac-phuc");
        var waiting = page.Locator("section.card", new() { HasText = "77/KH-UBND" });
        await waiting.GetByRole(AriaRole.Button, new() { Name = "Xác nhận đã khắc phục" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-notification-banner")).ToContainTextAsync("Đã xác nhận khắc phục xong");
        Assert.Equal(0, await page.Locator("section.card", new() { HasText = "77/KH-UBND" }).CountAsync());
    }

    [Fact]
    public async Task Initiatives_are_counted_where_a_number_cannot_be_typed()
    {
        await using var context = await browser.ContextAsync(script: false);
        var page = await context.NewPageAsync();
        await site.ActAsAsync(page, "01-dau-moi");
        await page.GotoAsync($"{site.Address}/noi-bo/cham/{K}/1.5.1");
        Assert.Equal(0, await page.Locator("input[name='input-recognised_initiatives']").CountAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Ghi từng sáng kiến với văn bản công nhận" }).ClickAsync();
        await page.Locator("#title").FillAsync("Trả kết quả tại nhà cho người cao tuổi");
        await page.Locator("#document").FillAsync("21/QĐ-HĐSK");
        await page.Locator("#date").FillAsync("20/11/2022");
        await page.Locator("#issuer").FillAsync("Hội đồng sáng kiến quận");
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("caption")).ToContainTextAsync("3 sáng kiến được công nhận");
        await page.GotoAsync($"{site.Address}/noi-bo/cham/{K}/1.5.1");
        await Assertions.Expect(page.Locator("#input-recognised_initiatives")).ToContainTextAsync("3 sáng kiến được công nhận");
    }
}
