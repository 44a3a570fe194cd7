using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ParIndex.Web.Tests.Portal;

public sealed class BrowserTests(RunningSite site, Browser browser)
{
    [Theory]
    [MemberData(nameof(PortalPages.All), MemberType = typeof(PortalPages))]
    public async Task A_page_has_no_serious_finding_stays_small_asks_no_other_host_and_breaks_no_policy(string address)
    {
        await using var context = await browser.ContextAsync();
        var page = await context.NewPageAsync();
        var foreign = new List<string>();
        var complaints = new List<string>();
        var sizes = new List<Task<int>>();
        page.Request += (_, request) => { if (!request.Url.StartsWith(site.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) foreign.Add(request.Url); };
        page.Console += (_, message) => { if (message.Type == "error") complaints.Add(message.Text); };
        page.PageError += (_, error) => complaints.Add(error);
        page.RequestFinished += (_, request) => sizes.Add(SizeAsync(request));
        await page.GotoAsync(site.Address + address, new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Empty(foreign);
        Assert.Empty(complaints);
        var transferred = (await Task.WhenAll(sizes)).Sum();
        Assert.True(transferred < 300_000, $"{transferred} bytes");
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {v.Nodes[0].Html}"));
    }

    [Theory]
    [MemberData(nameof(PortalPages.All), MemberType = typeof(PortalPages))]
    public async Task On_a_phone_of_360_pixels_nothing_sticks_out_sideways(string address)
    {
        await using var context = await browser.ContextAsync(360, 740);
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData("/ket-qua/2021/so-ban-nganh", "ranking", "circle", "score", 20)]
    [InlineData("/ket-qua/2021/quan", "ranking", "circle", "score", 7)]
    [InlineData("/don-vi/so-noi-vu", "waterfall", "rect", "loss", 8)]
    [InlineData("/don-vi/so-noi-vu", "strips", "path", "unit", 8)]
    [InlineData("/don-vi/so-noi-vu", "strips", "circle", "group", 160)]
    [InlineData("/theo-nam?khoi=so-ban-nganh", "years", "circle", "now", 20)]
    public async Task A_picture_has_as_many_marks_as_its_table_has_rows(string address, string picture, string shape, string mark, int expected)
    {
        await using var context = await browser.ContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var marks = await page.Locator($"figure[data-picture='{picture}'] g.mark-{mark} {shape}").CountAsync();
        Assert.Equal(expected, marks);
    }

    [Fact]
    public async Task The_dots_of_the_ranking_lie_in_the_order_of_its_figures()
    {
        await using var context = await browser.ContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + "/ket-qua/2021/so-ban-nganh", new() { WaitUntil = WaitUntilState.NetworkIdle });
        var places = await page.EvaluateAsync<double[]>("[...document.querySelectorAll(\"figure[data-picture='ranking'] g.mark-score circle\")].map(c => +c.getAttribute('cx'))");
        var figures = await page.EvaluateAsync<double[]>("[...document.querySelectorAll('#bang-xep-hang tbody tr')].map(r => +r.cells[2].dataset.value)");
        Assert.Equal(20, places.Length);
        // Equal distance for equal difference: one scale carries every figure to its place.
        var scale = (places[0] - places[^1]) / (figures[0] - figures[^1]);
        Assert.All(places.Zip(figures), pair => Assert.Equal(places[0] - ((figures[0] - pair.Second) * scale), pair.First, 0.01));
    }

    [Theory]
    [InlineData("/ket-qua/2021/so-ban-nganh", "#bang-xep-hang")]
    [InlineData("/don-vi/so-noi-vu", "#bang-mat-diem")]
    [InlineData("/theo-nam", "#bang-cac-nam")]
    public async Task Without_script_the_table_stands_open(string address, string table)
    {
        await using var context = await browser.ContextAsync(script: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address + address);
        Assert.True(await page.Locator(table).IsVisibleAsync());
        Assert.Equal(0, await page.Locator(".picture__canvas svg").CountAsync());
    }

    private static async Task<int> SizeAsync(IRequest request)
    {
        var sizes = await request.SizesAsync();
        return sizes.ResponseBodySize + sizes.ResponseHeadersSize;
    }
}
