using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ParIndex.App.Tests;
using ParIndex.Testing;
using ParIndex.Web.Tests.Access;

namespace ParIndex.Web.Tests.Year;

/// <summary>
/// A whole year in Chromium, on both databases: invited, planned, opened, scored with evidence, submitted, appraised, explained, claimed, voted on, computed
/// and frozen, by sixteen people. Where PARINDEX_SHOTS names a folder, a picture of each step is left there, as on a screen and as on a phone.
/// </summary>
public sealed class WholeYearTests(Browser browser)
{
    private const string K = "small-2022", Password = "mua thu hai phong 2022", Overlooked = "Kết luận kiểm tra số 12 đã nộp kèm, đề nghị xem lại";
    private int shots;

    [Theory, BothEngines]
    public async Task From_the_invitation_of_a_new_officer_to_the_frozen_result(Engine engine)
    {
        await using var site = await YearSite.StartAsync(engine);
        await using var office = await browser.ContextAsync();
        await using var hers = await browser.ContextAsync();
        var (page, lan) = (await office.NewPageAsync(), await hers.NewPageAsync());
        Task AsAsync(string name) => Browser.ActAsAsync(page, site.Address, name);
        Task GoAsync(string path) => page.GotoAsync($"{site.Address}/noi-bo{path}");

        // Two administrators: one invites the new officer and proposes her right, the other confirms it.
        await AsAsync("Quản trị hệ thống thứ nhất");
        await GoAsync("/nguoi-dung/moi");
        await page.GetByLabel("Họ và tên").FillAsync("Phạm Thị Lan");
        await page.GetByLabel("Thư điện tử công vụ").FillAsync("lan@vi-du.example");
        await page.GetByLabel("Đơn vị công tác").SelectOptionAsync("STC");
        await PressAsync(page, "Tạo tài khoản và liên kết mời");
        var invitation = new Uri(await page.Locator("#link").InnerTextAsync()).AbsolutePath;
        await ShotAsync(page, engine, "invited");
        await page.GetByRole(AriaRole.Link, new() { Name = "Đề xuất quyền cho người này" }).ClickAsync();
        await page.GetByLabel("Vai trò").SelectOptionAsync("UnitOfficer");
        await page.GetByLabel("Đơn vị được giao").SelectOptionAsync("STC");
        await page.GetByLabel("Lý do, văn bản phân công (ít nhất 10 ký tự)").FillAsync("Công văn số 12/STC-VP");
        await PressAsync(page, "Đề xuất");
        var record = new Uri(page.Url).AbsolutePath.Replace("/noi-bo", "", StringComparison.Ordinal);
        await AsAsync("Quản trị hệ thống thứ hai");
        await GoAsync(record);
        await page.GetByLabel("Mã 6 số trong ứng dụng xác thực").First.FillAsync("000000");
        await PressAsync(page, "Xác nhận quyền này");
        await ShotAsync(page, engine, "right-confirmed");

        await PrepareAsync(site, page, engine);
        await OfficerAsync(site, lan, invitation, engine);
        await SubmitAsync(page, engine, GoAsync, AsAsync);
        site.Clock.Advance(TimeSpan.FromDays(6));
        await AppraiseAsync(page, engine, GoAsync, AsAsync);
        site.Clock.Advance(TimeSpan.FromDays(15));
        await ExplainAsync(site, lan, engine);
        site.Clock.Advance(TimeSpan.FromDays(10));
        await DecideAsync(page, engine, GoAsync, AsAsync);
        site.Clock.Advance(TimeSpan.FromDays(5));
        await MeetAsync(page, engine, GoAsync, AsAsync);
        site.Clock.Advance(TimeSpan.FromDays(12));

        // The secretariat computes, the chair freezes with a second factor.
        await AsAsync("Thường trực CCHC, Sở Nội vụ");
        await GoAsync($"/ky/{K}/tinh");
        await ShotAsync(page, engine, "ready");
        await PressAsync(page, "Tính từ số liệu hiện có");
        await Assertions.Expect(page.Locator(".govuk-notification-banner")).ToContainTextAsync("đủ điều kiện chốt");
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Chốt lần tính") }).CountAsync());
        await AsAsync("Chủ tịch hội đồng thẩm định");
        await GoAsync($"/ky/{K}/tinh");
        await page.GetByLabel("Mã 6 số trong ứng dụng xác thực").FillAsync("000000");
        await PressAsync(page, "Chốt lần tính 1");
        await Assertions.Expect(page.Locator("table").Last).ToContainTextAsync("Đã chốt");
        await ShotAsync(page, engine, "frozen");

        // The units know nothing of it before publication, and a stranger even less.
        await AsAsync("Giám đốc Sở Tài chính");
        Assert.Equal(403, (await page.GotoAsync($"{site.Address}/noi-bo/ky/{K}/tinh"))!.Status);
        Assert.Equal(404, (await page.GotoAsync($"{site.Address}/ket-qua/2022"))!.Status);

        // What was frozen, worked out by hand: Finance 1 + 1.8 + 3 + 3.6 of 10 after the council; Home Affairs 0.5 + 2 + 2.75 + 3.8; Justice 1 + 0 + 2 of 7.
        await using var db = site.Database.Open();
        var frozen = await db.RunUnits.Where(row => row.Run == 1 && db.Cycles.Any(cycle => cycle.Id == row.Cycle && cycle.Code == K)).OrderBy(row => row.Unit).ToListAsync(Cancel);
        Assert.Equal(["SNV 90,5 2", "STC 94 1", "STP 42,86 3"], frozen.Select(row => $"{row.Unit} {row.Index?.ToString("0.##", CultureInfo.GetCultureInfo("vi-VN"))} {row.Rank}"));
        await AsAsync("Quản trị hệ thống thứ nhất");
        await GoAsync("/nhat-ky");
        await PressAsync(page, "Kiểm tra chuỗi ngay");
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("Nguyên vẹn");
        await ShotAsync(page, engine, "journal");
    }

    /// <summary>The secretariat makes the year after the published one: framework, dates, what does not concern whom, who appraises what.</summary>
    private async Task PrepareAsync(YearSite site, IPage page, Engine engine)
    {
        await Browser.ActAsAsync(page, site.Address, "Thường trực CCHC, Sở Nội vụ");
        await page.GetByRole(AriaRole.Link, new() { Name = "Các kỳ đánh giá, tạo kỳ mới" }).ClickAsync();
        await page.GetByLabel("Năm đánh giá").FillAsync("2022");
        await page.GetByLabel("Mã kỳ, ví dụ hai-phong-2023").FillAsync(K);
        await page.GetByLabel("Kế hoạch (số, ngày, cơ quan ban hành)").FillAsync("Kế hoạch số 5/KH-UBND (minh họa)");
        await PressAsync(page, "Tạo kỳ");
        await page.GetByText("Thay bộ chỉ số").First.ClickAsync();
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "framework.json", MimeType = "application/json", Buffer = YearSite.Framework });
        await SendAsync(page, page.Locator("form[action*='Framework'] button"));
        foreach (var (phase, from, to, stage) in new[] { (0, -1, 5, "self"), (1, 5, 20, "appraisal"), (2, 20, 30, "explanation"), (3, 30, 35, "appraisal2"), (4, 35, 45, "council") })
        {
            await page.Locator("input[name=Opens]").Nth(phase).FillAsync(site.Day(from));
            await page.Locator("input[name=Closes]").Nth(phase).FillAsync(site.Day(to));
            await page.Locator("select[name=Stage]").Nth(phase).SelectOptionAsync(stage);
        }

        await PressAsync(page, "Lưu lịch");
        await page.GotoAsync($"{site.Address}/noi-bo/ky/{K}/ap-dung");
        await page.Locator("#Leaf").SelectOptionAsync("1.2.1");
        await page.Locator("#u-STP").CheckAsync();
        await page.GetByLabel("Lý do, ít nhất 10 ký tự").FillAsync("Không có đơn vị sự nghiệp trực thuộc");
        await PressAsync(page, "Ghi quyết định");
        await ShotAsync(page, engine, "applies");
        await page.GotoAsync($"{site.Address}/noi-bo/ky/{K}/phan-cong");
        foreach (var (leaves, appraiser, substitute) in new[]
        {
            (new[] { "1.1.1", "1.2.1" }, "Chuyên viên thẩm định, Sở Nội vụ (SNV)", "Chuyên viên thẩm định thay (SNV)"),
            (["1.1.2", "2.1.1"], "Chuyên viên thẩm định, Văn phòng UBND thành phố (VPUB)", ""),
        })
        {
            foreach (var leaf in leaves) await page.Locator($"input[name=Leaves][value$='|{leaf}']").CheckAsync();
            await page.Locator("#account").SelectOptionAsync(new SelectOptionValue { Label = appraiser });
            if (substitute.Length > 0) await page.Locator("#substitute").SelectOptionAsync(new SelectOptionValue { Label = substitute });
            await PressAsync(page, "Giao các tiêu chí đã đánh dấu");
        }

        await ShotAsync(page, engine, "assigned");
        await page.GotoAsync($"{site.Address}/noi-bo/ky/{K}/chuan-bi");
        await ShotAsync(page, engine, "prepared");
        await PressAsync(page, "Mở kỳ đánh giá");
        await Assertions.Expect(page.Locator(".govuk-notification-banner")).ToContainTextAsync("Kỳ đã mở");
    }

    /// <summary>A new officer who was told nothing: she follows what the pages offer, from her invitation to the last leaf.</summary>
    private async Task OfficerAsync(YearSite site, IPage lan, string invitation, Engine engine)
    {
        await lan.GotoAsync(site.Address + invitation);
        await lan.GetByLabel("Mật khẩu mới").FillAsync(Password);
        await PressAsync(lan, "Đặt mật khẩu và tiếp tục");
        await PressAsync(lan, "Dùng ứng dụng xác thực");
        key = (await lan.Locator("#key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await lan.GetByLabel("Mã 6 chữ số").FillAsync(SignInTests.Totp(key));
        await PressAsync(lan, "Bật xác thực hai bước");
        await lan.GetByText("Đã lưu, vào trang làm việc").ClickAsync();
        await ShotAsync(lan, engine, "officer-work");
        await lan.GetByRole(AriaRole.Link, new() { Name = "Tự đánh giá của đơn vị" }).First.ClickAsync();
        await ShotAsync(lan, engine, "officer-tasks");
        await lan.GetByRole(AriaRole.Link, new() { NameRegex = new("^1\\.1\\.1 ") }).ClickAsync();
        await lan.GetByLabel("đúng hạn: 1 điểm").CheckAsync();
        await PressAsync(lan, "Lưu, sẵn sàng nộp");
        // Without evidence or a word of where it is, it is not ready, and what was chosen is still there.
        await Assertions.Expect(lan.Locator(".govuk-error-summary")).ToBeVisibleAsync();
        await Assertions.Expect(lan.GetByLabel("đúng hạn: 1 điểm")).ToBeCheckedAsync();
        await ShotAsync(lan, engine, "officer-not-ready");
        await lan.GetByRole(AriaRole.Link, new() { Name = "Thêm hoặc gắn tài liệu" }).ClickAsync();
        await lan.Locator("#file").SetInputFilesAsync(new FilePayload
        {
            Name = "Kế hoạch CCHC 2022.pdf",
            MimeType = "application/pdf",
            Buffer = Encoding.UTF8.GetBytes("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"),
        });
        await lan.GetByLabel("Số, ký hiệu").FillAsync("02/KH-STC");
        await lan.GetByLabel("Trích yếu").FillAsync("Kế hoạch cải cách hành chính năm 2022");
        await lan.GetByLabel("Ngày ban hành").FillAsync("2022-01-10");
        await PressAsync(lan, "Tải lên");
        await Assertions.Expect(lan.Locator(".govuk-notification-banner")).ToContainTextAsync("Đã lưu tệp");
        await ShotAsync(lan, engine, "officer-evidence");
        await lan.GetByLabel("đúng hạn: 1 điểm").CheckAsync();
        await PressAsync(lan, "Lưu, sẵn sàng nộp");

        // The next leaf opens by itself; its points follow from the figures, with the sentence that says why.
        await lan.Locator("#input-on_time").FillAsync("9");
        await lan.Locator("#input-assigned").FillAsync("10");
        await Assertions.Expect(lan.Locator("#diem")).ToContainTextAsync("1,8");
        await lan.GetByLabel("Giải trình", new() { Exact = true }).FillAsync("Theo hệ thống theo dõi nhiệm vụ");
        await ShotAsync(lan, engine, "officer-worked-out");
        await PressAsync(lan, "Lưu, sẵn sàng nộp");
        await lan.Locator("#claimed").FillAsync("3,1");
        await PressAsync(lan, "Lưu, sẵn sàng nộp");
        await Assertions.Expect(lan.Locator(".govuk-error-summary")).ToContainTextAsync("3");
        await lan.Locator("#claimed").FillAsync("3");
        await lan.GetByLabel("Giải trình", new() { Exact = true }).FillAsync("Đã kiểm tra đủ ba đơn vị trực thuộc");
        await PressAsync(lan, "Lưu, sẵn sàng nộp");
        await lan.Locator("#input-on_time").FillAsync("90");
        await lan.Locator("#input-total").FillAsync("100");
        await lan.GetByLabel("Giải trình", new() { Exact = true }).FillAsync("Theo hệ thống một cửa điện tử");
        await PressAsync(lan, "Lưu, sẵn sàng nộp");
        await lan.GotoAsync($"{site.Address}/noi-bo/cham/{K}");
        await ShotAsync(lan, engine, "officer-all-ready");
        await lan.GetByRole(AriaRole.Link, new() { Name = "Kiểm tra và nộp" }).First.ClickAsync();
        await Assertions.Expect(lan.Locator("main")).ToContainTextAsync("Thủ trưởng đơn vị kiểm tra và nộp");
    }

    /// <summary>The other officers enter theirs; the three heads submit.</summary>
    private async Task SubmitAsync(IPage page, Engine engine, Func<string, Task> go, Func<string, Task> act)
    {
        foreach (var (officer, answers) in new (string, (string Leaf, string Field, string[] Values)[])[]
        {
            ("Đầu mối, Sở Nội vụ", [("1.1.1", "level", ["late"]), ("1.1.2", "on_time,assigned", ["20", "20"]), ("1.2.1", "", ["2,75"]), ("2.1.1", "on_time,total", ["95", "100"])]),
            ("Đầu mối, Sở Tư pháp", [("1.1.1", "level", ["on_time"]), ("1.1.2", "on_time,assigned", ["7", "10"]), ("2.1.1", "on_time,total", ["1", "2"])]),
        })
        {
            await act(officer);
            foreach (var (leaf, fields, values) in answers)
            {
                await go($"/cham/{K}/{leaf}");
                if (fields == "level") await page.Locator($"#input-level-{values[0]}").CheckAsync();
                else if (fields.Length == 0) await page.Locator("#claimed").FillAsync(values[0]);
                else foreach (var (i, field) in fields.Split(',').Index()) await page.Locator($"#input-{field}").FillAsync(values[i]);
                await page.GetByLabel("Giải trình", new() { Exact = true }).FillAsync("Hồ sơ lưu tại văn thư đơn vị");
                await PressAsync(page, "Lưu, sẵn sàng nộp");
            }
        }

        foreach (var head in new[] { "Giám đốc Sở Nội vụ", "Giám đốc Sở Tư pháp", "Giám đốc Sở Tài chính" })
        {
            await act(head);
            await go($"/nop/{K}");
            if (head.EndsWith("chính", StringComparison.Ordinal)) await ShotAsync(page, engine, "head-checks");
            await page.GetByLabel("Mã 6 số trong ứng dụng xác thực").FillAsync("000000");
            await PressAsync(page, "Xác nhận và nộp");
            await Assertions.Expect(page.Locator(".govuk-panel")).ToContainTextAsync("TDG-SMALL-2022");
        }

        await ShotAsync(page, engine, "receipt");
        await act("Thường trực CCHC, Sở Nội vụ");
        await go($"/ky/{K}");
        await ShotAsync(page, engine, "progress");
    }

    /// <summary>The appraisers: one leaf in three columns, a question to the unit, the rest by sheet; the own house is somebody else's.</summary>
    private async Task AppraiseAsync(IPage page, Engine engine, Func<string, Task> go, Func<string, Task> act)
    {
        await act("Chuyên viên thẩm định, Sở Nội vụ");
        await go($"/tham-dinh/{K}");
        await ShotAsync(page, engine, "queue");
        await go($"/tham-dinh/{K}/STC/1.2.1");
        await page.Locator("#points").FillAsync("2");
        await page.Locator("#reason").FillAsync("Thiếu kết luận kiểm tra của một đơn vị trực thuộc");
        await PressAsync(page, "Ghi điểm");
        await page.GetByText("Yêu cầu đơn vị giải trình").ClickAsync();
        await page.Locator("#question").FillAsync("Đề nghị gửi kết luận kiểm tra của đơn vị thứ ba");
        await PressAsync(page, "Gửi");
        await ShotAsync(page, engine, "appraised");
        await SheetAsync(page, go, "1.1.1", engine, ("STC", "1"), ("STP", "1"));
        await act("Chuyên viên thẩm định thay");
        await SheetAsync(page, go, "1.1.1", engine, ("SNV", "0,5"));
        await SheetAsync(page, go, "1.2.1", engine, ("SNV", "2,75"));
        await act("Chuyên viên thẩm định, Văn phòng UBND thành phố");
        await SheetAsync(page, go, "1.1.2", engine, ("SNV", "2"), ("STC", "1,8"), ("STP", "0"));
        await SheetAsync(page, go, "2.1.1", engine, ("SNV", "3,8"), ("STC", "3,6"), ("STP", "2"));
    }

    private async Task SheetAsync(IPage page, Func<string, Task> go, string leaf, Engine engine, params (string Unit, string Points)[] rows)
    {
        await go($"/tham-dinh/{K}/bang/{leaf}");
        await page.Locator("#common").FillAsync("Đã đối chiếu hồ sơ, đúng quy tắc chấm");
        foreach (var (unit, points) in rows) await page.Locator($"[name=p-{unit}]").FillAsync(points);
        if (leaf == "1.1.2") await ShotAsync(page, engine, "sheet");
        await PressAsync(page, "Ghi tất cả");
    }

    /// <summary>The officer comes back weeks later with her password and a code, answers and claims.</summary>
    private async Task ExplainAsync(YearSite site, IPage lan, Engine engine)
    {
        await lan.GotoAsync($"{site.Address}/noi-bo/giai-trinh/{K}");
        await lan.Locator("#Email").FillAsync("lan@vi-du.example");
        await lan.Locator("#Password").FillAsync(Password);
        await PressAsync(lan, "Đăng nhập");
        await lan.Locator("#code").FillAsync(SignInTests.Totp(key));
        await SendAsync(lan, lan.Locator("main form button").First);
        await Assertions.Expect(lan.Locator("h2").First).ToHaveTextAsync("Yêu cầu giải trình");
        await lan.Locator("textarea[name=answer]").FillAsync("Kết luận số 12/KL-STC đã gửi kèm hồ sơ");
        await PressAsync(lan, "Gửi giải trình");
        var row = lan.Locator("tr", new() { Has = lan.Locator("th", new() { HasText = "1.2.1 " }) });
        await row.Locator("summary").ClickAsync();
        await row.Locator("select[name=ground]").SelectOptionAsync("EvidenceOverlooked");
        await row.Locator("input[name=claimed]").FillAsync("3");
        await row.Locator("textarea[name=words]").FillAsync(Overlooked);
        await ShotAsync(lan, engine, "claim");
        await SendAsync(lan, row.GetByRole(AriaRole.Button, new() { Name = "Gửi đề nghị" }));
        await Assertions.Expect(lan.Locator("main")).ToContainTextAsync("đang chờ");
    }

    /// <summary>The lead, who did not read it first, refuses the claim; so it goes to the council.</summary>
    private async Task DecideAsync(IPage page, Engine engine, Func<string, Task> go, Func<string, Task> act)
    {
        await act("Chuyên viên thẩm định, Sở Nội vụ");
        await go($"/xem-xet/{K}");
        Assert.Equal(0, await page.Locator("input[name=decision]").CountAsync());
        await act("Lãnh đạo Sở Nội vụ (chủ trì thẩm định)");
        await go($"/xem-xet/{K}");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Overlooked);
        await page.Locator("input[name=decision][value=Refused]").CheckAsync();
        await page.Locator("textarea[name=reason]").FillAsync("Kết luận ban hành sau ngày chốt số liệu");
        await page.Locator("input[name=rule]").FillAsync("Bộ chỉ số, mục 1.2.1");
        await ShotAsync(page, engine, "second-reader");
        await PressAsync(page, "Ghi kết luận");
    }

    /// <summary>The council hears both sides; three of four carry it, and its ruling is the act that counts.</summary>
    private async Task MeetAsync(IPage page, Engine engine, Func<string, Task> go, Func<string, Task> act)
    {
        await act("Thường trực CCHC, Sở Nội vụ");
        await go($"/hoi-dong/{K}");
        await page.GetByLabel("Tên phiên họp").FillAsync("Phiên họp thẩm định năm 2022");
        await PressAsync(page, "Mời họp");
        await go($"/hoi-dong/{K}/1");
        await page.GetByText("Đưa nội dung vào chương trình").ClickAsync();
        await page.Locator("#case").SelectOptionAsync("STC/1.2.1");
        await page.Locator("#points").FillAsync("3");
        await page.Locator("#words").FillAsync("Đơn vị và cơ quan thẩm định còn khác ý kiến");
        await PressAsync(page, "Đưa vào chương trình");
        await act("Chủ tịch hội đồng thẩm định");
        await go($"/hoi-dong/{K}/1");
        foreach (var member in await page.Locator("input[name=present]").AllAsync()) await member.CheckAsync();
        await PressAsync(page, "Mở phiên họp và biểu quyết");
        await ShotAsync(page, engine, "meeting");
        foreach (var member in new[] { "Chủ tịch hội đồng thẩm định", "Thành viên hội đồng thẩm định", "Ủy viên hội đồng thẩm định thứ hai" })
        {
            await act(member);
            await go($"/hoi-dong/{K}/1");
            await page.GetByLabel("Tán thành", new() { Exact = true }).CheckAsync();
            await PressAsync(page, "Biểu quyết");
        }

        await act("Chủ tịch hội đồng thẩm định");
        await go($"/hoi-dong/{K}/1");
        await page.Locator("textarea[name=reason]").First.FillAsync("Quá nửa số thành viên tán thành");
        await PressAsync(page, "Đóng biểu quyết và kết luận");
        await Assertions.Expect(page.Locator("section.card")).ToContainTextAsync("Được thông qua");
        await PressAsync(page, "Kết thúc phiên họp");
        await ShotAsync(page, engine, "ruled");
    }

    private string key = "";

    private static Task PressAsync(IPage page, string button) => SendAsync(page, page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First);

    /// <summary>Presses a button and waits for the page that comes of it, past every redirect.</summary>
    private static async Task SendAsync(IPage page, ILocator button)
    {
        var answer = await page.RunAndWaitForResponseAsync(() => button.ClickAsync(), response => response.Request.IsNavigationRequest && response.Status is < 300 or >= 400);
        Assert.True(answer.Status < 500, $"{answer.Url}: {answer.Status}");
        await answer.FinishedAsync();
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    /// <summary>The page fits a phone; and where pictures are asked for, here they are.</summary>
    private async Task ShotAsync(IPage page, Engine engine, string name)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var (size, step) = (page.ViewportSize!, string.Create(CultureInfo.InvariantCulture, $"{++shots:00}-{name}"));
        foreach (var width in new[] { 360, size.Width })
        {
            await page.SetViewportSizeAsync(width, size.Height);
            if (Environment.GetEnvironmentVariable("PARINDEX_SHOTS") is not { Length: > 0 } folder) continue;
            var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, $"year-{engine}")).FullName, $"{step}-{width}.png");
            await page.ScreenshotAsync(new() { Path = path, FullPage = true });
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
