using ParIndex.Core;

namespace ParIndex.Web.Access;

/// <summary>The language stands in the address: <c>/en/…</c> is English, everything else Vietnamese. No cookie.</summary>
public sealed class LanguageByPath(RequestDelegate next)
{
    internal const string English = "/en";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments(English, StringComparison.Ordinal, out var rest))
        {
            context.Items[typeof(Language)] = Language.English;
            context.Request.PathBase = context.Request.PathBase.Add(English);
            context.Request.Path = rest.HasValue ? rest : "/";
        }

        return next(context);
    }
}

internal static class LanguageOfRequest
{
    public static Language Language(this HttpContext context) =>
        context.Items[typeof(Language)] is Language language ? language : Core.Language.Vietnamese;
}
