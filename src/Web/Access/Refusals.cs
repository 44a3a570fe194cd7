using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.Core;

namespace ParIndex.Web.Access;

/// <summary>Turns a refusal into an answer: problem details for machines, a plain page in both languages for people.</summary>
internal static class Refusals
{
    // Vietnamese letters stay letters.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static int Status(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status400BadRequest,
        RefusalKind.NotSignedIn => StatusCodes.Status401Unauthorized,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.UnsupportedType => StatusCodes.Status415UnsupportedMediaType,
        RefusalKind.VersionMissing => StatusCodes.Status428PreconditionRequired,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status409Conflict,
    };

    public static async Task WriteAsync(HttpContext context, Refusal refusal)
    {
        context.Response.Clear();
        context.Response.StatusCode = Status(refusal.Kind);
        context.Response.Headers.CacheControl = "no-store";
        SafeHeaders.Set(context.Response.Headers);
        if (refusal.Kind is RefusalKind.TooMany or RefusalKind.Unavailable) context.Response.Headers.RetryAfter = "60";
        if (InsideAccess.WantsJson(context.Request))
        {
            var problem = new ProblemDetails { Status = context.Response.StatusCode, Title = refusal.Message.Vi, Detail = refusal.Message.En };
            problem.Extensions["code"] = refusal.Code;
            if (refusal.Fields.Count > 0) problem.Extensions["errors"] = refusal.Fields.GroupBy(one => one.Field).ToDictionary(same => same.Key, same => same.Select(one => one.Why.Vi).ToArray());
            else if (refusal.Field is { } field) problem.Extensions["errors"] = new Dictionary<string, string[]> { [field] = [refusal.Message.Vi] };
            await context.Response.WriteAsJsonAsync(problem, (System.Text.Json.JsonSerializerOptions?)null, "application/problem+json", context.RequestAborted);
            return;
        }

        var english = context.Language() == Language.English;
        var (first, second) = english ? (refusal.Message.En, refusal.Message.Vi) : (refusal.Message.Vi, refusal.Message.En);
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync($"""
            <!DOCTYPE html><html lang="{(english ? "en" : "vi")}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>{Encoder.Encode(first)}</title><link rel="stylesheet" href="/lib/portal.css">
            <div class="govuk-width-container"><main class="govuk-main-wrapper"><h1 class="govuk-heading-l">{(english ? "Not possible" : "Không thực hiện được")}</h1>
            <p class="govuk-body">{Encoder.Encode(first)}</p><p class="govuk-body quiet" lang="{(english ? "vi" : "en")}">{Encoder.Encode(second)}</p>
            <p class="govuk-body"><a href="{context.Request.PathBase}{InsideAccess.Inside}">{(english ? "Back to my work" : "Về trang làm việc")}</a></p></main></div></html>
            """, context.RequestAborted);
    }
}
