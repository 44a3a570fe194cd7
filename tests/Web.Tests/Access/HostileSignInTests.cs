using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Tests;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Access;

/// <summary>H-37 over HTTP on both databases: nothing tells who has an account, many tries lock the door but nobody out, links are for one use.</summary>
public sealed class HostileSignInTests
{
    private const string Password = "mua thu hai phong 2026", Email = "hanh@haiphong.gov.vn";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task An_unknown_person_and_a_wrong_password_get_the_same_answer_in_the_same_time(Engine engine)
    {
        await using var door = await Door.StartAsync(engine);
        using var stranger = door.Client();
        var page = await Visitor.PageAsync(stranger, "/noi-bo/dang-nhap", Cancel);
        var token = page.QuerySelector("main form[novalidate] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        // Each try costs a real hash of 210,000 rounds; the test of 500 each at a lower cost is that of CheckPassword itself.
        var tries = Environment.GetEnvironmentVariable("PARINDEX_FULL") is { Length: > 0 } ? 100 : 15;
        var (times, bodies) = (new[] { new List<double>(), new List<double>() }, new HashSet<string>());
        for (var i = -2; i < tries; i++)
            for (var kind = 0; kind < 2; kind++)
            {
                var email = kind == 0 ? Email : $"khong.co.{i + 2}@haiphong.gov.vn";
                var watch = Stopwatch.StartNew();
                using var answer = await WorkSite.PostAsync(stranger, "/noi-bo/dang-nhap", token, ("Email", email), ("Password", "sai mat khau roi"));
                if (i >= 0) times[kind].Add(watch.Elapsed.TotalMilliseconds);
                Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
                bodies.Add((await Visitor.DocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel)).QuerySelector("[role=alert]")!.TextContent.Trim());
                door.Clock.Now += TimeSpan.FromMinutes(11);
            }

        Assert.Single(bodies);
        var medians = times.Select(list => list.Order().ElementAt(list.Count / 2)).ToArray();
        Assert.True(Math.Abs(medians[0] - medians[1]) < Math.Max(10, 0.25 * medians.Max()), $"known {medians[0]:0.0} ms, unknown {medians[1]:0.0} ms");
    }

    [Theory, BothEngines]
    public async Task Fifty_wrong_passwords_lock_the_door_for_a_while_and_end_no_session(Engine engine)
    {
        await using var door = await Door.StartAsync(engine);
        using var inside = await door.SignedInAsync();
        using var attacker = door.Client();
        for (var i = 0; i < 50; i++) Assert.Equal(HttpStatusCode.BadRequest, (await door.PasswordAsync(attacker, "sai mat khau roi do")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await door.PasswordAsync(attacker, Password)).StatusCode);
        using var page = await inside.GetAsync(new Uri("/noi-bo", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        door.Clock.Now += TimeSpan.FromMinutes(11);
        Assert.Equal(HttpStatusCode.Redirect, (await door.PasswordAsync(attacker, Password)).StatusCode);
        await using var db = door.Database.Open();
        Assert.True(await db.SecurityEvents.AnyAsync(Cancel));
    }

    [Theory, BothEngines]
    public async Task A_reset_link_names_the_configured_address_and_works_once_and_not_after_another_new_password(Engine engine)
    {
        await using var door = await Door.StartAsync(engine);
        using var inside = await door.SignedInAsync();
        using var asking = door.Client();
        asking.DefaultRequestHeaders.Host = "evil.example";
        async Task<string> LinkAsync()
        {
            door.Clock.Now += TimeSpan.FromMinutes(10);
            using var asked = await Visitor.SendAsync(asking, "/noi-bo/quen-mat-khau", new() { ["email"] = Email }, Cancel);
            await using var db = door.Database.Open();
            var letter = await db.Mails.OrderByDescending(mail => mail.At).FirstAsync(Cancel);
            Assert.DoesNotContain("evil", letter.Body, StringComparison.Ordinal);
            return letter.Body.Split('\n').Single(line => line.StartsWith("http://par.example/noi-bo/loi-moi/", StringComparison.Ordinal)).Trim()["http://par.example".Length..];
        }

        var first = await LinkAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await Visitor.SendAsync(asking, first, new() { ["password"] = "mot mat khau khac nua" }, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await asking.GetAsync(new Uri(first, UriKind.Relative), Cancel)).StatusCode);
        using (var ended = await inside.GetAsync(new Uri("/noi-bo", UriKind.Relative), Cancel)) Assert.StartsWith("/noi-bo/dang-nhap", ended.Headers.Location?.ToString(), StringComparison.Ordinal);

        // A link that was not used before the password was changed otherwise is void.
        var second = await LinkAsync();
        using var again = door.Client();
        Assert.Equal(HttpStatusCode.Redirect, (await door.PasswordAsync(again, "mot mat khau khac nua")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Visitor.SendAsync(again, "/noi-bo/ma-xac-thuc", new() { ["code"] = SignInTests.Totp(door.Key) }, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Visitor.SendAsync(again, "/noi-bo/tai-khoan/mat-khau", new() { ["current"] = "mot mat khau khac nua", ["password"] = "mat khau thu ba cua toi" }, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await asking.GetAsync(new Uri(second, UriKind.Relative), Cancel)).StatusCode);
    }

    /// <summary>A site with one person who has set up a password and codes.</summary>
    private sealed class Door : IAsyncDisposable
    {
        private Microsoft.AspNetCore.Builder.WebApplication site = null!;
        private IReadOnlyList<Invited> invited = [];

        private Door(Engine engine) => Database = new(engine);

        public Database Database { get; }

        public StandingClock Clock { get; } = new(DateTimeOffset.UtcNow);

        /// <summary>What the authenticator app was given.</summary>
        public string Key { get; private set; } = "";

        public static async Task<Door> StartAsync(Engine engine)
        {
            var door = new Door(engine);
            await using (var db = door.Database.Open())
                door.invited = await new MakeFirstAdministrators(db, door.Clock).RunAsync(("Trần Thị Hạnh", Email), ("Lê Văn Khoa", "khoa@haiphong.gov.vn"), default);
            door.site = Site.Build(new()
            {
                Database = door.Database.Path,
                Postgres = door.Database.Connection,
                Files = door.Database.Folder,
                Urls = ["http://127.0.0.1:0"],
                PublicAddress = "http://par.example",
                Clock = door.Clock,
                SignInBurst = 100_000,
            });
            await door.site.StartAsync();
            return door;
        }

        public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Urls.First()) };

        public async Task<HttpClient> SignedInAsync()
        {
            var client = Client();
            await Visitor.SendAsync(client, invited[0].Path, new() { ["password"] = Password }, Cancel);
            await Visitor.SendAsync(client, "/noi-bo/tai-khoan/xac-thuc", [], Cancel, "Begin");
            Key = (await Visitor.PageAsync(client, "/noi-bo/tai-khoan/xac-thuc", Cancel)).QuerySelector("#key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await Visitor.SendAsync(client, "/noi-bo/tai-khoan/xac-thuc", new() { ["code"] = SignInTests.Totp(Key) }, Cancel, "Confirm")).StatusCode);
            return client;
        }

        public Task<HttpResponseMessage> PasswordAsync(HttpClient client, string password) => Visitor.SendAsync(client, "/noi-bo/dang-nhap", new() { ["Email"] = Email, ["Password"] = password }, Cancel);

        public async ValueTask DisposeAsync()
        {
            await site.DisposeAsync();
            Database.Dispose();
        }
    }
}
