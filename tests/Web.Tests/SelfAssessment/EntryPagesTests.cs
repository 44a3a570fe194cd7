using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.SelfAssessment;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.SelfAssessment;

/// <summary>A unit's way through its self-assessment over HTTP, without script.</summary>
public sealed class EntryPagesTests : IAsyncLifetime
{
    private readonly Database database = new();
    private Microsoft.AspNetCore.Builder.WebApplication site = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        var now = DateTimeOffset.UtcNow;
        await using (var db = database.Open())
        {
            await new MakeDemoPeople(db, TimeProvider.System).RunAsync(DemoPeople.All, default);
            var framework = System.Text.Encoding.UTF8.GetBytes(SmallCycle.Files["framework.json"]);
            db.Add(new CycleRow { Id = 1, Code = "small-2021", Year = 2021, State = CycleState.Open, Settings = SmallCycle.Files["cycle.json"], Version = 1 });
            db.Add(new CycleFrameworkRow { Cycle = 1, File = "framework.json", Json = framework, Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(framework)) });
            db.Add(new PhaseRow { Cycle = 1, Phase = Phase.SelfAssessment, Stage = "self", Opens = now.AddDays(-1), Closes = now.AddDays(1) });
            foreach (var (order, unit) in new[] { "NQ", "STC" }.Index())
                db.Add(new CycleUnitRow
                {
                    Cycle = 1,
                    Unit = unit,
                    Group = "dept",
                    Name = new($"Đơn vị {unit}", $"Unit {unit}"),
                    ShortName = new(unit, unit),
                    Slug = unit.ToLowerInvariant(),
                    Order = order,
                    SatisfactionMeasured = false,
                    Predecessors = [],
                });
            await db.SaveChangesAsync();
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
    public async Task An_officer_enters_and_the_head_submits_and_gets_a_receipt()
    {
        await ActAsAsync(Role.UnitOfficer);
        var tasks = await PageAsync("/noi-bo/cham/small-2021");
        Assert.Equal(2, tasks.QuerySelectorAll(".govuk-task-list__item").Length);
        Assert.Contains("0 trên 2 tiêu chí", tasks.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);

        var tried = await SendAsync("/noi-bo/cham/small-2021/1.1.1", new() { ["act"] = "try", ["input-level"] = "late" });
        Assert.Equal(HttpStatusCode.OK, tried.StatusCode);
        Assert.Contains("Mức “chậm” → 0,5 điểm", (await ReadAsync(tried)).QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await EntriesAsync());

        var saved = await SendAsync("/noi-bo/cham/small-2021/1.1.1", new() { ["act"] = "ready", ["input-level"] = "late", ["explanation"] = "Đăng trên cổng thông tin" });
        Assert.Equal("/noi-bo/cham/small-2021/1.2.1", saved.Headers.Location?.ToString());
        await SendAsync("/noi-bo/cham/small-2021/1.2.1", new() { ["act"] = "ready", ["claimed"] = "2,5", ["explanation"] = "Lưu tại văn thư đơn vị" });

        await ActAsAsync(Role.UnitHead);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync("/noi-bo/nop/small-2021", new() { ["code"] = "123456" })).StatusCode);
        var submitted = await SendAsync("/noi-bo/nop/small-2021", new() { ["code"] = "000000" });
        Assert.Equal("/noi-bo/nop/small-2021", submitted.Headers.Location?.ToString());
        var receipt = await PageAsync("/noi-bo/nop/small-2021");
        Assert.StartsWith("TDG-SMALL-2021-NQ-1-", receipt.QuerySelector(".govuk-panel strong")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_points_of_what_is_being_typed_come_as_a_part_of_the_page_and_nothing_is_saved()
    {
        await ActAsAsync(Role.UnitOfficer);
        async Task<string> SayAsync(string query) =>
            (await PageAsync("/noi-bo/cham/small-2021/" + query)).Body!.TextContent.Trim();
        Assert.Equal("Mức “chậm” → 0,5 điểm", await SayAsync("1.1.1?handler=Points&input-level=late&claimed="));
        Assert.Equal("Mức “chậm” → 0,5 điểmĐiểm sẽ ghi: 1 điểm", await SayAsync("1.1.1?handler=Points&input-level=late&claimed=1"));
        Assert.Equal("Tiêu chí 1.2.1: điểm từ 0 đến 3 điểm, theo bước 0,25 điểm.", await SayAsync("1.2.1?handler=Points&claimed=2,6"));
        Assert.Equal("Điểm sẽ ghi: 2,5 điểm", await SayAsync("1.2.1?handler=Points&claimed=2.5"));
        Assert.Equal("", await SayAsync("1.2.1?handler=Points&claimed="));
        Assert.Empty(await EntriesAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("/noi-bo/cham/small-2021/1.1.1?handler=Points&dv=STC&input-level=late", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_stale_save_shows_both_versions_and_replaces_only_when_sent_again()
    {
        await ActAsAsync(Role.UnitOfficer);
        const string Leaf = "/noi-bo/cham/small-2021/1.2.1";
        var before = await PageAsync(Leaf);
        await SendAsync(Leaf, new() { ["act"] = "save", ["claimed"] = "1", ["explanation"] = "Bản của người thứ nhất" });
        var refused = await PostAsync(before, Leaf, new() { ["act"] = "save", ["claimed"] = "2", ["explanation"] = "Bản của người thứ hai" });
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        var page = await ReadAsync(refused);
        Assert.Contains("Bản của người thứ nhất", page.QuerySelector(".govuk-inset-text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Bản của người thứ hai", page.QuerySelector("#explanation")!.TextContent.Trim());
        Assert.Equal("Bản của người thứ nhất", (await EntriesAsync()).Single().Explanation);
        await PostAsync(page, Leaf, new() { ["act"] = "save", ["claimed"] = "2", ["explanation"] = "Bản của người thứ hai" });
        Assert.Equal("Bản của người thứ hai", (await EntriesAsync()).Single().Explanation);
    }

    [Fact]
    public async Task What_is_not_on_the_form_or_not_the_units_is_refused()
    {
        await ActAsAsync(Role.UnitOfficer);
        var page = await PageAsync("/noi-bo/cham/small-2021/1.2.1");
        foreach (var field in new[] { "appraisedScore", "status", "unitId", "createdBy", "isLocked" })
            Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(page, "/noi-bo/cham/small-2021/1.2.1", new() { ["act"] = "save", ["claimed"] = "1", [field] = "x" })).StatusCode);
        Assert.Empty(await EntriesAsync());
        foreach (var path in new[] { "/noi-bo/cham/small-2021?dv=STC", "/noi-bo/cham/small-2021?dv=ZZZ", "/noi-bo/cham/none", "/noi-bo/cham/small-2021/2.1.1", "/noi-bo/nop/small-2021?dv=STC" })
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        var missing = await PostAsync(page, "/noi-bo/cham/small-2021/1.2.1", new() { ["version"] = "", ["act"] = "save", ["claimed"] = "1" });
        Assert.Equal(HttpStatusCode.PreconditionRequired, missing.StatusCode);
    }

    private async Task<List<EntryRow>> EntriesAsync()
    {
        await using var db = database.Open();
        return await db.Entries.ToListAsync(TestContext.Current.CancellationToken);
    }

    private async Task ActAsAsync(Role role)
    {
        var choice = await PageAsync("/noi-bo/doi-vai");
        var post = DemoPeople.All.First(person => person.Role == role).Name;
        var item = choice.QuerySelectorAll(".govuk-task-list__item").Single(one => one.TextContent.Contains(post, StringComparison.Ordinal));
        var fields = ((IHtmlFormElement)item.QuerySelector("form")!).Elements.OfType<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value);
        await client.PostAsync(new Uri("/noi-bo/doi-vai", UriKind.Relative), new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(string path, Dictionary<string, string> fields) => await PostAsync(await PageAsync(path), path, fields);

    private async Task<HttpResponseMessage> PostAsync(IHtmlDocument page, string path, Dictionary<string, string> fields)
    {
        foreach (var hidden in page.QuerySelectorAll("main input[type=hidden]").OfType<IHtmlInputElement>()) fields.TryAdd(hidden.Name!, hidden.Value);
        return await client.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
    }

    private async Task<IHtmlDocument> PageAsync(string path)
    {
        var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode}");
        return await ReadAsync(answer);
    }

    private static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(response => response.Content(html), TestContext.Current.CancellationToken);
    }
}
