using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.Results;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Heads;

/// <summary>The classification of heads in Chromium with script off, from the frozen index to the approval, with its own eyes-only rules.</summary>
public sealed class HeadsInBrowserTests(Browser browser) : IAsyncLifetime
{
    private const string Desk = "/noi-bo/phan-loai/small-2021", Notice = "/noi-bo/thong-bao-phan-loai/small-2021";
    private readonly Database database = new();
    private readonly SmallCycle small = new();
    private readonly MovedClock clock = new(DateTimeOffset.UtcNow);
    private Microsoft.AspNetCore.Builder.WebApplication site = null!;
    private IBrowserContext context = null!;
    private IPage page = null!;

    private string Address => site.Urls.First();

    public async ValueTask InitializeAsync()
    {
        small.AddHeads();
        await using (var db = database.Open())
            await new MakeDemoPeople(db, clock).RunAsync(
                [
                    .. DemoPeople.All, new("96-stc", "Giám đốc Sở Tài chính", "Trả lời", Role.UnitHead, Unit: "STC", MemberOf: "STC"),
                    new("97-stc", "Đầu mối, Sở Tài chính", "Nhập", Role.UnitOfficer, Unit: "STC", MemberOf: "STC"),
                    new("98-stp", "Giám đốc Sở Tư pháp", "Trả lời", Role.UnitHead, Unit: "STP", MemberOf: "STP"),
                ], default);
        int id;
        await using (var db = database.Open()) id = (await new ImportCycle(db, clock).RunAsync(small.Folder, CycleState.Open, default)).Cycle!.Value;
        var chair = new Person(Guid.NewGuid(), "x", null, [new(Role.CouncilChair)], []);
        await using (var db = database.Open()) await new ComputeRun(db, clock).RunAsync(chair, id, null, "test", default);
        await using (var db = database.Open()) await new FreezeRun(db, clock).RunAsync(chair, id, 1, 1, secondFactor: true, default);
        site = Site.Build(new() { Database = database.Path, Urls = ["http://127.0.0.1:0"], Hosts = ["127.0.0.1"], Demo = true, Clock = clock });
        await site.StartAsync();
        context = await browser.ContextAsync(script: false);
        page = await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        await site.DisposeAsync();
        database.Dispose();
        small.Dispose();
    }

    [Fact]
    public async Task From_the_frozen_index_to_the_approval_and_only_the_head_and_the_desk_see_a_grade()
    {
        // The secretariat enters a fact with its document, but not of its own head, and classifies.
        await ActAsAsync("Thường trực CCHC, Sở Nội vụ");
        await OpenAsync(Desk + "/H1");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("ông/bà chỉ xem");
        Assert.Equal(0, await page.Locator("main form").CountAsync());
        await OpenAsync(Desk + "/H2");
        await page.Locator("#input").SelectOptionAsync("reports_late");
        await page.Locator("#value").FillAsync("1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi thông tin" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("tài liệu làm căn cứ");
        await page.Locator("#document").FillAsync("Công văn 15/SNV-CCHC ngày 10/01/2022");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi thông tin" }).ClickAsync();
        await OpenAsync(Desk);
        await LooksGoodAsync("truoc");
        await page.GetByRole(AriaRole.Button, new() { Name = "Phân loại từ kết quả đã chốt" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-notification-banner")).ToContainTextAsync("Đã phân loại (bản 1)");
        await Assertions.Expect(Row("Sở Tài chính")).ToContainTextAsync("Có báo cáo gửi muộn");
        await Assertions.Expect(Row("Sở Nội vụ")).ToContainTextAsync("cần chuyển cơ quan khác");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi thông báo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("chính cơ quan thường trực");

        // Nobody sees anything before the notice; the chair names another body for the agency's own head.
        await ActAsAsync("Giám đốc Sở Tài chính");
        await OpenAsync(Notice);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Chưa có thông báo nào");
        await ActAsAsync("Chủ tịch hội đồng thẩm định");
        await OpenAsync(Desk + "/H1");
        await page.Locator("#body").FillAsync("Thanh tra thành phố");
        await page.Locator("main form").Filter(new() { HasText = "Ghi chuyển hồ sơ" }).Locator("input[name=Document]").FillAsync("Văn bản 12/HĐTĐ ngày 02/3/2022");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi chuyển hồ sơ" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Thanh tra thành phố thẩm định hồ sơ này");
        await LooksGoodAsync("ho-so");
        await ActAsAsync("Thường trực CCHC, Sở Nội vụ");
        await OpenAsync(Desk);
        await LooksGoodAsync("du-kien");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi thông báo" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-notification-banner")).ToContainTextAsync("Đã gửi thông báo");

        // The head sees the own case alone and answers; the officer of the same unit and another head see nothing of it.
        await ActAsAsync("Giám đốc Sở Tài chính");
        await OpenAsync(Notice);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Hoàn thành tốt nhiệm vụ");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Công văn 15/SNV-CCHC ngày 10/01/2022");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("Sở Tư pháp");
        await LooksGoodAsync("thong-bao");
        await page.Locator("#answer").FillAsync("Báo cáo chậm do hệ thống dùng chung ngừng hai ngày");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi ý kiến" }).ClickAsync();
        await Assertions.Expect(page.Locator("blockquote")).ToContainTextAsync("ngừng hai ngày");
        await ActAsAsync("Giám đốc Sở Tư pháp");
        await OpenAsync(Notice);
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("Sở Tài chính");
        Assert.Equal(403, (await page.GotoAsync(Address + Desk))!.Status);
        foreach (var person in new[] { "Đầu mối, Sở Tài chính", "Thành viên hội đồng thẩm định", "Văn thư UBND thành phố", "Quản trị hệ thống thứ nhất" })
        {
            await ActAsAsync(person);
            foreach (var address in new[] { Desk, Desk + "/H2", Notice }) Assert.Equal(403, (await page.GotoAsync(Address + address))!.Status);
        }

        // When the time is over the chair rules and approves.
        clock.Advance(TimeSpan.FromDays(8));
        await ActAsAsync("Chủ tịch hội đồng thẩm định");
        await OpenAsync(Desk);
        await ApproveAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("Còn 1 ý kiến");
        await OpenAsync(Desk + "/H2");
        await page.Locator("#grade").SelectOptionAsync("tot");
        await page.Locator("#reason").FillAsync("Giữ mức dự kiến: báo cáo chậm đã có kết luận");
        await page.Locator("#code").FillAsync("000000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi kết luận" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("giữ nguyên");
        await OpenAsync(Desk);
        await ApproveAsync();
        await Assertions.Expect(page.Locator(".govuk-notification-banner")).ToContainTextAsync("Đã phê duyệt bản phân loại 1");
        await LooksGoodAsync("phe-duyet");

        // Computed again, the classification is stale and says so.
        await using (var db = database.Open())
            await new ComputeRun(db, clock).RunAsync(new(Guid.NewGuid(), "x", null, [new(Role.CouncilChair)], []), (await db.Cycles.SingleAsync(TestContext.Current.CancellationToken)).Id, "Tính lại theo kết luận", "test", default);
        await OpenAsync(Desk);
        await Assertions.Expect(page.Locator(".govuk-warning-text")).ToContainTextAsync("Bản phân loại 1 đã cũ");
    }

    [Fact]
    public async Task Posts_are_kept_by_period_with_their_appointment()
    {
        const string posts = "/noi-bo/don-vi/STP/dung-dau";
        await ActAsAsync("Thường trực CCHC, Sở Nội vụ");
        await OpenAsync(posts + "?Post=H3");
        await page.Locator("#from").FillAsync("1/1/2020");
        await page.Locator("#to").FillAsync("30/4/2021");
        await page.Locator("#document").FillAsync("Quyết định 12/QĐ-UBND");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi chức vụ" }).ClickAsync();
        await page.Locator("#postVi").FillAsync("Quyền Giám đốc Sở Tư pháp");
        await page.Locator("#from").FillAsync("1/4/2021");
        await page.Locator("#document").FillAsync("Quyết định 40/QĐ-UBND");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi chức vụ" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("Trùng thời gian");
        await page.Locator("#from").FillAsync("1/5/2021");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi chức vụ" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
        await LooksGoodAsync("chuc-vu");
        await ActAsAsync("Thanh tra (quan sát)");
        await OpenAsync(posts);
        Assert.Equal(0, await page.Locator("main form").CountAsync());
    }

    private ILocator Row(string unit) => page.Locator("table").Last.Locator("tr", new() { Has = page.Locator("th", new() { HasTextString = unit }) });

    private async Task ApproveAsync()
    {
        await page.Locator("#reason").FillAsync("Thống nhất theo biên bản họp hội đồng");
        await page.Locator("#code").FillAsync("000000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Phê duyệt bản phân loại 1" }).ClickAsync();
    }

    private async Task ActAsAsync(string name)
    {
        await page.GotoAsync(Address + "/noi-bo/doi-vai");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Vào vai {name}", Exact = true }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/noi-bo$"), new() { Timeout = 30_000 });
    }

    private async Task OpenAsync(string path) => Assert.Equal(200, (await page.GotoAsync(Address + path))!.Status);

    /// <summary>No serious finding of axe, in either width nothing to scroll sideways; PICTURES names a folder for screenshots.</summary>
    private async Task LooksGoodAsync(string name)
    {
        await using var looking = await browser.ContextAsync();
        await looking.AddCookiesAsync((await context.CookiesAsync()).Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path }));
        var view = await looking.NewPageAsync();
        await view.GotoAsync(page.Url);
        var result = await view.RunAxe();
        Assert.Empty(result.Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{name} {v.Id}: {v.Nodes[0].Html}"));
        foreach (var width in new[] { 1280, 360 })
        {
            await view.SetViewportSizeAsync(width, 900);
            Assert.Equal(width, await view.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            if (Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder)
                await view.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png"), FullPage = true });
        }
    }
}
