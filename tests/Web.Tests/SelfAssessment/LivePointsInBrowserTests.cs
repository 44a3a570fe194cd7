using Microsoft.Playwright;

namespace ParIndex.Web.Tests.SelfAssessment;

/// <summary>Points while typing, in Chromium; without script the page has a button for it.</summary>
public sealed class LivePointsInBrowserTests(DemoSite site, Browser browser)
{
    [Fact]
    public async Task Points_and_their_sentence_change_while_an_officer_types()
    {
        await using var context = await browser.ContextAsync();
        var page = await context.NewPageAsync();
        var troubles = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") troubles.Add(message.Text); };
        await site.ActAsAsync(page, "01-dau-moi");
        await page.GotoAsync($"{site.Address}/noi-bo/cham/{site.Cycle}/1.3.1");
        var inputs = page.Locator("input[name^=input-]");
        await inputs.Nth(0).FillAsync("6");
        await inputs.Nth(1).FillAsync("24");
        await Assertions.Expect(page.Locator("#diem")).ToContainTextAsync("6/24 phòng, UBND cấp xã được kiểm tra = 25,00 % → 0,5 điểm");
        await inputs.Nth(0).FillAsync("nhiều");
        await Assertions.Expect(page.Locator("#diem")).ToContainTextAsync("“nhiều” không phải là số");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Tính thử điểm" })).ToHaveCountAsync(0);
        Assert.Empty(troubles);

        await using var still = await browser.ContextAsync(script: false);
        var plain = await still.NewPageAsync();
        await site.ActAsAsync(plain, "01-dau-moi");
        await plain.GotoAsync($"{site.Address}/noi-bo/cham/{site.Cycle}/1.3.1");
        await plain.Locator("input[name^=input-]").Nth(0).FillAsync("6");
        await plain.Locator("input[name^=input-]").Nth(1).FillAsync("24");
        await plain.GetByRole(AriaRole.Button, new() { Name = "Tính thử điểm" }).ClickAsync();
        await Assertions.Expect(plain.Locator("#diem")).ToContainTextAsync("→ 0,5 điểm");
    }
}
