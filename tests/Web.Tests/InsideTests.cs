using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.Testing;

namespace ParIndex.Web.Tests;

/// <summary>The door of the inside, with a running site and no browser.</summary>
public sealed class InsideTests : IAsyncLifetime
{
    private readonly Database database = new();
    private Microsoft.AspNetCore.Builder.WebApplication site = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        await using (var db = database.Open()) await new MakeDemoPeople(db, TimeProvider.System).RunAsync(DemoPeople.All, default);
        site = Site.Build(new() { Database = database.Path, Urls = ["http://127.0.0.1:0"], Demo = true });
        await site.StartAsync();
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await site.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task Nobody_enters_without_signing_in_and_nothing_inside_is_kept_by_browsers()
    {
        var answer = await client.GetAsync(new Uri("/noi-bo", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/noi-bo/dang-nhap?ve=%2Fnoi-bo", answer.Headers.Location!.ToString());
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Null(answer.Headers.ETag);
    }

    [Fact]
    public async Task A_labelled_account_works_as_its_role_and_a_closed_account_is_out_at_its_next_request()
    {
        var cancel = TestContext.Current.CancellationToken;
        var choice = await PageAsync("/noi-bo/doi-vai");
        Assert.Equal(DemoPeople.All.Count, choice.QuerySelectorAll(".govuk-task-list__item").Length);
        var form = (IHtmlFormElement)choice.Forms[1]!;
        Assert.Contains("UBND quận Ngô Quyền", choice.QuerySelector(".govuk-task-list__name-and-hint")!.TextContent, StringComparison.Ordinal);
        var fields = form.Elements.OfType<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value);
        var entered = await client.PostAsync(new Uri("/noi-bo/doi-vai", UriKind.Relative), new FormUrlEncodedContent(fields), cancel);
        Assert.Equal("/noi-bo", entered.Headers.Location?.ToString());
        var work = await PageAsync("/noi-bo");
        Assert.Contains("quận Ngô Quyền", work.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await using (var db = database.Open())
        {
            var account = await db.Users.AsTracking().SingleAsync(row => row.Id == Guid.Parse(fields["account"]), cancel);
            account.DisabledAt = DateTimeOffset.UtcNow;
            await db.SaveChangesAsync(cancel);
        }

        var out_ = await client.GetAsync(new Uri("/noi-bo", UriKind.Relative), cancel);
        Assert.Equal(HttpStatusCode.Redirect, out_.StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    public async Task A_foreign_site_can_send_nothing(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/noi-bo/dang-nhap");
        request.Headers.Add(header, value);
        request.Headers.Add("Accept", "application/json");
        request.Content = new FormUrlEncodedContent([new("Email", "a@b.vn"), new("Password", "x")]);
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"cross_site\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<IHtmlDocument> PageAsync(string path)
    {
        var html = await client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(response => response.Content(html), TestContext.Current.CancellationToken);
    }
}
