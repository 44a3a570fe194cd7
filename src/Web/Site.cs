using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using ParIndex.App;
using ParIndex.App.Storage;
using ParIndex.Web.Access;
using ParIndex.Web.Api;

namespace ParIndex.Web;

/// <summary>Where a site finds its data and where it listens.</summary>
public sealed record SiteSettings
{
    /// <summary>The SQLite file; not used when <see cref="Postgres"/> is given.</summary>
    public required string Database { get; init; }

    /// <summary>Connection string of PostgreSQL; null: SQLite.</summary>
    public string? Postgres { get; init; }

    /// <summary>Folder of files outside the database: evidence, keys. Null: beside the SQLite file.</summary>
    public string? Files { get; init; }

    /// <summary>Virus scanner that uploads are sent to; none: files are shown as not scanned.</summary>
    public App.Library.Scanner Scanner { get; init; } = new();

    /// <summary>Where evidence is kept.</summary>
    public string EvidenceFolder => Path.Combine(Files ?? (Database.Length > 0 ? Database + ".files" : Path.Combine(Environment.CurrentDirectory, "files")), "evidence");

    /// <summary>True: the demonstration, with labelled accounts and a switcher between them. Never off loopback.</summary>
    public bool Demo { get; init; }

    /// <summary>The clock; tests hand in their own.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>True: checkpoints, mail and the other jobs run by the clock, and the journal is looked at before anything is served.</summary>
    public bool Background { get; init; }

    /// <summary>The mail server; null: messages stay in the inbox.</summary>
    public App.Messages.MailServer? Mail { get; init; }

    /// <summary>The city's own sign-in; null: none.</summary>
    public CitySettings? City { get; init; }

    /// <summary>RFC 3161 time-stamping authority for checkpoints; null: none.</summary>
    public Uri? Timestamps { get; init; }

    /// <summary>Port on this machine alone that serves metrics; null: none.</summary>
    public int? MetricsPort { get; init; }

    /// <summary>Addresses to listen on, such as <c>http://127.0.0.1:5080</c>.</summary>
    public required IReadOnlyList<string> Urls { get; init; }

    /// <summary>Host names that requests may name; empty: any.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The address people know the site by: links in letters, passkeys, QR codes; null: as the request says, and no letters with links.</summary>
    public string? PublicAddress { get; init; }

    /// <summary>Addresses of reverse proxies whose word on the client's address and https is taken; this machine's always is.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>How many tries to sign in one network address has at once.</summary>
    public int SignInBurst { get; init; } = 100;

    /// <summary>How many requests of the API one network address has at once; a third of them comes back every ten seconds.</summary>
    public int ApiBurst { get; init; } = 600;

    /// <summary>True when people reach the site over https: cookies and passkeys are then bound to it.</summary>
    public bool Https => PublicOrigin is { } known ? known.Scheme == Uri.UriSchemeHttps : Urls.All(url => url.StartsWith("https:", StringComparison.Ordinal));

    internal Uri? PublicOrigin => Uri.TryCreate(PublicAddress, UriKind.Absolute, out var address) ? address : null;
}

/// <summary>The running site.</summary>
public static class Site
{
    /// <summary>Builds the site; the caller starts and stops it.</summary>
    public static WebApplication Build(SiteSettings settings)
    {
        // Accounts without passwords are for whoever sits at this machine.
        if (settings.Demo && settings.Urls.FirstOrDefault(url => !(Uri.TryCreate(url, UriKind.Absolute, out var place) && place.IsLoopback)) is { } open)
            throw new RefusedException(Refusal.DemoOffLoopback(open));
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(Site).Assembly.GetName().Name });
        builder.Configuration["AllowedHosts"] = settings.Hosts.Count == 0 ? "*" : string.Join(';', settings.Hosts);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Told in docs, not at every start: keys lie in the database as its operator protects it, and inside pages are never kept anyway.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.WebHost.UseUrls([.. settings.Urls, .. settings.MetricsPort is { } metrics ? new[] { $"http://127.0.0.1:{metrics}" } : []]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024; // Forms; uploads of files raise it for themselves.
        });
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<Assets>();
        builder.Services.AddSingleton(new App.Library.FileStore(settings.EvidenceFolder));
        builder.Services.AddSingleton(settings.Scanner);
        if (settings.Postgres is { } postgres) builder.Services.AddIndexOnPostgres(postgres);
        else builder.Services.AddIndexOnSqlite(settings.Database);
        builder.Services.AddInside(settings);
        builder.Services.AddOperation(settings);
        builder.Services.AddRazorPages(options =>
        {
            options.Conventions.ConfigureFilter(new KnownActs());
            options.Conventions.AddPageRoute("/Portal/Card", Embedding.Root + "/don-vi/{slug}/{year:int?}");
        }).AddApplicationPart(typeof(Site).Assembly);
        builder.Services.AddOpenApi(OpenApiDescription.Document, OpenApiDescription.Configure);
        builder.Services.AddOutputCache(PageCache.Configure);
        builder.Services.AddResponseCompression(options =>
        {
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = ["text/html", "text/csv", "application/json"];
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        builder.Services.AddHostFiltering(options => options.AllowedHosts = settings.Hosts.Count == 0 ? ["*"] : [.. settings.Hosts]);

        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in settings.Proxies) options.KnownProxies.Add(IPAddress.Parse(proxy));
        });

        var site = builder.Build();
        site.UseForwardedHeaders();
        site.UseOperation(settings);
        site.UseHostFiltering();
        site.UseMiddleware<SafeHeaders>();
        site.UseResponseCompression();
        site.UseMiddleware<LanguageByPath>();
        site.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // A refusal is an answer, not trouble to be logged with its stack.
            SuppressDiagnosticsCallback = trouble => trouble.Exception is RefusedException,
            ExceptionHandler = context => context.Features.Get<IExceptionHandlerFeature>()?.Error switch
            {
                RefusedException refused => Refusals.WriteAsync(context, refused.Refusal),
                BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or InvalidDataException => Refusals.WriteAsync(context, Refusal.FileTooLarge(App.Library.FileStore.Longest)),
                { } trouble when StorageTrouble.Passes(trouble) => Refusals.WriteAsync(context, Refusal.StorageAway),
                _ => Trouble.WriteAsync(context, HttpStatusCode.InternalServerError),
            },
        });
        site.UseStatusCodePagesWithReExecute("/loi/{0}");
        site.UseMiddleware<ApiAccess>();
        site.UseMiddleware<ReleaseCache>();
        site.UseOutputCache();
        site.UseRouting();
        site.UseAuthentication();
        site.UseMiddleware<SignInLimit>();
        site.UseMiddleware<InsideAccess>();
        site.MapGet("/lib/{**path}", (string path, Assets assets, HttpContext context) => assets.Answer(path, context));
        Downloads.Map(site);
        TableDownloads.Map(site);
        Feeds.Map(site);
        ReleasesApi.Map(site);
        EvidenceDownloads.Map(site);
        Forms.FormEndpoints.Map(site);
        site.MapRazorPages();
        return site;
    }
}
