using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ParIndex.App.Accounts;
using ParIndex.Testing;
using ParIndex.Web.Tests.Access;

namespace ParIndex.Web.Tests.Accounts;

/// <summary>Passkeys in Chromium with its virtual authenticator: from the invitation to the work pages, on a phone of 360 pixels.</summary>
public sealed class PasskeyTests(Browser browser) : IAsyncLifetime
{
    private readonly Database database = new();
    private IReadOnlyList<Invited> invited = [];
    private Microsoft.AspNetCore.Builder.WebApplication site = null!;

    /// <summary>Passkeys belong to a name; an address of figures has none.</summary>
    private string Address => site.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public async ValueTask InitializeAsync()
    {
        await using (var db = database.Open())
            invited = await new MakeFirstAdministrators(db, TimeProvider.System).RunAsync(("Trần Thị Hạnh", "hanh@haiphong.gov.vn"), ("Lê Văn Khoa", "khoa@haiphong.gov.vn"), default);
        site = Site.Build(new() { Database = database.Path, Urls = ["http://127.0.0.1:0"] });
        await site.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task A_new_person_makes_a_passkey_from_the_invitation_works_signs_out_and_comes_back_with_it()
    {
        await using var context = await browser.ContextAsync(360, 740);
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") complaints.Add(message.Text); };
        page.PageError += (_, error) => complaints.Add(error);
        await AuthenticatorAsync(page);
        await page.GotoAsync(Address + invited[0].Path);
        await ShotAsync(page, "1-invitation");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tạo khóa truy cập và vào" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Việc của tôi");
        await ShotAsync(page, "2-work");
        await page.GotoAsync(Address + "/noi-bo/tai-khoan");
        Assert.Contains("khóa truy cập", await page.Locator("table tbody").InnerTextAsync(), StringComparison.Ordinal);
        await ShotAsync(page, "3-account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await ShotAsync(page, "4-sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập bằng khóa truy cập" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Việc của tôi");
        Assert.Empty(complaints);

        await using var db = database.Open();
        var account = await db.Users.SingleAsync(row => row.Email == "hanh@haiphong.gov.vn", Cancel);
        var key = await db.UserPasskeys.SingleAsync(row => row.UserId == account.Id, Cancel);
        Assert.True(key.Data.IsUserVerified);
        Assert.True(key.Data.SignCount >= 2, $"{key.Data.SignCount}");
        Assert.NotNull((await db.Invitations.SingleAsync(row => row.Account == account.Id, Cancel)).UsedAt);
        Assert.Equal(2, await db.Sessions.CountAsync(row => row.Account == account.Id && row.Method == "passkey", Cancel));
        Assert.Equal(1, await db.Sessions.CountAsync(row => row.Account == account.Id && row.EndedAt == null, Cancel));
    }

    [Fact]
    public async Task A_second_key_is_added_and_removed_but_never_the_last_way_in_and_a_password_follows_after_confirming_again()
    {
        await using var context = await browser.ContextAsync(360, 740);
        var page = await context.NewPageAsync();
        var (session, first) = await AuthenticatorAsync(page);
        await page.GotoAsync(Address + invited[0].Path);
        await page.GetByRole(AriaRole.Button, new() { Name = "Tạo khóa truy cập và vào" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Việc của tôi");
        await page.GotoAsync(Address + "/noi-bo/tai-khoan/khoa");
        await ShotAsync(page, "5-passkeys");
        await page.GetByText("Bỏ khóa này").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bỏ khóa truy cập này" }).ClickAsync();
        Assert.Contains("cách đăng nhập cuối cùng", await page.Locator(".govuk-error-summary").InnerTextAsync(), StringComparison.Ordinal);

        // The same device has a key already and says so; another one adds a second.
        await page.GetByRole(AriaRole.Button, new() { Name = "Tạo khóa truy cập" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-passkey-trouble]")).ToContainTextAsync("đã có khóa");
        await session.SendAsync("WebAuthn.removeVirtualAuthenticator", new() { ["authenticatorId"] = first });
        await AuthenticatorAsync(page, session);
        await page.FillAsync("#Name", "Điện thoại cơ quan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tạo khóa truy cập" }).ClickAsync();
        await Assertions.Expect(page.Locator(".card")).ToHaveCountAsync(2);
        await page.Locator(".card").First.GetByText("Bỏ khóa này").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bỏ khóa truy cập này" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".card")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".card")).ToContainTextAsync("Điện thoại cơ quan");

        await page.GotoAsync(Address + "/noi-bo/xac-nhan?ve=%2Fnoi-bo%2Ftai-khoan%2Fmat-khau");
        await page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận bằng khóa truy cập" }).ClickAsync();
        await page.FillAsync("#Password", "mot cau dai de nho nhe");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đổi mật khẩu" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Tài khoản của tôi");

        // The password alone never passes the key over.
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Urls.First()) };
        var refused = await Visitor.SendAsync(client, "/noi-bo/dang-nhap", new() { ["Email"] = "hanh@haiphong.gov.vn", ["Password"] = "mot cau dai de nho nhe" }, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("đăng nhập bằng khóa truy cập", (await Visitor.DocumentAsync(await refused.Content.ReadAsStringAsync(Cancel), Cancel)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_a_closed_account_opens_nothing_and_forged_or_repeated_proofs_are_refused()
    {
        await using var context = await browser.ContextAsync(360, 740);
        var page = await context.NewPageAsync();
        await AuthenticatorAsync(page);
        await page.GotoAsync(Address + invited[0].Path);
        await page.GetByRole(AriaRole.Button, new() { Name = "Tạo khóa truy cập và vào" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Việc của tôi");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();

        string? proof = null;
        page.Request += (_, request) => { if (request.Method == "POST" && request.Url.EndsWith("handler=Passkey", StringComparison.Ordinal)) proof = request.PostData; };
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập bằng khóa truy cập" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Việc của tôi");
        var credential = System.Web.HttpUtility.ParseQueryString(proof!)["credential"]!;
        using var thief = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Urls.First()) };
        foreach (var sent in new[] { credential, "{}", "", "khong phai json", "{\"id\":\"AA\",\"type\":\"public-key\"}" })
            Assert.Equal(HttpStatusCode.BadRequest, (await Visitor.SendAsync(thief, "/noi-bo/dang-nhap", new() { ["credential"] = sent }, Cancel, "Passkey")).StatusCode);

        await using (var db = database.Open())
        {
            var account = await db.Users.AsTracking().SingleAsync(row => row.Email == "hanh@haiphong.gov.vn", Cancel);
            account.DisabledAt = DateTimeOffset.UtcNow;
            await db.SaveChangesAsync(Cancel);
        }

        await page.GotoAsync(Address + "/noi-bo/dang-nhap");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập bằng khóa truy cập" }).ClickAsync();
        Assert.Contains("không được chấp nhận", await page.Locator(".govuk-error-summary").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_the_invitation_offers_the_password_and_nothing_that_does_not_work()
    {
        await using var context = await browser.ContextAsync(360, 740, script: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(Address + invited[1].Path);
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "Tạo khóa truy cập và vào" }).IsVisibleAsync());
        Assert.True(await page.GetByRole(AriaRole.Button, new() { Name = "Đặt mật khẩu và tiếp tục" }).IsVisibleAsync());
    }

    [Fact]
    public async Task A_new_person_with_a_password_and_codes_gets_from_the_invitation_to_work_without_typing_anything_twice()
    {
        await using var context = await browser.ContextAsync(360, 740);
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Urls.First() + invited[1].Path);
        await page.GetByLabel("Mật khẩu mới").FillAsync("ngan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đặt mật khẩu và tiếp tục" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary a[href='#Password']")).ToBeVisibleAsync();
        await page.GetByLabel("Mật khẩu mới").FillAsync("mua thu hai phong 2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đặt mật khẩu và tiếp tục" }).ClickAsync();
        await ShotAsync(page, "6-one-step-more");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dùng ứng dụng xác thực" }).ClickAsync();
        await ShotAsync(page, "7-authenticator");
        var key = (await page.Locator("#key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        Assert.StartsWith("otpauth://totp/", await page.Locator("main a[href^='otpauth']").GetAttributeAsync("href"), StringComparison.Ordinal);
        await page.GetByLabel("Mã 6 chữ số").FillAsync(SignInTests.Totp(key));
        await page.GetByRole(AriaRole.Button, new() { Name = "Bật xác thực hai bước" }).ClickAsync();
        await ShotAsync(page, "8-recovery-codes");
        await page.GetByText("Đã lưu, vào trang làm việc").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Việc của tôi");
        await page.GotoAsync(site.Urls.First() + "/noi-bo/nguoi-dung");
        await ShotAsync(page, "9-people");
        await page.GetByText("Trần Thị Hạnh").First.ClickAsync();
        await ShotAsync(page, "10-person");
        await page.GotoAsync(site.Urls.First() + "/noi-bo/nguoi-dung/moi");
        await ShotAsync(page, "11-invite");
        await page.GotoAsync(site.Urls.First() + "/noi-bo/nguoi-dung/nhap");
        await ShotAsync(page, "12-import");
    }

    private static async Task<(ICDPSession Session, string Authenticator)> AuthenticatorAsync(IPage page, ICDPSession? session = null)
    {
        if (session is null)
        {
            session = await page.Context.NewCDPSessionAsync(page);
            await session.SendAsync("WebAuthn.enable");
        }

        var made = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return (session, made!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Pictures to look at, where PARINDEX_SHOTS names a folder; and nothing sticks out sideways.</summary>
    private static async Task ShotAsync(IPage page, string name)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        if (Environment.GetEnvironmentVariable("PARINDEX_SHOTS") is { } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
