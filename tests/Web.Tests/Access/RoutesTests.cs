using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.App.Accounts;
using ParIndex.Testing;
using ParIndex.Web.Access;

namespace ParIndex.Web.Tests.Access;

/// <summary>
/// Who may open which route, as routes.csv says and as the running site answers, for every endpoint it has and every account of the
/// demonstration and for nobody at all. A route without a row, and a row without a route, fail; the message is ready to paste.
/// </summary>
public sealed class RoutesTests
{
    private const string Everybody = "everybody", BeforeSignIn = "before-sign-in", SignedIn = "signed-in", Nobody = "nobody";

    [Fact]
    public async Task Every_route_has_a_row_and_answers_each_role_as_the_row_says()
    {
        using var database = new Database();
        await using (var db = database.Open()) await new MakeDemoPeople(db, TimeProvider.System).RunAsync(DemoPeople.All, Cancel);
        await using var site = Site.Build(new() { Database = database.Path, Urls = ["http://127.0.0.1:0"], Demo = true });
        await site.StartAsync(Cancel);
        var routes = site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().SelectMany(Routes)
            .GroupBy(route => route.Key, StringComparer.Ordinal).Select(same => same.First()).OrderBy(route => route.Key, StringComparer.Ordinal).ToList();
        Assert.True(routes.Count > 20);

        var rows = (await File.ReadAllLinesAsync(Repository.Path("tests", "Web.Tests", "Access", "routes.csv"), Cancel)).Skip(1)
            .Where(line => line.Length > 0).Select(line => line.Split(',')).ToDictionary(cells => $"{cells[0]},{cells[1]}", cells => cells[2], StringComparer.Ordinal);
        var missing = routes.Where(route => !rows.ContainsKey(route.Key)).Select(route => $"{route.Key},{route.Declared}").ToList();
        Assert.True(missing.Count == 0, "Add to tests/Web.Tests/Access/routes.csv, after asking who may open these:\n" + string.Join('\n', missing));
        var gone = rows.Keys.Except(routes.Select(route => route.Key), StringComparer.Ordinal).ToList();
        Assert.True(gone.Count == 0, "These rows of routes.csv have no route any more:\n" + string.Join('\n', gone));

        var mismatches = new List<string>();
        using (var stranger = Client(site)) await TryAllAsync(stranger, null, routes, rows, mismatches);
        foreach (var person in DemoPeople.All)
        {
            using var client = Client(site);
            await Visitor.SwitchAsync(client, database, person.Login, Cancel);
            await TryAllAsync(client, person.Role, routes, rows, mismatches);
        }

        Assert.True(mismatches.Count == 0, $"{mismatches.Count} cells differ from routes.csv:\n" + string.Join('\n', mismatches.Take(60)));
    }

    private static async Task TryAllAsync(HttpClient client, Role? role, List<Route> routes, Dictionary<string, string> rows, List<string> mismatches)
    {
        foreach (var route in routes)
        {
            using var request = new HttpRequestMessage(new(route.Method), route.Sample);
            using var answer = await client.SendAsync(request, Cancel);
            var expected = Expected(rows[route.Key], role, route.Method);
            var given = Given(answer);
            if (given != expected) mismatches.Add($"{route.Key} as {role?.ToString() ?? "nobody"}: {given} ({(int)answer.StatusCode}), the table says {expected}");
            if ((int)answer.StatusCode >= 500) mismatches.Add($"{route.Key} as {role?.ToString() ?? "nobody"}: {(int)answer.StatusCode}");
            if (!answer.Headers.Contains("Content-Security-Policy") || !answer.Headers.Contains("X-Content-Type-Options")) mismatches.Add($"{route.Key}: no safe headers");
            if (route.Sample.StartsWith(InsideAccess.Inside, StringComparison.Ordinal) && answer.Headers.CacheControl?.NoStore != true) mismatches.Add($"{route.Key}: may be kept by browsers");
        }
    }

    private static string Expected(string who, Role? role, string method) => who switch
    {
        Everybody or BeforeSignIn => "open",
        _ when role is null => method == "GET" ? "sign in" : "refused",
        SignedIn => "open",
        Nobody => "refused",
        _ => who.Split(';').Contains(role.ToString(), StringComparer.Ordinal) ? "open" : "refused",
    };

    /// <summary>Whatever the page then says of an object that is not there, the door was open.</summary>
    private static string Given(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized => "refused",
        HttpStatusCode.Redirect when answer.Headers.Location!.ToString().StartsWith($"{InsideAccess.SignIn}?ve=", StringComparison.Ordinal) => "sign in",
        _ => "open",
    };

    private static IEnumerable<Route> Routes(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"];
        var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        var declared = !pattern.StartsWith(InsideAccess.Inside, StringComparison.Ordinal) ? Everybody
            : endpoint.Metadata.GetMetadata<BeforeSignInAttribute>() is not null ? BeforeSignIn
            : endpoint.Metadata.GetMetadata<MayOpenAttribute>() is not { } may ? Nobody
            : may.Roles.Count == 0 ? SignedIn : string.Join(';', may.Roles);
        return methods.Where(method => method is not ("HEAD" or "OPTIONS")).Select(method => new Route(method, pattern, Sample(endpoint.RoutePattern), declared));
    }

    private static string Sample(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => pattern.ParameterPolicies.TryGetValue(parameter.Name, out var policies) && policies.Count > 0
            ? policies[0].Content switch { "guid" => "00000000-0000-0000-0000-000000000001", { } other when other.StartsWith("int", StringComparison.Ordinal) => "404", _ => "x" }
            : "x",
        _ => "",
    }))));

    private static HttpClient Client(Microsoft.AspNetCore.Builder.WebApplication site) =>
        new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Urls.First()) };

    private sealed record Route(string Method, string Pattern, string Sample, string Declared)
    {
        public string Key => $"{Method},{Pattern}";
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
