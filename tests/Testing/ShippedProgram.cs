using System.Diagnostics;
using System.Globalization;

namespace ParIndex.Testing;

/// <summary>The program as it is shipped, serving in a process of its own: it can be killed at any moment and started again.</summary>
public sealed class ShippedProgram(params string[] arguments) : IDisposable
{
    // Built in the same way as whoever runs it.
    private static readonly string Configuration = AppContext.BaseDirectory.Contains("/Debug/", StringComparison.Ordinal) ? "Debug" : "Release";

    private readonly int port = PostgresProgram.FreePort();
    private Process? process;
    private TimeSpan before;

    /// <summary>Where it listens.</summary>
    public Uri Address => new($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Time from the last start until it answered.</summary>
    public TimeSpan StartTook { get; private set; }

    /// <summary>Processor time from the last start until it answered, which a busy machine does not stretch.</summary>
    public TimeSpan StartCost { get; private set; }

    /// <summary>Processor time of this run and the runs before it.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process!.Refresh();
            return before + process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it and waits until it answers that it is well.</summary>
    public async Task StartAsync()
    {
        var program = Repository.Path("src", "Cli", "bin", Configuration, "net10.0", "ParIndex.Cli");
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, "serve", .. arguments, "--urls", Address.GetLeftPart(UriPartial.Authority)]);
        start.Environment["PARINDEX_HOME"] = Repository.Root;
        var clock = Stopwatch.StartNew();
        process = Process.Start(start)!;
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(10) };
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException($"The program ended with {process.ExitCode}.");
            try
            {
                using var well = await client.GetAsync(new Uri("/suc-khoe", UriKind.Relative));
                if (well.IsSuccessStatusCode) break;
            }
            catch (Exception notYet) when (notYet is HttpRequestException or OperationCanceledException)
            {
                if (clock.Elapsed > TimeSpan.FromMinutes(3)) throw;
            }

            await Task.Delay(20);
        }

        process.Refresh();
        (StartTook, StartCost) = (clock.Elapsed, process.TotalProcessorTime);
    }

    /// <summary>SIGKILL: nothing is finished, nothing is closed.</summary>
    public void Kill()
    {
        process!.Refresh();
        before += process.TotalProcessorTime;
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (process is { HasExited: false }) Kill();
    }
}
