using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ParIndex.Web.Tests.Browser))]

namespace ParIndex.Web.Tests;

/// <summary>Debian's Chromium, started once. Without it the tests fail and say what to install.</summary>
public sealed class Browser : IAsyncLifetime
{
    private IPlaywright playwright = null!;
    private IBrowser chromium = null!;

    public async ValueTask InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(path)) throw new FileNotFoundException("The browser tests need Chromium: apt-get install chromium, or set CHROMIUM to its path.", path);
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-features=Vulkan,OptimizationGuideOnDeviceModel,OptimizationHints"],
        });
    }

    public Task<IBrowserContext> ContextAsync(int width = 1280, int height = 900, bool script = true) => chromium.NewContextAsync(new()
    {
        ViewportSize = new() { Width = width, Height = height },
        JavaScriptEnabled = script,
        Locale = "vi-VN",
        TimezoneId = "Asia/Ho_Chi_Minh",
    });

    /// <summary>Takes the role of one of the cast of a demonstration.</summary>
    public static async Task ActAsAsync(IPage page, string address, string name)
    {
        await page.GotoAsync(address + "/noi-bo/doi-vai");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Vào vai {name}", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/noi-bo$"), new() { Timeout = 30_000 });
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null) await chromium.DisposeAsync();
        playwright?.Dispose();
    }
}
