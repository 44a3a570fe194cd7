namespace ParIndex.Web.Access;

/// <summary>Pages made to stand in frames of other sites: no session, no form, no script; they alone may be framed.</summary>
internal static class Embedding
{
    public const string Root = "/nhung";

    /// <summary>True when the request asks for such a page, in either language.</summary>
    public static bool Is(HttpContext context) => context.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal)
        || (context.Request.Path.StartsWithSegments(LanguageByPath.English, StringComparison.Ordinal, out var rest) && rest.StartsWithSegments(Root, StringComparison.Ordinal));
}
