using System.Net;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Access;

/// <summary>What guards the door whatever is tried: the measure of tries, https, the demonstration's walls, two nodes that know each other's cookies.</summary>
public sealed class ProtectionTests
{
    [Fact]
    public async Task Too_many_tries_from_one_network_address_are_told_to_wait_and_others_are_not()
    {
        using var database = new Database();
        await using var site = Site.Build(new() { Database = database.Path, Urls = ["http://127.0.0.1:0"], SignInBurst = 5 });
        await site.StartAsync(Cancel);
        using var client = Client(site);
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(client, null)).StatusCode);
        var stopped = await TryAsync(client, null);
        Assert.Equal(HttpStatusCode.TooManyRequests, stopped.StatusCode);
        Assert.Equal("60", stopped.Headers.GetValues("Retry-After").Single());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/noi-bo/dang-nhap", UriKind.Relative), Cancel)).StatusCode);
        // The reverse proxy on this machine says whose request it passes on.
        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(client, "203.0.113.7")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync(client, null)).StatusCode);
        for (var i = 0; i < 5; i++) await TryAsync(client, $"2001:db8:1:2::{i + 1}");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await TryAsync(client, "2001:db8:1:2::ffff")).StatusCode);
    }

    [Fact]
    public async Task Behind_https_cookies_are_bound_to_the_host_and_browsers_are_told_to_stay_with_https()
    {
        using var database = new Database();
        await using (var db = database.Open()) await new MakeDemoPeople(db, TimeProvider.System).RunAsync(DemoPeople.All, Cancel);
        await using var site = Site.Build(new() { Database = database.Path, Urls = ["http://127.0.0.1:0"], PublicAddress = "https://par.haiphong.gov.vn", Demo = true });
        await site.StartAsync(Cancel);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(site.Urls.First()) };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var page = await client.GetAsync(new Uri("/noi-bo/doi-vai", UriKind.Relative), Cancel);
        Assert.Equal("max-age=31536000", page.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.Equal("max-age=31536000", (await client.GetAsync(new Uri("/khong-co", UriKind.Relative), Cancel)).Headers.GetValues("Strict-Transport-Security").Single());
        var form = page.Headers.GetValues("Set-Cookie").Single(cookie => cookie.Contains("form", StringComparison.Ordinal));
        Assert.StartsWith("__Host-form=", form, StringComparison.Ordinal);
        var document = await Visitor.DocumentAsync(await page.Content.ReadAsStringAsync(Cancel), Cancel);
        var fields = document.Forms[^1].Elements.OfType<AngleSharp.Html.Dom.IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value);
        using var enter = new HttpRequestMessage(HttpMethod.Post, "/noi-bo/doi-vai") { Content = new FormUrlEncodedContent(fields) };
        enter.Headers.Add("Cookie", form.Split(';')[0]);
        var session = (await client.SendAsync(enter, Cancel)).Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("__Host-session=", StringComparison.Ordinal)).ToLowerInvariant();
        foreach (var part in new[] { "; secure", "; httponly", "; samesite=lax", "; path=/" })
        {
            Assert.Contains(part, session, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("domain=", session, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_plain_http_nothing_is_said_of_https()
    {
        using var database = new Database();
        await using var site = Site.Build(new() { Database = database.Path, Urls = ["http://127.0.0.1:0"] });
        await site.StartAsync(Cancel);
        using var client = Client(site);
        Assert.False((await client.GetAsync(new Uri("/noi-bo/dang-nhap", UriKind.Relative), Cancel)).Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://10.1.2.3:5080")]
    [InlineData("http://par.haiphong.gov.vn")]
    public void The_demonstration_refuses_to_start_where_others_could_reach_it(string url)
    {
        var refused = Assert.Throws<RefusedException>(() => Site.Build(new() { Database = "khong-can.db", Urls = ["http://127.0.0.1:5080", url], Demo = true }));
        Assert.Equal("demo_off_loopback", refused.Refusal.Code);
        Assert.Contains(url, refused.Refusal.Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_nodes_on_one_postgres_take_each_others_sessions_and_forms()
    {
        using var database = new Database(Engine.Postgres);
        await using (var db = database.Open()) await new MakeDemoPeople(db, TimeProvider.System).RunAsync(DemoPeople.All, Cancel);
        // Both stand before either has made a key.
        await using var first = Site.Build(new() { Database = "", Files = database.Folder, Postgres = database.Connection, Urls = ["http://127.0.0.1:0"], Demo = true });
        await using var second = Site.Build(new() { Database = "", Files = database.Folder, Postgres = database.Connection, Urls = ["http://127.0.0.1:0"], Demo = true });
        await first.StartAsync(Cancel);
        await second.StartAsync(Cancel);
        var cookies = new CookieContainer();
        using var here = Client(first, cookies);
        using var there = Client(second, cookies);
        await there.GetAsync(new Uri("/noi-bo/dang-nhap", UriKind.Relative), Cancel);
        await Visitor.SwitchAsync(here, database, "12-van-thu", Cancel);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync(new Uri("/noi-bo", UriKind.Relative), Cancel)).StatusCode);

        // A form that one node gave out is taken by the other, and what is ended on one is ended on the other.
        var page = await Visitor.PageAsync(here, "/noi-bo", Cancel);
        var token = ((AngleSharp.Html.Dom.IHtmlInputElement)page.QuerySelector("input[name=__RequestVerificationToken]")!).Value;
        var left = await there.PostAsync(new Uri("/noi-bo/dang-xuat", UriKind.Relative), new FormUrlEncodedContent([new("__RequestVerificationToken", token)]), Cancel);
        Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
        Assert.StartsWith("/noi-bo/dang-nhap", (await here.GetAsync(new Uri("/noi-bo", UriKind.Relative), Cancel)).Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A try without a form's token costs the site nothing and is counted like any other.</summary>
    private static async Task<HttpResponseMessage> TryAsync(HttpClient client, string? from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/noi-bo/dang-nhap") { Content = new FormUrlEncodedContent([new("Email", "a@b.vn"), new("Password", "sai mat khau")]) };
        if (from is not null) request.Headers.Add("X-Forwarded-For", from);
        return await client.SendAsync(request, Cancel);
    }

    private static HttpClient Client(Microsoft.AspNetCore.Builder.WebApplication site, CookieContainer? cookies = null) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new() }) { BaseAddress = new Uri(site.Urls.First()) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
