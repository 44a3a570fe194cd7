using System.Net;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.Testing;
using ParIndex.Web.Tests.Access;

namespace ParIndex.Web.Tests.Accounts;

/// <summary>Sessions: listed, ended by their holder, by a new password, by the closing of the account; and what a signed-out browser still holds.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private readonly Database database = new();
    private Microsoft.AspNetCore.Builder.WebApplication site = null!;

    public async ValueTask InitializeAsync()
    {
        await using (var db = database.Open()) await new MakeDemoPeople(db, TimeProvider.System).RunAsync(DemoPeople.All, default);
        site = Site.Build(new() { Database = database.Path, Urls = ["http://127.0.0.1:0"], Demo = true });
        await site.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task Other_sessions_are_seen_and_ended_at_once_the_own_goes_on()
    {
        using var phone = await AsAsync("12-van-thu", "Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile Safari/537.36");
        using var office = await AsAsync("12-van-thu", "Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0");
        using var stranger = await AsAsync("13-thanh-tra", "curl");
        var mine = await Visitor.PageAsync(office, "/noi-bo/tai-khoan", Cancel);
        Assert.Equal(["Edge, Windows Phiên này", "Chrome, Android"], mine.QuerySelectorAll("table tbody th").Select(cell => cell.TextContent.Trim()).OrderByDescending(text => text.Length));
        Assert.Equal(HttpStatusCode.Redirect, (await Visitor.SendAsync(office, "/noi-bo/tai-khoan", [], Cancel, "EndOthers")).StatusCode);
        Assert.StartsWith("/noi-bo/dang-nhap", (await GetAsync(phone)).Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(office)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(stranger)).StatusCode);
    }

    [Fact]
    public async Task A_cookie_kept_from_before_signing_out_or_before_the_account_was_closed_opens_nothing()
    {
        var cookies = new CookieContainer();
        using var client = Client(cookies);
        await Visitor.SwitchAsync(client, database, "12-van-thu", Cancel);
        var kept = new CookieContainer();
        kept.Add(cookies.GetAllCookies());
        Assert.Equal(HttpStatusCode.Redirect, (await client.PostAsync(new Uri("/noi-bo/dang-xuat", UriKind.Relative), new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(client))]), Cancel)).StatusCode);
        using var thief = Client(kept);
        Assert.StartsWith("/noi-bo/dang-nhap", (await GetAsync(thief)).Headers.Location?.ToString(), StringComparison.Ordinal);

        using var clerk = await AsAsync("12-van-thu", "x");
        using var admin = await AsAsync("14-quan-tri-1", "x");
        await using var db = database.Open();
        var id = await db.Users.Where(row => row.UserName!.StartsWith("12-")).Select(row => row.Id).SingleAsync(Cancel);
        Assert.Equal(HttpStatusCode.Redirect, (await Visitor.SendAsync(admin, $"/noi-bo/nguoi-dung/{id}", new() { ["Reason"] = "Nghỉ việc từ trưa nay" }, Cancel, "Close")).StatusCode);
        using var upload = await clerk.PostAsync(new Uri("/noi-bo/tai-khoan", UriKind.Relative), new ByteArrayContent(new byte[10]), Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, upload.StatusCode);
        Assert.Equal(0, await db.Sessions.CountAsync(row => row.Account == id && row.EndedAt == null, Cancel));
    }

    [Fact]
    public async Task Pages_are_never_kept_and_signing_out_clears_what_the_browser_holds()
    {
        using var client = await AsAsync("12-van-thu", "x");
        Assert.True((await GetAsync(client)).Headers.CacheControl!.NoStore);
        var left = await client.PostAsync(new Uri("/noi-bo/dang-xuat", UriKind.Relative), new FormUrlEncodedContent([new("__RequestVerificationToken", await TokenAsync(client))]), Cancel);
        Assert.Equal("\"cache\"", left.Headers.GetValues("Clear-Site-Data").Single());
    }

    private static async Task<string> TokenAsync(HttpClient client) =>
        ((AngleSharp.Html.Dom.IHtmlInputElement)(await Visitor.PageAsync(client, "/noi-bo", Cancel)).QuerySelector("input[name=__RequestVerificationToken]")!).Value;

    private async Task<HttpClient> AsAsync(string login, string agent)
    {
        var client = Client(new());
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", agent);
        await Visitor.SwitchAsync(client, database, login, Cancel);
        return client;
    }

    private HttpClient Client(CookieContainer cookies) => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = new Uri(site.Urls.First()) };

    private static Task<HttpResponseMessage> GetAsync(HttpClient client) => client.GetAsync(new Uri("/noi-bo", UriKind.Relative), Cancel);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
