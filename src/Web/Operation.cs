using OpenTelemetry.Metrics;
using ParIndex.App.Audit;
using ParIndex.App.Storage;
using ParIndex.App.Work;

namespace ParIndex.Web;

/// <summary>What runs beside the pages: the journal's folder, background work, mail, health and metrics.</summary>
internal static class Operation
{
    /// <summary>Answers whether the installation is well, for whoever watches it: nothing more than one word.</summary>
    public const string HealthPath = "/suc-khoe";

    private const string MetricsPath = "/metrics";

    public static void AddOperation(this IServiceCollection services, SiteSettings settings)
    {
        services.AddSingleton(settings.Files is { } files ? new AuditFolder(Path.Combine(files, "audit")) : AuditFolder.Beside(settings.Database));
        if (settings.Mail is { } mail) services.AddSingleton(mail with { PublicAddress = mail.PublicAddress ?? settings.PublicAddress });
        if (settings.Timestamps is { } authority) services.AddSingleton(new TimestampAuthority(new HttpClient { Timeout = TimeSpan.FromSeconds(20) }, authority));
        if (settings.Background) services.AddBackgroundWork();
        if (settings.MetricsPort is null) return;
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(Meters.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddPrometheusExporter(exporter => exporter.ScrapeEndpointPath = MetricsPath));
    }

    public static void UseOperation(this WebApplication site, SiteSettings settings)
    {
        if (settings.MetricsPort is { } port)
        {
            // By the port it came in by, never by what a request says of itself; and nothing else is served there.
            site.UseOpenTelemetryPrometheusScrapingEndpoint(context => context.Connection.LocalPort == port && context.Request.Path == MetricsPath);
            site.Use((context, next) =>
            {
                if (context.Connection.LocalPort != port) return next(context);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
        }

        site.Use(async (context, next) =>
        {
            if (context.Request.Path != HealthPath || !HttpMethods.IsGet(context.Request.Method))
            {
                await next(context);
                return;
            }

            var db = context.RequestServices.GetRequiredService<IndexDb>();
            var alarm = await CheckIntegrity.AlarmAsync(db, context.RequestAborted);
            context.Response.StatusCode = alarm is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.CacheControl = "no-store";
            await context.Response.WriteAsJsonAsync(new { status = alarm is null ? "ok" : "read-only" }, context.RequestAborted);
        });
    }
}
