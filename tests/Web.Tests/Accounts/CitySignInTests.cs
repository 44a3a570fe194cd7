using System.Net;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.Testing;
using ParIndex.Web.Tests.Access;

namespace ParIndex.Web.Tests.Accounts;

/// <summary>Sign-in at a city's OpenID Connect server, with a real one beside the site.</summary>
public sealed class CitySignInTests : IAsyncLifetime
{
    private readonly Database database = new();
    private CityServer city = null!;
    private Microsoft.AspNetCore.Builder.WebApplication site = null!;

    public async ValueTask InitializeAsync()
    {
        await using (var db = database.Open())
            await new MakeFirstAdministrators(db, TimeProvider.System).RunAsync(("Trần Thị Hạnh", "hanh@haiphong.gov.vn"), ("Lê Văn Khoa", "khoa@haiphong.gov.vn"), default);
        city = await CityServer.StartAsync();
        site = await StartAsync(CityServer.Secret);
        city.Callback = site.Urls.First() + "/noi-bo/dang-nhap/thanh-pho/ve";
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await city.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task An_invited_person_with_a_verified_address_is_linked_once_and_enters_when_the_second_factor_was_proved_there()
    {
        city.Person = ("nv-0017", "Hanh@haiphong.gov.vn", true, ["pwd", "otp"]);
        using var client = Client(site);
        Assert.Contains("Đăng nhập Hải Phòng", (await Visitor.PageAsync(client, "/noi-bo/dang-nhap", Cancel)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/noi-bo/nguoi-dung", await EnterAsync(client, "/noi-bo/nguoi-dung"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/noi-bo/nguoi-dung", UriKind.Relative), Cancel)).StatusCode);
        await using (var db = database.Open())
        {
            var login = await db.UserLogins.SingleAsync(Cancel);
            Assert.Equal("nv-0017", login.ProviderKey);
            Assert.NotNull((await db.Invitations.SingleAsync(row => row.Account == login.UserId, Cancel)).UsedAt);
            Assert.Equal("oidc", (await db.Sessions.SingleAsync(Cancel)).Method);
        }

        // From then on the name there decides, not the address: a changed address is the same person, an equal address of another is not.
        city.Person = ("nv-0017", "hanh.moi@haiphong.gov.vn", false, ["otp"]);
        using var again = Client(site);
        Assert.Equal("/noi-bo", await EnterAsync(again));
        city.Person = ("nv-0099", "hanh@haiphong.gov.vn", true, ["otp"]);
        using var other = Client(site);
        Assert.Null(await EnterAsync(other));
    }

    [Fact]
    public async Task Without_a_proof_of_the_second_factor_it_is_set_up_and_asked_here()
    {
        city.Person = ("nv-0018", "khoa@haiphong.gov.vn", true, ["pwd"]);
        using var client = Client(site);
        Assert.Equal("/noi-bo", await EnterAsync(client));
        Assert.Equal("/noi-bo/tai-khoan/xac-thuc", (await client.GetAsync(new Uri("/noi-bo", UriKind.Relative), Cancel)).Headers.Location?.ToString());
        await using (var db = database.Open())
        {
            var account = await db.Users.AsTracking().SingleAsync(row => row.Email == "khoa@haiphong.gov.vn", Cancel);
            account.TwoFactorEnabled = true;
            await db.SaveChangesAsync(Cancel);
        }

        using var later = Client(site);
        Assert.StartsWith("/noi-bo/ma-xac-thuc", await EnterAsync(later), StringComparison.Ordinal);
        Assert.StartsWith("/noi-bo/dang-nhap?ve=", (await later.GetAsync(new Uri("/noi-bo", UriKind.Relative), Cancel)).Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nguoi.la@haiphong.gov.vn", true)]
    [InlineData("hanh@haiphong.gov.vn", false)]
    [InlineData("", true)]
    public async Task Who_was_not_invited_or_whose_address_is_not_verified_gets_no_account(string email, bool verified)
    {
        city.Person = ("nv-0020", email, verified, ["otp"]);
        using var client = Client(site);
        Assert.Null(await EnterAsync(client));
        await using var db = database.Open();
        Assert.Equal((2, 0), (await db.Users.CountAsync(Cancel), await db.UserLogins.CountAsync(Cancel)));
        Assert.Equal("city", (await db.SecurityEvents.SingleAsync(Cancel)).Detail);
    }

    [Fact]
    public async Task A_closed_account_stays_closed_and_a_sign_in_cancelled_there_or_invented_here_ends_at_a_plain_page()
    {
        city.Person = ("nv-0017", "hanh@haiphong.gov.vn", true, ["otp"]);
        using (var first = Client(site)) Assert.Equal("/noi-bo", await EnterAsync(first));
        await using (var db = database.Open())
        {
            var account = await db.Users.AsTracking().SingleAsync(row => row.Email == "hanh@haiphong.gov.vn", Cancel);
            account.DisabledAt = DateTimeOffset.UtcNow;
            await db.SaveChangesAsync(Cancel);
        }

        using var client = Client(site);
        Assert.Null(await EnterAsync(client));
        city.Person = null;
        Assert.Null(await EnterAsync(client));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync(new Uri("/noi-bo/dang-nhap/thanh-pho/xong", UriKind.Relative), Cancel)).StatusCode);
        var forged = await client.GetAsync(new Uri("/noi-bo/dang-nhap/thanh-pho/ve?code=abc&state=def", UriKind.Relative), Cancel);
        Assert.Equal("/noi-bo/dang-nhap/thanh-pho/xong?loi=1", forged.Headers.Location?.ToString());
        await using var wrong = await StartAsync("sai bi mat");
        city.Person = ("nv-0017", "hanh@haiphong.gov.vn", true, ["otp"]);
        city.Callback = null;
        using var there = Client(wrong);
        Assert.Null(await EnterAsync(there));
    }

    /// <summary>Follows the redirects as a browser does; where the site lets one go in the end, or null where it refuses.</summary>
    private static async Task<string?> EnterAsync(HttpClient client, string back = "/noi-bo")
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        var answer = await client.GetAsync(new Uri($"/noi-bo/dang-nhap/thanh-pho?ve={Uri.EscapeDataString(back)}", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        answer = await browser.GetAsync(answer.Headers.Location, Cancel);
        for (var i = 0; i < 3 && answer.Headers.Location is { } to; i++)
        {
            var path = to.IsAbsoluteUri ? to.PathAndQuery : to.ToString();
            if (!path.StartsWith("/noi-bo/dang-nhap/thanh-pho", StringComparison.Ordinal)) return path;
            answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        }

        if (answer.Headers.Location is { } last) return last.ToString();
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return null;
    }

    private async Task<Microsoft.AspNetCore.Builder.WebApplication> StartAsync(string secret)
    {
        var made = Site.Build(new()
        {
            Database = database.Path,
            Urls = ["http://127.0.0.1:0"],
            City = new() { Authority = city.Address, ClientId = CityServer.Client, ClientSecret = secret, Name = "Đăng nhập Hải Phòng", SecondFactor = ["otp", "mfa"] },
        });
        await made.StartAsync();
        return made;
    }

    private static HttpClient Client(Microsoft.AspNetCore.Builder.WebApplication site) => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Urls.First()) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
