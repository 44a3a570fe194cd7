using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Cycles;
using ParIndex.App.Heads;
using ParIndex.App.Publication;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Web;

namespace ParIndex.Cli.Verbs;

/// <summary>demo: computes the sample city into SQLite and serves the portal on this machine alone.</summary>
internal static class Demo
{
    private const int UsualPort = 5080;
    private const string Sample = "cycles/hai-phong-2021";

    public static Command Verb()
    {
        var port = new Option<int>("--port")
        {
            Description = ServingText.Port(UsualPort).Both(),
            DefaultValueFactory = _ => UsualPort,
        };
        port.Validators.Add(result =>
        {
            // A text that is no number is the library's to report.
            if (result.Tokens is [var given] && int.TryParse(given.Value, CultureInfo.InvariantCulture, out var number) && number is < 1 or > 65535)
                result.AddError(ServingText.BadPort.Both());
        });
        var verb = new Command("demo", ServingText.Demo.Both()) { port };
        verb.SetAction((call, cancel) => RunAsync(call.GetValue(port), call.InvocationConfiguration.Output, cancel));
        return verb;
    }

    private static async Task<int> RunAsync(int port, TextWriter output, CancellationToken cancel)
    {
        RefuseBusy(port);
        var folder = Path.Combine(Home(), "var", "demo");
        Directory.CreateDirectory(folder);
        // Each port its own file: a second demonstration leaves the first one's pages alone.
        var name = string.Create(CultureInfo.InvariantCulture, $"demo-{port}.db");
        var database = Path.Combine(folder, name);
        // The sample is made anew at every start: a database of an older version of the program is no use to a demonstration.
        foreach (var old in Directory.GetFiles(folder, name + "*")) File.Delete(old);
        foreach (var old in Directory.GetDirectories(folder, name + "*")) Directory.Delete(old, recursive: true);

        await output.WriteLineAsync(ServingText.Computing.Both().AsMemory(), cancel);
        var watch = Stopwatch.StartNew();
        await using (var db = SqliteStorage.Open(database))
        {
            await PrepareDatabase.RunAsync(db, cancel);
            var published = await new PublishFolder(db, TimeProvider.System).RunAsync(Path.Combine(Home(), Sample), Compute.Engine, cancel);
            if (published.Release is null)
                throw new RefusedException(ExitCode.Findings, [.. published.Findings.Where(finding => finding.Severity == Severity.Error)]);
            await new MakeDemoPeople(db, TimeProvider.System).RunAsync(DemoPeople.All, cancel);
            var imported = await new ImportCycle(db, TimeProvider.System).RunAsync(Path.Combine(Home(), Sample), CycleState.Published, cancel);
            await new OpenFollowUps(db, TimeProvider.System).RunAsync(imported.Cycle!.Value, cancel);
            await new MakeDemoClassification(db, TimeProvider.System).RunAsync(imported.Cycle!.Value, Compute.Engine, cancel);
            await new MakeDemoCycle(db, TimeProvider.System).RunAsync(imported.Cycle!.Value, cancel);
        }

        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var site = Site.Build(new() { Database = database, Urls = [address], Hosts = ["127.0.0.1", "localhost"], Demo = true, Background = true });
        await using (site)
        {
            await StartAsync(site, port, cancel);
            await output.WriteLineAsync(ServingText.Ready(address, watch.Elapsed.TotalSeconds).Both().AsMemory(), cancel);
            await output.FlushAsync(cancel);
            await site.WaitForShutdownAsync(cancel);
        }

        return ExitCode.Good;
    }

    /// <summary>Starts listening; a port that somebody took since it was looked at is refused like one that was taken before.</summary>
    internal static async Task StartAsync(IHost site, int port, CancellationToken cancel)
    {
        try
        {
            await site.StartAsync(cancel);
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw Busy(port);
        }
    }

    internal static void RefuseBusy(int port)
    {
        try
        {
            using var trial = new TcpListener(IPAddress.Loopback, port);
            trial.Start();
        }
        catch (SocketException)
        {
            throw Busy(port);
        }
    }

    private static RefusedException Busy(int port) => new(
        ExitCode.Findings, new Finding("S001", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"), ServingText.PortBusy(port)));

    /// <summary>Where the sample lies: the repository, found upwards from the program and then from the caller's folder.</summary>
    private static string Home()
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, Sample, "cycle.json"))) return folder.FullName;
        throw new RefusedException(ExitCode.WrongCall, new Finding("S002", Sample, ServingText.NoSample));
    }
}
