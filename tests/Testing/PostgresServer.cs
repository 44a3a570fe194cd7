using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ParIndex.Testing;

/// <summary>
/// A PostgreSQL server of our own from the packages of the system: on loopback, in a folder of its own, started once for a test program
/// and gone with it. <c>PARINDEX_TEST_POSTGRES</c> names another server to use instead.
/// </summary>
public static class PostgresServer
{
    private static readonly Lazy<string> Running = new(Start);

    /// <summary>Connection string without a database.</summary>
    public static string Connection => Running.Value;

    private static string Start()
    {
        if (Environment.GetEnvironmentVariable("PARINDEX_TEST_POSTGRES") is { Length: > 0 } given) return given;
        var programs = Programs();
        var folder = Directory.CreateTempSubdirectory("parindex-postgres-").FullName;
        var port = FreePort();
        // The server refuses to run as root: then as the user the package made.
        var asRoot = Environment.UserName == "root";
        if (asRoot) Run("chown", "postgres", folder);
        var data = Path.Combine(folder, "data");
        As(asRoot, Path.Combine(programs, "initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        // What tests write need not survive the machine; everything else is as shipped.
        As(asRoot, Path.Combine(programs, "pg_ctl"), "-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o",
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c max_connections=200", "start");
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            try
            {
                As(asRoot, Path.Combine(programs, "pg_ctl"), "-D", data, "-m", "immediate", "stop");
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception trouble) when (trouble is IOException or InvalidOperationException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine(trouble.Message);
            }
        };
        return $"Host=127.0.0.1;Port={port};Username=postgres";
    }

    private static string Programs()
    {
        const string packages = "/usr/lib/postgresql";
        var newest = Directory.Exists(packages)
            ? Directory.GetDirectories(packages).Select(folder => Path.Combine(folder, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb")))
                .OrderByDescending(bin => bin, StringComparer.Ordinal).FirstOrDefault()
            : null;
        return newest ?? throw new InvalidOperationException("PostgreSQL is missing: apt-get install postgresql-15, or name a server in PARINDEX_TEST_POSTGRES.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void As(bool asRoot, string program, params string[] arguments)
    {
        if (asRoot) Run("runuser", ["-u", "postgres", "--", program, .. arguments]);
        else Run(program, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        // No pipes: the server would keep them open after pg_ctl has gone.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: exit {process.ExitCode}");
    }
}
