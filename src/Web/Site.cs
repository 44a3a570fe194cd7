using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.ResponseCompression;
using ParIndex.App.Storage;
using ParIndex.Web.Access;

namespace ParIndex.Web;

/// <summary>Where a site finds its data and where it listens.</summary>
public sealed record SiteSettings
{
    /// <summary>The SQLite file.</summary>
    public required string Database { get; init; }

    /// <summary>Addresses to listen on, such as <c>http://127.0.0.1:5080</c>.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>Host names that requests may name; empty: any.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The address people know the site by, for QR codes; null: as the request says.</summary>
    public string? PublicAddress { get; init; }
}

/// <summary>The running site.</summary>
public static class Site
{
    /// <summary>Builds the site; the caller starts and stops it.</summary>
    public static WebApplication Build(SiteSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(Site).Assembly.GetName().Name });
        builder.Configuration["AllowedHosts"] = settings.Hosts.Count == 0 ? "*" : string.Join(';', settings.Hosts);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls([.. settings.Urls]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024; // The portal takes no bodies at all.
        });
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<Assets>();
        builder.Services.AddIndexOnSqlite(settings.Database);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider(); // The portal signs nobody in: no key outlives the process.
        builder.Services.AddRazorPages().AddApplicationPart(typeof(Site).Assembly);
        builder.Services.AddOutputCache(PageCache.Configure);
        builder.Services.AddResponseCompression(options =>
        {
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = ["text/html", "text/csv", "application/json"];
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        builder.Services.AddHostFiltering(options => options.AllowedHosts = settings.Hosts.Count == 0 ? ["*"] : [.. settings.Hosts]);

        var site = builder.Build();
        site.UseHostFiltering();
        site.UseMiddleware<SafeHeaders>();
        site.UseResponseCompression();
        site.UseMiddleware<LanguageByPath>();
        site.UseExceptionHandler(error => error.Run(context => Trouble.WriteAsync(context, HttpStatusCode.InternalServerError)));
        site.UseStatusCodePagesWithReExecute("/loi/{0}");
        site.UseMiddleware<ReleaseCache>();
        site.UseOutputCache();
        site.UseRouting();
        site.MapGet("/lib/{**path}", (string path, Assets assets, HttpContext context) => assets.Answer(path, context));
        Downloads.Map(site);
        site.MapRazorPages();
        return site;
    }
}
