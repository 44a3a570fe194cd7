using System.Globalization;
using System.Text.Json;
using System.Threading.RateLimiting;
using ParIndex.App;
using ParIndex.Core;
using ParIndex.Web.Access;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Api;

/// <summary>
/// The door of the open data (forms have their own): open to pages of every site, GET and HEAD alone, so many requests for each network address, and every no as problem details
/// in both languages. Who accepts CSV before JSON is led to the address that ends in .csv, so that what is kept for one is never given for the other.
/// </summary>
public sealed class ApiAccess(RequestDelegate next, SiteSettings settings, ILogger<ApiAccess> log)
{
    public const string Path = "/api";

    private const int Period = 10;

    private readonly NetworkLimit calls = new(settings.ApiBurst, Math.Max(1, settings.ApiBurst / 3), TimeSpan.FromSeconds(Period));

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal) || context.Request.Path.StartsWithSegments(FormEndpoints.Path, StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "ETag, Link, Retry-After, X-Total-Count";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.Vary = "Accept";
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            headers.AccessControlAllowMethods = "GET, HEAD";
            headers.AccessControlAllowHeaders = "Accept, If-None-Match";
            headers.AccessControlMaxAge = "86400";
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            headers.Allow = "GET, HEAD, OPTIONS";
            await WriteAsync(context, ApiText.ReadOnly, StatusCodes.Status405MethodNotAllowed);
            return;
        }

        using var lease = calls.Attempt(context.Connection.RemoteIpAddress);
        if (!lease.IsAcquired)
        {
            var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : Period;
            headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            await WriteAsync(context, ApiText.TooMany(wait));
            return;
        }

        if (PrefersCsv(context.Request)) context.Request.Path += ".csv";
        try
        {
            await next(context);
        }
        catch (RefusedException refused) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, refused.Refusal);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException && !context.Response.HasStarted)
        {
            log.LogError(trouble, "API {Path}", context.Request.Path);
            await WriteAsync(context, ApiText.Broken);
        }
    }

    /// <summary>Problem details by RFC 9457: title and detail in the language of the address, and both languages beside.</summary>
    private static async Task WriteAsync(HttpContext context, Refusal refusal, int? status = null)
    {
        context.Response.StatusCode = status ?? Refusals.Status(refusal.Kind);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "application/problem+json; charset=utf-8";
        var (language, title) = (context.Language(), ApiText.Of(refusal.Kind));
        var problem = new Dictionary<string, object>
        {
            ["type"] = $"{(language == Language.English ? LanguageByPath.English : "")}/du-lieu/api#{refusal.Code}",
            ["title"] = title.In(language),
            ["status"] = context.Response.StatusCode,
            ["detail"] = refusal.Message.In(language),
            ["instance"] = context.Request.PathBase + context.Request.Path,
            ["code"] = refusal.Code,
            ["messages"] = new { vi = refusal.Message.Vi, en = refusal.Message.En },
        };
        if (refusal.Field is { } field) problem["parameter"] = field;
        await context.Response.WriteAsync(JsonSerializer.Serialize(problem, TableAnswer.Plain), context.RequestAborted);
    }

    private static bool PrefersCsv(HttpRequest request)
    {
        if (request.Path.Value is not { } path || path.LastIndexOf('.') > path.LastIndexOf('/') || !ReleasesApi.HasCsv(path)) return false;
        var (csv, json) = (Weight("text/csv"), Weight("application/json"));
        return csv > 0 && csv > json;

        double Weight(string type) => request.GetTypedHeaders().Accept.Where(one => one.MediaType == type).Select(one => one.Quality ?? 1).DefaultIfEmpty(0).Max();
    }
}
