namespace ParIndex.Web.Access;

/// <summary>What every answer forbids the browser: foreign hosts, inline code and styles, framing, guessing types, telling where one came from.</summary>
public sealed class SafeHeaders(RequestDelegate next, SiteSettings settings)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob: data:; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Pages for frames of other sites: nothing but words, style and typeface.</summary>
    private const string Framed =
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'none'; base-uri 'none'; frame-ancestors *";

    public Task InvokeAsync(HttpContext context)
    {
        Set(context.Response.Headers);
        if (Embedding.Is(context)) context.Response.Headers.ContentSecurityPolicy = Framed;
        // A year of https alone, once it has been seen; over http browsers pay no heed to it.
        if (settings.Https)
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.StrictTransportSecurity = "max-age=31536000";
                return Task.CompletedTask;
            });
        }

        return next(context);
    }

    internal static void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }
}
