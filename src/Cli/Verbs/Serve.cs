using System.CommandLine;
using Microsoft.Extensions.Hosting;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Web;

namespace ParIndex.Cli.Verbs;

/// <summary>serve: serves the releases of a database.</summary>
internal static class Serve
{
    public static Command Verb()
    {
        var data = new Option<FileInfo>("--data") { Description = ServingText.Data.Both() };
        var postgres = new Option<string?>("--postgres") { Description = JournalText.Postgres.Both() };
        var files = new Option<DirectoryInfo?>("--files") { Description = ServingText.Files.Both() };
        var urls = new Option<string>("--urls") { Description = ServingText.Urls.Both(), DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var hosts = new Option<string?>("--hosts") { Description = ServingText.Hosts.Both() };
        var address = new Option<string?>("--address") { Description = ServingText.Address.Both() };
        var verb = new Command("serve", ServingText.Serve.Both()) { data, postgres, files, urls, hosts, address };
        var mail = new MailOptions();
        mail.AddTo(verb);
        var city = new CityOptions();
        city.AddTo(verb);
        var proxies = new Option<string?>("--proxies") { Description = ServingText.Proxies.Both() };
        verb.Options.Add(proxies);
        var timestamps = new Option<Uri?>("--timestamps") { Description = JournalText.Timestamps.Both() };
        var metrics = new Option<int?>("--metrics") { Description = ServingText.Metrics.Both() };
        var clamd = new Option<string?>("--clamd") { Description = ServingText.Clamd.Both() };
        verb.Options.Add(clamd);
        verb.Options.Add(timestamps);
        verb.Options.Add(metrics);
        verb.SetAction((call, cancel) => RunAsync(
            call.GetValue(data),
            new()
            {
                Database = call.GetValue(data)?.FullName ?? "",
                Postgres = call.GetValue(postgres),
                Files = call.GetValue(files)?.FullName,
                Urls = Split(call.GetValue(urls)),
                Hosts = Split(call.GetValue(hosts)),
                PublicAddress = call.GetValue(address)?.TrimEnd('/'),
                Background = true,
                Mail = mail.Server(call),
                City = city.Settings(call),
                Proxies = Split(call.GetValue(proxies)),
                Timestamps = call.GetValue(timestamps),
                Scanner = DatabaseOptions.ScannerOf(call.GetValue(clamd)),
                MetricsPort = call.GetValue(metrics),
            },
            call.InvocationConfiguration.Output,
            cancel));
        return verb;
    }

    private static async Task<int> RunAsync(FileInfo? data, SiteSettings settings, TextWriter output, CancellationToken cancel)
    {
        if (data is null == settings.Postgres is null) throw new RefusedException(ExitCode.WrongCall, new Finding("J105", "--data", JournalText.NoDatabase));
        if (data is { Exists: false }) throw new RefusedException(ExitCode.WrongCall, new Finding("S003", data.FullName, ServingText.NoData));
        foreach (var proxy in settings.Proxies)
            if (!System.Net.IPAddress.TryParse(proxy, out _)) throw new RefusedException(ExitCode.WrongCall, new Finding("S007", proxy, ServingText.BadProxy));
        foreach (var url in settings.Urls)
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var place) || place.Scheme is not ("http" or "https"))
                throw new RefusedException(ExitCode.WrongCall, new Finding("S004", url, ServingText.BadUrl));
            if (place.IsLoopback) Demo.RefuseBusy(place.Port);
        }

        await using (var db = settings.Postgres is { } server ? PostgresStorage.Open(server) : SqliteStorage.Open(settings.Database)) await PrepareDatabase.RunAsync(db, cancel);
        var site = Site.Build(settings);
        await using (site)
        {
            await Demo.StartAsync(site, new Uri(settings.Urls[0]).Port, cancel);
            foreach (var url in site.Urls) await output.WriteLineAsync(ServingText.Serving(url).Both().AsMemory(), cancel);
            await output.FlushAsync(cancel);
            await site.WaitForShutdownAsync(cancel);
        }

        return ExitCode.Good;
    }

    private static string[] Split(string? list) => (list ?? "").Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
