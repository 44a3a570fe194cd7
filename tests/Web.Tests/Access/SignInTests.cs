using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Access;

/// <summary>From an invitation to the work pages, and what goes wrong on the way.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private const string Password = "mua thu hai phong 2026";
    private readonly Database database = new();
    private readonly StandingClock clock = new(DateTimeOffset.UtcNow);
    private IReadOnlyList<Invited> invited = [];
    private Microsoft.AspNetCore.Builder.WebApplication site = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        await using (var db = database.Open())
            invited = await new MakeFirstAdministrators(db, clock).RunAsync(("Trần Thị Hạnh", "hanh@haiphong.gov.vn"), ("Lê Văn Khoa", "khoa@haiphong.gov.vn"), default);
        site = Site.Build(new() { Database = database.Path, Urls = ["http://127.0.0.1:0"], PublicAddress = "http://par.haiphong.gov.vn", Clock = clock });
        await site.StartAsync();
        client = NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await site.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task From_the_invitation_to_work_with_a_second_factor_and_back_in_by_code_and_by_a_recovery_code_once()
    {
        var (key, codes) = await SetUpAsync();
        Assert.Equal(10, codes.Count);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, "/noi-bo")).StatusCode);

        using var later = NewClient();
        var half = await PasswordAsync(later, Password);
        Assert.StartsWith("/noi-bo/ma-xac-thuc", half.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await GetAsync(later, "/noi-bo")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await GetAsync(later, "/noi-bo/tai-khoan/xac-thuc")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(later, "12")).StatusCode);
        Assert.Equal("/noi-bo", (await CodeAsync(later, Totp(key))).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(later, "/noi-bo")).StatusCode);

        using var lost = NewClient();
        await PasswordAsync(lost, Password);
        Assert.Equal("/noi-bo", (await CodeAsync(lost, codes[0])).Headers.Location!.ToString());
        using var again = NewClient();
        await PasswordAsync(again, Password);
        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(again, codes[0])).StatusCode);
    }

    [Fact]
    public async Task A_session_stays_what_it_was_when_it_is_checked_anew_and_ends_within_a_minute_of_a_new_password()
    {
        await SetUpAsync();
        clock.Now += TimeSpan.FromSeconds(45);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, "/noi-bo")).StatusCode);
        clock.Now += TimeSpan.FromSeconds(45);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, "/noi-bo")).StatusCode);
        await using (var db = database.Open()) await new RequestReset(db, clock).RunAsync("hanh@haiphong.gov.vn", "http://par.haiphong.gov.vn", Cancel);
        var secret = await LetterSecretAsync();
        using var other = NewClient();
        await Visitor.SendAsync(other, $"/noi-bo/loi-moi/{secret}", new() { ["password"] = "mot mat khau khac nua" }, Cancel);
        clock.Now += TimeSpan.FromSeconds(59);
        Assert.Equal("/noi-bo/dang-nhap?ve=%2Fnoi-bo", (await GetAsync(client, "/noi-bo")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task Fifty_wrong_passwords_lock_the_door_for_a_while_but_end_no_running_session()
    {
        await SetUpAsync();
        using var attacker = NewClient();
        string? answer = null;
        for (var i = 0; i < 50; i++)
        {
            var wrong = await PasswordAsync(attacker, "sai mat khau roi do");
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
            var page = await Visitor.DocumentAsync(await wrong.Content.ReadAsStringAsync(Cancel), Cancel);
            var said = page.QuerySelector("[role=alert]")!.TextContent;
            answer ??= said;
            Assert.Equal(answer, said);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await PasswordAsync(attacker, Password)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, "/noi-bo")).StatusCode);
        clock.Now += TimeSpan.FromMinutes(11);
        Assert.Equal(HttpStatusCode.Redirect, (await PasswordAsync(attacker, Password)).StatusCode);
    }

    [Fact]
    public async Task A_reset_carries_the_configured_address_whatever_host_was_named_and_says_the_same_for_everybody()
    {
        await SetUpAsync();
        clock.Now += TimeSpan.FromMinutes(6);
        using var asking = NewClient();
        asking.DefaultRequestHeaders.Host = "evil.example";
        var known = await Visitor.SendAsync(asking, "/noi-bo/quen-mat-khau", new() { ["email"] = "hanh@haiphong.gov.vn" }, Cancel);
        var unknown = await Visitor.SendAsync(asking, "/noi-bo/quen-mat-khau", new() { ["email"] = "khong@haiphong.gov.vn" }, Cancel);
        Assert.Equal((known.StatusCode, known.Headers.Location), (unknown.StatusCode, unknown.Headers.Location));
        await using var db = database.Open();
        var letter = await db.Mails.SingleAsync(Cancel);
        Assert.DoesNotContain("evil", letter.Body, StringComparison.Ordinal);
        var secret = await LetterSecretAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await Visitor.SendAsync(asking, $"/noi-bo/loi-moi/{secret}", new() { ["password"] = "mot mat khau khac nua" }, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(asking, $"/noi-bo/loi-moi/{secret}")).StatusCode);
    }

    [Fact]
    public async Task A_password_is_changed_with_the_present_one_other_sessions_end_this_one_goes_on_and_new_recovery_codes_void_the_old()
    {
        var (key, codes) = await SetUpAsync();
        using var other = NewClient();
        await PasswordAsync(other, Password);
        await CodeAsync(other, codes[0]);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(other, "/noi-bo")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Visitor.SendAsync(client, "/noi-bo/tai-khoan/mat-khau", new() { ["current"] = "khong phai mat khau", ["password"] = "mot mat khau khac nua" }, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Visitor.SendAsync(client, "/noi-bo/tai-khoan/mat-khau", new() { ["current"] = Password, ["password"] = "ngan" }, Cancel)).StatusCode);
        Assert.Equal("/noi-bo/tai-khoan", (await Visitor.SendAsync(client, "/noi-bo/tai-khoan/mat-khau", new() { ["current"] = Password, ["password"] = "mot mat khau khac nua" }, Cancel)).Headers.Location?.ToString());
        Assert.StartsWith("/noi-bo/dang-nhap", (await GetAsync(other, "/noi-bo")).Headers.Location?.ToString(), StringComparison.Ordinal);
        clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(client, "/noi-bo")).StatusCode);

        var fresh = await Visitor.SendAsync(client, "/noi-bo/tai-khoan/xac-thuc", new() { ["code"] = Totp(key) }, Cancel, "Codes");
        var shown = (await Visitor.DocumentAsync(await fresh.Content.ReadAsStringAsync(Cancel), Cancel)).QuerySelectorAll(".recovery-codes code").Select(code => code.TextContent).ToList();
        Assert.Equal(10, shown.Except(codes).Count());
        using var later = NewClient();
        await PasswordAsync(later, "mot mat khau khac nua");
        Assert.Equal(HttpStatusCode.BadRequest, (await CodeAsync(later, codes[1])).StatusCode);
        Assert.Equal("/noi-bo", (await CodeAsync(later, shown[0])).Headers.Location?.ToString());
    }

    private async Task<(string Key, IReadOnlyList<string> Codes)> SetUpAsync()
    {
        var path = invited[0].Path;
        Assert.Equal("/noi-bo/tai-khoan/xac-thuc", (await Visitor.SendAsync(client, path, new() { ["password"] = Password }, Cancel)).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(client, path)).StatusCode);
        Assert.Equal("/noi-bo/tai-khoan/xac-thuc", (await GetAsync(client, "/noi-bo")).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await Visitor.SendAsync(client, "/noi-bo/tai-khoan/xac-thuc", [], Cancel, "Begin")).StatusCode);
        var page = await Visitor.PageAsync(client, "/noi-bo/tai-khoan/xac-thuc", Cancel);
        Assert.NotNull(page.QuerySelector("main svg path"));
        var key = page.QuerySelector("#key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var on = await Visitor.SendAsync(client, "/noi-bo/tai-khoan/xac-thuc", new() { ["code"] = Totp(key) }, Cancel, "Confirm");
        var shown = await Visitor.DocumentAsync(await on.Content.ReadAsStringAsync(Cancel), Cancel);
        return (key, [.. shown.QuerySelectorAll(".recovery-codes code").Select(code => code.TextContent)]);
    }

    private async Task<string> LetterSecretAsync()
    {
        await using var db = database.Open();
        var letter = await db.Mails.OrderByDescending(mail => mail.At).FirstAsync(Cancel);
        var link = letter.Body.Split('\n').Single(line => line.StartsWith("http://par.haiphong.gov.vn/noi-bo/loi-moi/", StringComparison.Ordinal));
        return link.Trim().Split('/')[^1];
    }

    private static Task<HttpResponseMessage> PasswordAsync(HttpClient client, string password) =>
        Visitor.SendAsync(client, "/noi-bo/dang-nhap", new() { ["Email"] = "hanh@haiphong.gov.vn", ["Password"] = password }, Cancel);

    private static Task<HttpResponseMessage> CodeAsync(HttpClient client, string code) =>
        Visitor.SendAsync(client, "/noi-bo/ma-xac-thuc", new() { ["code"] = code }, Cancel);

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string path) => client.GetAsync(new Uri(path, UriKind.Relative), Cancel);

    private HttpClient NewClient() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Urls.First()) };

    /// <summary>RFC 6238 with its usual parameters, as an authenticator app computes it.</summary>
    internal static string Totp(string key)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(key.TrimEnd('=').Select(letter => Convert.ToString(letters.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The standard says SHA-1.
        var mac = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var value = BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(mac[^1] & 15, 4)) & 0x7fffffff;
        return (value % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
