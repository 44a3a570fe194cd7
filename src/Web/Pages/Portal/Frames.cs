using System.Net;

namespace ParIndex.Web.Pages.Portal;

/// <summary>The lines somebody copies to show a page of ours in a frame.</summary>
public static class Frames
{
    /// <summary>The address people know the site by.</summary>
    public static string Origin(HttpContext context, SiteSettings settings) =>
        settings.PublicAddress?.TrimEnd('/') ?? $"{context.Request.Scheme}://{context.Request.Host}";

    /// <summary>The frame, ready to be copied.</summary>
    public static string Code(string address, string title, int height) =>
        $"<iframe src=\"{WebUtility.HtmlEncode(address)}\" title=\"{WebUtility.HtmlEncode(title)}\" width=\"100%\" height=\"{height}\" loading=\"lazy\"></iframe>";
}
