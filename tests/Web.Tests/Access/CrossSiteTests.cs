using System.Net;
using System.Text;
using ParIndex.App.Tests;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Access;

/// <summary>H-35: with somebody's session and even the right token of a form, no other site changes anything at any endpoint there is; nor does a link.</summary>
public sealed class CrossSiteTests
{
    // What a page of another site can make a browser send, and how the browser then says where it comes from.
    private static readonly (string, string)[][] From =
    [
        [("Origin", "https://evil.example"), ("Sec-Fetch-Site", "cross-site")], [("Origin", "https://evil.example")], [("Sec-Fetch-Site", "cross-site")], [("Sec-Fetch-Site", "same-site")], [("Origin", "null")],
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task No_endpoint_takes_anything_from_another_site_and_nothing_is_changed(Engine engine)
    {
        await using var work = await WorkSite.StartAsync(engine);
        var writing = Endpoints.Of(work.Site).Where(route => route.Method != "GET").ToList();
        Assert.True(writing.Count > 50, $"{writing.Count}");
        var let = new List<string>();
        foreach (var login in new[] { "98-", "06-", "08-", "14-" })
        {
            using var client = await work.AsAsync(login);
            var token = await WorkSite.TokenAsync(client);
            var before = await work.StateAsync();
            foreach (var (method, pattern) in writing)
                foreach (var from in From)
                    foreach (var content in Bodies(token))
                    {
                        using var request = new HttpRequestMessage(new(method), Endpoints.Fill(pattern)) { Content = content };
                        foreach (var (name, value) in from) request.Headers.Add(name, value);
                        using var answer = await client.SendAsync(request, Cancel);
                        if (Refuses(pattern, answer.StatusCode)) continue;
                        let.Add($"{method} {pattern} as {login}: {(int)answer.StatusCode}");
                    }

            Assert.Equal(before, await work.StateAsync());
        }

        Assert.True(let.Count == 0, string.Join('\n', let.Distinct().Take(40)));
    }

    [Theory, BothEngines]
    public async Task No_link_changes_anything_whatever_method_it_claims_to_be(Engine engine)
    {
        await using var work = await WorkSite.StartAsync(engine);
        var reading = Endpoints.Of(work.Site).Where(route => route.Method == "GET").ToList();
        foreach (var login in new[] { "98-", "03-", "06-", "08-", "14-" })
        {
            using var client = await work.AsAsync(login);
            var before = await work.StateAsync();
            foreach (var (_, pattern) in reading)
                foreach (var tail in new[] { "", "?_method=DELETE", "?_method=POST&handler=Close&act=withdraw&handler=Open" })
                {
                    using var request = new HttpRequestMessage(HttpMethod.Get, Endpoints.Fill(pattern) + tail);
                    request.Headers.Add("X-HTTP-Method-Override", "DELETE");
                    using var answer = await client.SendAsync(request, Cancel);
                    Assert.True((int)answer.StatusCode < 500, $"{pattern}{tail}: {(int)answer.StatusCode}");
                }

            Assert.Equal(before, await work.StateAsync());
        }
    }

    private static IEnumerable<HttpContent> Bodies(string token)
    {
        yield return new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("act", "save"), new("code", "000000"), new("Reason", "Theo công văn số 12")]);
        yield return new StringContent("{\"act\":\"save\"}", Encoding.UTF8, "text/plain");
    }

    // The page that tells of an error answers whatever was sent there, and does nothing.
    private static bool Refuses(string pattern, HttpStatusCode status) =>
        status is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed || (pattern.StartsWith("/loi/", StringComparison.Ordinal) && (int)status < 500);
}
