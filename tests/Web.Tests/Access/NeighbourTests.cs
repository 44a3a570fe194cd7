using System.Diagnostics;
using System.Net;
using ParIndex.App.Tests;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Access;

/// <summary>H-23 and the inner side of H-24: what is somebody else's and what does not exist cannot be told apart, and no year shows before it is published.</summary>
public sealed class NeighbourTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Another_units_dossier_is_answered_like_one_that_never_was(Engine engine)
    {
        await using var work = await WorkSite.StartAsync(engine);
        var pages = Endpoints.Of(work.Site).Where(route => route.Method == "GET" && route.Pattern.StartsWith("/noi-bo/", StringComparison.Ordinal) && route.Pattern.Contains('{', StringComparison.Ordinal)
            && !route.Pattern.Contains("{secret}", StringComparison.Ordinal)).Select(route => route.Pattern).ToList();
        var times = (Known: new List<double>(), Invented: new List<double>());
        foreach (var login in new[] { "97-", "98-", "99-" })
        {
            using var client = await work.AsAsync(login);
            foreach (var pattern in pages)
                foreach (var tail in new[] { "?dv=@", "?dv=@&handler=Minutes", "?dv=@&handler=Package&run=1", "?dv=@&xem=true" })
                {
                    var known = await AskAsync(client, Endpoints.Fill(pattern, WorkSite.Other) + tail.Replace("@", WorkSite.Other, StringComparison.Ordinal), times.Known);
                    var invented = await AskAsync(client, Endpoints.Fill(pattern, "ZZZ", id: $"{Guid.NewGuid()}") + tail.Replace("@", "ZZZ", StringComparison.Ordinal), times.Invented);
                    Assert.True(known.Status == invented.Status, $"{pattern}{tail} as {login}: {known.Status} and {invented.Status}");
                    Assert.Equal(Plain(invented.Body, "ZZZ"), Plain(known.Body, WorkSite.Other));
                    Assert.DoesNotContain(WorkSite.Words, known.Body, StringComparison.Ordinal);
                }
        }

        var medians = new[] { times.Known, times.Invented }.Select(list => list.Order().ElementAt(list.Count / 2)).ToArray();
        Assert.True(Math.Abs(medians[0] - medians[1]) < 10, $"{medians[0]:0.0} ms and {medians[1]:0.0} ms");
    }

    [Theory, BothEngines]
    public async Task A_year_at_work_looks_from_outside_like_one_that_nobody_thought_of(Engine engine)
    {
        await using var work = await WorkSite.StartAsync(engine);
        var pages = Endpoints.Of(work.Site).Where(route => route.Method == "GET" && !route.Pattern.StartsWith("/noi-bo", StringComparison.Ordinal) && route.Pattern.Contains('{', StringComparison.Ordinal)
            && !route.Pattern.StartsWith("/phieu", StringComparison.Ordinal) && !route.Pattern.StartsWith("/loi/", StringComparison.Ordinal)).Select(route => route.Pattern).ToList();
        Assert.True(pages.Count > 25, $"{pages.Count}");
        foreach (var login in new[] { null, "97-", "98-" })
        {
            using var client = login is null ? work.Client() : await work.AsAsync(login);
            foreach (var pattern in pages)
            {
                var address = Endpoints.Fill(pattern);
                using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
                var body = await answer.Content.ReadAsStringAsync(Cancel);
                Assert.DoesNotContain(WorkSite.Words, body, StringComparison.Ordinal);
                // A page of no year in particular, such as the list of releases, says that there is none.
                if (answer.StatusCode == HttpStatusCode.OK) Assert.DoesNotContain("2021", body, StringComparison.Ordinal);
                else Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Redirect, $"{address}: {(int)answer.StatusCode}");
                if (answer.StatusCode == HttpStatusCode.NotFound)
                    Assert.True(answer.Headers.ETag is null && answer.Content.Headers.LastModified is null && answer.Headers.CacheControl?.Public != true && answer.Headers.CacheControl?.MaxAge is null, $"{address}: a hint for caches");
                using var never = await client.GetAsync(new Uri(Endpoints.Fill(pattern, "ZZZ", "khong-co").Replace("2021", "2099", StringComparison.Ordinal), UriKind.Relative), Cancel);
                Assert.Equal(never.StatusCode, answer.StatusCode);
            }
        }
    }

    [Theory, BothEngines]
    public async Task Lists_and_searches_of_a_unit_never_hold_another(Engine engine)
    {
        await using var work = await WorkSite.StartAsync(engine);
        using var client = await work.AsAsync("97-");
        foreach (var address in new[] { "/noi-bo", "/noi-bo/thong-bao", $"/noi-bo/cham/{WorkSite.K}", $"/noi-bo/tai-lieu/{WorkSite.K}", $"/noi-bo/giai-trinh/{WorkSite.K}", $"/noi-bo/khac-phuc/{WorkSite.K}", "/don-vi?tim=so+noi+vu" })
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var page = await Visitor.DocumentAsync(await answer.Content.ReadAsStringAsync(Cancel), Cancel);
            Assert.DoesNotContain(WorkSite.Words, page.Body!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Sở Nội vụ", page.QuerySelector("main")!.TextContent.Replace("Sở Nội vụ chủ trì", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    private static async Task<(int Status, string Body)> AskAsync(HttpClient client, string address, List<double> times)
    {
        var clock = Stopwatch.StartNew();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        times.Add(clock.Elapsed.TotalMilliseconds);
        Assert.True((int)answer.StatusCode < 500, $"{address}: {(int)answer.StatusCode}");
        return ((int)answer.StatusCode, answer.StatusCode == HttpStatusCode.OK ? "" : await answer.Content.ReadAsStringAsync(Cancel));
    }

    // A page may name the address that was asked for; everything else has to be the same.
    private static string Plain(string body, string unit) => body.Replace(unit, "", StringComparison.OrdinalIgnoreCase);
}
