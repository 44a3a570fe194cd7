using System.Net;
using System.Net.Sockets;
using AngleSharp;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Messages;
using ParIndex.Testing;

namespace ParIndex.Web.Tests;

/// <summary>The journal, the alarm, messages, health and metrics on a running site with its background work.</summary>
public sealed class OperationTests : IAsyncLifetime
{
    private readonly Database database = new();
    private readonly int metrics = FreePort();
    private Microsoft.AspNetCore.Builder.WebApplication site = null!;

    public async ValueTask InitializeAsync()
    {
        await using (var db = database.Open()) await new MakeDemoPeople(db, TimeProvider.System).RunAsync(DemoPeople.All, default);
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task At_its_start_the_site_signs_a_checkpoint_and_says_that_it_is_well()
    {
        using var client = Client();
        Assert.Equal("""{"status":"ok"}""", await client.GetStringAsync(new Uri("/suc-khoe", UriKind.Relative)));
        await using var db = database.Open();
        Assert.Equal(CheckpointOccasion.Start, (await db.Checkpoints.SingleAsync()).Occasion);
        Assert.True(File.Exists(Path.Combine(database.Path + ".audit", "checkpoints", "000001.cms")));
    }

    [Fact]
    public async Task Metrics_are_served_on_their_own_port_alone()
    {
        using var client = Client();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("/metrics", UriKind.Relative))).StatusCode);
        using var forged = new HttpRequestMessage(HttpMethod.Get, new Uri("/metrics", UriKind.Relative));
        forged.Headers.Host = $"127.0.0.1:{metrics}";
        Assert.Equal(HttpStatusCode.NotFound, (await client.SendAsync(forged)).StatusCode);
        using var watcher = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{metrics}") };
        Assert.Contains("http_server_request_duration", await watcher.GetStringAsync(new Uri("/metrics", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await watcher.GetAsync(new Uri("/noi-bo", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_tampered_journal_is_noticed_at_the_next_start_and_two_people_end_the_alarm_on_the_page()
    {
        await site.StopAsync();
        await site.DisposeAsync();
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER \"JournalLines_no_delete\"");
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"JournalLines\"; DELETE FROM \"JournalPayloads\"; DELETE FROM \"JournalHeads\"");
        }

        await StartAsync();
        using var first = await SignedInAsync("Quản trị hệ thống thứ nhất");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await first.GetAsync(new Uri("/suc-khoe", UriKind.Relative))).StatusCode);
        var health = await PageAsync(first, "/noi-bo/suc-khoe");
        Assert.Contains("trước dòng 1", health.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("BÁO ĐỘNG", (await PageAsync(first, "/noi-bo/thong-bao")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(first, health, "Reason", "ngắn")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(first, health, "Reason", "Thử khôi phục từ bản sao lưu")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(first, await PageAsync(first, "/noi-bo/suc-khoe"), "Reason", "Thử khôi phục từ bản sao lưu")).StatusCode);
        using var second = await SignedInAsync("Quản trị hệ thống thứ hai");
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(second, await PageAsync(second, "/noi-bo/suc-khoe"), "Reason", "Đã đối chiếu biên bản khôi phục")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync(new Uri("/suc-khoe", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task The_log_is_filtered_verified_and_exported_and_contents_are_only_for_those_who_may_see_scores()
    {
        using var administrator = await SignedInAsync("Quản trị hệ thống thứ nhất");
        using var inspector = await SignedInAsync("Thanh tra");
        using var officer = await SignedInAsync("Đầu mối CCHC");
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(new Uri("/noi-bo/nhat-ky", UriKind.Relative))).StatusCode);
        Assert.Contains("demo.people", (await PageAsync(inspector, "/noi-bo/nhat-ky?viec=granted")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await PageAsync(inspector, "/noi-bo/nhat-ky?viec=judged")).QuerySelectorAll("tbody tr"));
        var log = await PageAsync(administrator, "/noi-bo/nhat-ky");
        Assert.DoesNotContain("demo.people", log.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var token = ((IHtmlInputElement)log.QuerySelector("main input[name=__RequestVerificationToken]")!).Value;
        using var verified = await administrator.PostAsync(new Uri("/noi-bo/nhat-ky?handler=Verify", UriKind.Relative), new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
        var verdict = await BrowsingContext.New().OpenAsync(async request => request.Content(await verified.Content.ReadAsStringAsync()));
        Assert.Contains("Nguyên vẹn: 1 dòng, 1 mốc kiểm soát, đã ký đến dòng 1", verdict.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        using var refused = await administrator.PostAsync(new Uri("/noi-bo/nhat-ky?handler=Export", UriKind.Relative), new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("contents", "true")]));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var export = await administrator.PostAsync(new Uri("/noi-bo/nhat-ky?handler=Export", UriKind.Relative), new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
        using var zip = new System.IO.Compression.ZipArchive(await export.Content.ReadAsStreamAsync());
        Assert.NotNull(zip.GetEntry("journal.jsonl"));
        Assert.Null(zip.GetEntry("payloads.jsonl"));
    }

    [Fact]
    public async Task A_message_is_read_by_its_owner_alone()
    {
        Guid account;
        await using (var db = database.Open())
        {
            account = await db.Users.Where(row => row.FullName == "Đầu mối CCHC, UBND quận Ngô Quyền").Select(row => row.Id).SingleAsync();
            await db.TellAsync([account], MailText.CycleOpened(2026, "/noi-bo"), DateTimeOffset.UtcNow, default);
            await db.SaveChangesAsync();
        }

        using var officer = await SignedInAsync("Đầu mối CCHC");
        using var other = await SignedInAsync("Thủ trưởng|Chủ tịch UBND quận");
        Assert.DoesNotContain("Kỳ đánh giá năm 2026", (await PageAsync(other, "/noi-bo/thong-bao")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var inbox = await PageAsync(officer, "/noi-bo/thong-bao");
        Assert.Contains("Kỳ đánh giá năm 2026 đã mở", inbox.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(officer, inbox, "x", "")).StatusCode);
        await using var later = database.Open();
        Assert.NotNull((await later.Notices.SingleAsync()).ReadAt);
    }

    private async Task StartAsync()
    {
        site = Site.Build(new() { Database = database.Path, Urls = ["http://127.0.0.1:0"], Demo = true, Background = true, MetricsPort = metrics });
        await site.StartAsync();
    }

    private HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false })
    {
        BaseAddress = new Uri(site.Urls.First(url => !url.EndsWith($":{metrics}", StringComparison.Ordinal))),
    };

    /// <summary>Signs in as the labelled account whose name begins with one of these.</summary>
    private async Task<HttpClient> SignedInAsync(string names)
    {
        var client = Client();
        var choice = await PageAsync(client, "/noi-bo/doi-vai");
        var item = choice.QuerySelectorAll(".govuk-task-list__item").First(item => names.Split('|').Any(name =>
            item.QuerySelector(".govuk-task-list__name-and-hint")!.TextContent.TrimStart().StartsWith(name, StringComparison.Ordinal)));
        var fields = ((IHtmlFormElement)item.QuerySelector("form")!).Elements.OfType<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value);
        using var entered = await client.PostAsync(new Uri("/noi-bo/doi-vai", UriKind.Relative), new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        return client;
    }

    private static async Task<IHtmlDocument> PageAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (IHtmlDocument)await BrowsingContext.New().OpenAsync(async request => request.Content(await answer.Content.ReadAsStringAsync()));
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, IHtmlDocument page, string name, string value) => await client.PostAsync(
        new Uri(page.QuerySelector("h1")!.TextContent.StartsWith("Sức", StringComparison.Ordinal) ? "/noi-bo/suc-khoe" : "/noi-bo/thong-bao", UriKind.Relative),
        new FormUrlEncodedContent([new(name, value), new("__RequestVerificationToken", ((IHtmlInputElement)page.QuerySelector("main input[name=__RequestVerificationToken]")!).Value)]));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
