using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ParIndex.Web.Tests.Access;

/// <summary>Every endpoint of a running site, as method and pattern.</summary>
internal static partial class Endpoints
{
    /// <summary>An address of the endpoint, about the own unit where nothing else is asked for.</summary>
    public static string Fill(string pattern, string unit = WorkSite.Own, string cycle = WorkSite.K, string? id = null) => Parameter().Replace(pattern, match => match.Groups[1].Value switch
    {
        "ky" => cycle,
        "code" => pattern.Contains("/ky/", StringComparison.Ordinal) ? cycle : unit,
        "dv" or "unit" => unit,
        "slug" => unit.ToLowerInvariant(),
        "leaf" => "1.2.1",
        "ma" => "H2",
        "year" => "2021",
        "group" => "dept",
        "release" => $"{cycle}-1",
        "framework" => "SMALL",
        "id" => id ?? $"{WorkSite.Document}",
        "so" or "revision" or "number" => "1",
        "status" => "404",
        _ => "x",
    });

    [System.Text.RegularExpressions.GeneratedRegex(@"\{\**([a-zA-Z]+)[^}]*\}")]
    private static partial System.Text.RegularExpressions.Regex Parameter();

    public static IReadOnlyList<(string Method, string Pattern)> Of(WebApplication site) =>
    [
        .. site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]).Where(method => method is not ("HEAD" or "OPTIONS"))
                .Select(method => (method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))))
            .Distinct().OrderBy(route => route.Item2, StringComparer.Ordinal).ThenBy(route => route.method, StringComparer.Ordinal),
    ];
}
