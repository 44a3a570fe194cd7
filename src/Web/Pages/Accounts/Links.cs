namespace ParIndex.Web.Pages.Accounts;

/// <summary>Links of invitations: by mail where the site has a mail server and an address of its own, else handed over.</summary>
internal static class Links
{
    public static bool ByMail(SiteSettings settings) => settings is { Mail: not null, PublicAddress: not null };

    /// <summary>The whole link, for handing over: with the configured address, or the one this administrator uses.</summary>
    public static string Whole(SiteSettings settings, HttpRequest request, string path) => (settings.PublicAddress?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}") + path;
}
