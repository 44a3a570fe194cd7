using System.Net;
using System.Text.Json;
using ParIndex.App.Publication;
using ParIndex.Core;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Portal;

/// <summary>The API as a program meets it, on the real server of the sample city.</summary>
public sealed class ApiTests(RunningSite site)
{
    private const string Release = "/api/v1/releases/903-qd-ubnd";

    private static readonly string[] Tables = ["results", "areas", "criteria", "leaves", "groups", "satisfaction", "heads", "units", "framework"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_table_is_byte_for_byte_the_file_of_the_release_and_its_JSON_has_the_same_digits()
    {
        foreach (var table in Tables)
        {
            var file = await site.Client.GetStringAsync($"/cong-bo/903-qd-ubnd/tep/{table}.csv", Cancel);
            Assert.Equal(file, await site.Client.GetStringAsync($"{Release}/{table}.csv", Cancel));
            using var json = await JsonAsync($"{Release}/{table}?size=10000");
            Assert.Equal(file.Split('\n')[0].TrimEnd('\r').Split(','), json.RootElement.GetProperty("rows")[0].EnumerateObject().Select(cell => cell.Name));
        }

        using var results = await JsonAsync($"{Release}/results?unit=SGTVT");
        var row = Assert.Single(results.RootElement.GetProperty("rows").EnumerateArray());
        Assert.Equal(("95.98", JsonValueKind.Number, JsonValueKind.False, JsonValueKind.Null, "Sở Giao thông vận tải"),
            (row.GetProperty("index").GetRawText(), row.GetProperty("rank").ValueKind, row.GetProperty("tied").ValueKind, row.GetProperty("no_change_vi").ValueKind, row.GetProperty("name_vi").GetString()));
        Assert.Contains("SỐ LIỆU MINH HỌA", results.RootElement.GetProperty("release").GetProperty("notice").GetProperty("vi").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_after_page_gives_every_row_once_in_the_order_of_the_file()
    {
        var (address, units) = ($"{Release}/results?size=8", new List<string>());
        while (address is not null)
        {
            using var json = await JsonAsync(address);
            units.AddRange(json.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("unit").GetString()!));
            Assert.Equal(35, json.RootElement.GetProperty("total").GetInt32());
            address = json.RootElement.GetProperty("next").GetString();
        }

        Assert.Equal((await CsvAsync($"{Release}/results.csv")).Select(row => row["unit"]), units);
    }

    [Fact]
    public async Task Rows_are_chosen_by_codes_several_at_once()
    {
        var rows = await CsvAsync($"{Release}/leaves.csv?unit=NQ,HB&leaf=1.1.1");
        Assert.Equal(["HB", "NQ"], rows.Select(row => row["unit"]).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal("1.1.1", row["leaf"]));
    }

    [Theory]
    [InlineData("latest", "903-qd-ubnd")]
    [InlineData("2021", "903-qd-ubnd")]
    [InlineData("hai-phong-2020", null)]
    public async Task A_release_is_found_by_its_code_its_year_or_as_the_latest(string asked, string? slug)
    {
        using var releases = await JsonAsync("/api/v1/releases");
        var known = releases.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("release").GetString()!).ToList();
        Assert.Equal(2, known.Count);
        using var one = await JsonAsync($"/api/v1/releases/{(slug is null ? known.Single(code => code != "903-qd-ubnd") : asked)}");
        Assert.Equal(slug ?? known.Single(code => code != "903-qd-ubnd"), one.RootElement.GetProperty("release").GetProperty("release").GetString());
        foreach (var file in one.RootElement.GetProperty("files").EnumerateArray().Take(3))
        {
            var content = await site.Client.GetByteArrayAsync(file.GetProperty("href").GetString(), Cancel);
            Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)));
        }
    }

    [Fact]
    public async Task CSV_is_given_to_who_accepts_it_and_each_form_has_an_ETag_of_its_own_that_answers_304()
    {
        using var json = await GetAsync($"{Release}/results");
        using var csv = await GetAsync($"{Release}/results", ("Accept", "text/csv, application/json;q=0.5"));
        Assert.Equal(("application/json", "text/csv"), (json.Content.Headers.ContentType!.MediaType, csv.Content.Headers.ContentType!.MediaType));
        Assert.NotEqual(json.Headers.ETag, csv.Headers.ETag);
        Assert.Contains("Accept", json.Headers.Vary);
        using var again = await GetAsync($"{Release}/results", ("If-None-Match", json.Headers.ETag!.ToString()));
        Assert.Equal((HttpStatusCode.NotModified, 0L), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync(Cancel)).LongLength));
        Assert.Equal("*", again.Headers.GetValues("Access-Control-Allow-Origin").Single());
        using var other = await GetAsync($"{Release}/results", ("If-None-Match", json.Headers.ETag!.ToString()), ("Accept", "text/csv"));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/nothing", 404, "not_found")]
    [InlineData("/api", 404, "not_found")]
    [InlineData("/api/v1/releases/1999", 404, "no_such_release")]
    [InlineData("/api/v1/releases/khong-co/results", 404, "no_such_release")]
    [InlineData(Release + "/results?uint=NQ", 400, "unknown_parameter")]
    [InlineData(Release + "/results?page=0", 400, "bad_number")]
    [InlineData(Release + "/results?size=99999", 400, "bad_number")]
    [InlineData(Release + "/changes", 404, "nothing_to_compare")]
    public async Task A_refusal_is_problem_details_in_both_languages_that_nobody_keeps(string address, int status, string code)
    {
        foreach (var (before, language) in new[] { ("", "vi"), ("/en", "en") })
        {
            using var answer = await GetAsync(before + address);
            Assert.Equal((status, "application/problem+json", true), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.NoStore));
            Assert.Null(answer.Headers.ETag);
            using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
            Assert.Equal((status, code), (problem.RootElement.GetProperty("status").GetInt32(), problem.RootElement.GetProperty("code").GetString()));
            Assert.Equal(problem.RootElement.GetProperty("messages").GetProperty(language).GetString(), problem.RootElement.GetProperty("detail").GetString());
            Assert.NotEqual(problem.RootElement.GetProperty("messages").GetProperty("vi").GetString(), problem.RootElement.GetProperty("messages").GetProperty("en").GetString());
        }
    }

    [Fact]
    public async Task Pages_of_other_sites_may_read_and_nobody_may_write()
    {
        using var asked = await site.Client.SendAsync(new(HttpMethod.Options, $"{Release}/results"), Cancel);
        Assert.Equal((HttpStatusCode.NoContent, "*", "GET, HEAD"),
            (asked.StatusCode, asked.Headers.GetValues("Access-Control-Allow-Origin").Single(), asked.Headers.GetValues("Access-Control-Allow-Methods").Single()));
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete })
        {
            using var refused = await site.Client.SendAsync(new(method, $"{Release}/results"), Cancel);
            Assert.Equal((HttpStatusCode.MethodNotAllowed, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType!.MediaType));
        }

        using var head = await site.Client.SendAsync(new(HttpMethod.Head, $"{Release}/results.csv"), Cancel);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }

    [Fact]
    public async Task Too_many_requests_of_one_address_are_told_how_long_to_wait()
    {
        await using var limited = Site.Build(new() { Database = site.Database, Urls = ["http://127.0.0.1:0"], ApiBurst = 3 });
        await limited.StartAsync(Cancel);
        using var client = new HttpClient { BaseAddress = new(limited.Urls.First()) };
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1", Cancel)).StatusCode);
        using var refused = await client.GetAsync("/api/v1", Cancel);
        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType!.MediaType));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 10);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/du-lieu/api", Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_OpenAPI_document_names_addresses_that_answer_and_every_column()
    {
        using var document = await JsonAsync("/api/v1/openapi.json");
        Assert.StartsWith("3.", document.RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var paths = document.RootElement.GetProperty("paths").EnumerateObject().ToList();
        Assert.Equal(Tables.Length + 4, paths.Count);
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        foreach (var path in paths)
        {
            using var answer = await GetAsync(path.Name.Replace("{release}", "latest", StringComparison.Ordinal) + (path.Name.EndsWith("changes", StringComparison.Ordinal) ? "?since=2020" : ""));
            Assert.True(answer.StatusCode == HttpStatusCode.OK, path.Name);
            var content = path.Value.GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content");
            if (!content.TryGetProperty("text/csv", out _)) continue;
            var reference = content.GetProperty("application/json").GetProperty("schema").GetProperty("properties").GetProperty("rows").GetProperty("items").GetProperty("$ref").GetString()!;
            var columns = schemas.GetProperty(reference[(reference.LastIndexOf('/') + 1)..]).GetProperty("properties").EnumerateObject().Select(one => one.Name);
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
            Assert.Equal(json.RootElement.GetProperty("rows")[0].EnumerateObject().Select(one => one.Name), columns);
        }
    }

    [Fact]
    public async Task A_correction_is_told_cell_by_cell_in_words_and_figures()
    {
        using var database = new Database();
        using var cycle = new SmallCycle();
        await using (var db = database.Open()) Assert.NotNull((await new PublishFolder(db, TimeProvider.System).RunAsync(cycle.Folder, "test", Cancel)).Release);
        cycle.Change("acts.csv", "2.75", "2.5");
        await using (var db = database.Open()) Assert.NotNull((await new PublishFolder(db, TimeProvider.System).RunAsync(cycle.Folder, "test", Cancel, new Text("Chấm lại", "Scored again"))).Release);
        await using var corrected = Site.Build(new() { Database = database.Path, Urls = ["http://127.0.0.1:0"] });
        await corrected.StartAsync(Cancel);
        using var client = new HttpClient { BaseAddress = new(corrected.Urls.First()) };
        using var json = JsonDocument.Parse(await client.GetStringAsync("/api/v1/releases/latest/changes?size=1000", Cancel));
        var changes = json.RootElement.GetProperty("rows").EnumerateArray().ToList();
        var leaf = changes.Single(row => row.GetProperty("table").GetString() == "leaves" && row.GetProperty("column").GetString() == "points");
        Assert.Equal(("2.75", "2.5", "changed"), (leaf.GetProperty("old").GetString(), leaf.GetProperty("new").GetString(), leaf.GetProperty("change").GetString()));
        Assert.Contains("từ 2,75 thành 2,5", leaf.GetProperty("words_vi").GetString(), StringComparison.Ordinal);
        Assert.Contains("from 2.75 to 2.5", leaf.GetProperty("words_en").GetString(), StringComparison.Ordinal);
        Assert.Contains(changes, row => row.GetProperty("table").GetString() == "results" && row.GetProperty("column").GetString() == "index");
        Assert.DoesNotContain(changes, row => row.GetProperty("column").GetString() is "inputs_sha256" or "engine");
        Assert.Equal(changes.Count + 1, (await client.GetStringAsync("/api/v1/releases/latest/changes.csv", Cancel)).TrimEnd().Split('\n').Length);
    }

    private Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return site.Client.SendAsync(request, Cancel);
    }

    private async Task<JsonDocument> JsonAsync(string address)
    {
        using var answer = await GetAsync(address);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode} {text}");
        return JsonDocument.Parse(text);
    }

    /// <summary>Codes alone are looked at, and no code holds a comma or a quote.</summary>
    private async Task<List<Dictionary<string, string>>> CsvAsync(string address)
    {
        var lines = (await site.Client.GetStringAsync(address, Cancel)).TrimEnd().Split('\n');
        var names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }
}
