using System.Net;
using ParIndex.App.Accounts;
using ParIndex.App.Units;
using ParIndex.Testing;
using ParIndex.Web.Tests.Access;

namespace ParIndex.Web.Tests.Units;

/// <summary>The book of units over HTTP, without script.</summary>
public sealed class UnitPagesTests : IAsyncLifetime
{
    private readonly Database database = new();
    private Microsoft.AspNetCore.Builder.WebApplication site = null!;
    private HttpClient client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using (var db = database.Open()) await new MakeDemoPeople(db, TimeProvider.System).RunAsync(DemoPeople.All, default);
        var secretary = new Person(Guid.NewGuid(), "x", null, [new(Role.Secretariat)], []);
        foreach (var code in new[] { "P1", "P2", "P3" })
        {
            await using var db = database.Open();
            await new AddUnit(db, TimeProvider.System).RunAsync(secretary, new(code, "ward", new($"Phường {code}", null, null, null)), new(2020, 1, 1), "QĐ 1", default);
        }

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
    public async Task The_secretary_merges_two_and_the_list_of_each_day_says_so()
    {
        await Visitor.SwitchAsync(client, database, "06-", Cancel);
        var page = await Visitor.PageAsync(client, "/noi-bo/don-vi/hop-nhat", Cancel);
        var token = page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        List<KeyValuePair<string, string>> form =
        [
            new("__RequestVerificationToken", token), new("Units", "P1"), new("Units", "P2"), new("Survivor", ""), new("Code", "P12"), new("Kind", "ward"), new("NameVi", "Phường Mười Hai"),
            new("Date", "31/2/2025"), new("Document", "Nghị quyết 9/NQ-HĐND"),
        ];
        var refused = await client.PostAsync(new Uri("/noi-bo/don-vi/hop-nhat", UriKind.Relative), new FormUrlEncodedContent(form), Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var again = await Visitor.DocumentAsync(await refused.Content.ReadAsStringAsync(Cancel), Cancel);
        Assert.Equal("#Date", again.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.Equal(["P1", "P2"], again.QuerySelectorAll("input[name=Units][checked]").Select(box => box.GetAttribute("value")));

        form[form.FindIndex(field => field.Key == "Date")] = new("Date", "1/7/2025");
        var saved = await client.PostAsync(new Uri("/noi-bo/don-vi/hop-nhat", UriKind.Relative), new FormUrlEncodedContent(form), Cancel);
        Assert.Equal("/noi-bo/don-vi/P12", saved.Headers.Location?.ToString());
        var record = await Visitor.PageAsync(client, "/noi-bo/don-vi/P12", Cancel);
        Assert.Equal("01/07/2025", record.QuerySelector("svg text")!.TextContent);
        Assert.Equal(3, record.QuerySelectorAll("svg rect").Length);
        Assert.Contains("Phường P1, Phường P2", record.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["P1", "P2", "P3"], await CodesAsync("30/06/2025"));
        Assert.Equal(["P12", "P3"], await CodesAsync("01/07/2025"));
    }

    [Fact]
    public async Task Observers_read_and_change_nothing()
    {
        await Visitor.SwitchAsync(client, database, "13-", Cancel);
        var record = await Visitor.PageAsync(client, "/noi-bo/don-vi/P1", Cancel);
        Assert.Empty(record.QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(new Uri("/noi-bo/don-vi/them", UriKind.Relative), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("/noi-bo/don-vi/ZZ", UriKind.Relative), Cancel)).StatusCode);
    }

    private async Task<IEnumerable<string>> CodesAsync(string day) =>
        (await Visitor.PageAsync(client, $"/noi-bo/don-vi?ngay={Uri.EscapeDataString(day)}", Cancel)).QuerySelectorAll("table")[0].QuerySelectorAll("tbody td:nth-child(2)").Select(cell => cell.TextContent);
}
