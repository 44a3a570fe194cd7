using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ParIndex.Testing;

/// <summary>A PostgreSQL server in a folder of its own on loopback, which can be killed as a power cut or an operator would and started again.</summary>
public sealed class PostgresProgram : IDisposable
{
    // The server refuses to run as root: then as the user the package made.
    private static readonly bool AsRoot = Environment.UserName == "root";

    private readonly string programs = Programs();
    private readonly string folder;
    private readonly bool made;
    private readonly int port = FreePort();
    private readonly string settings;

    private PostgresProgram(string? within, string settings, string initial)
    {
        folder = within ?? Directory.CreateTempSubdirectory("parindex-postgres-").FullName;
        made = within is null;
        this.settings = settings;
        if (AsRoot) Run("chown", "postgres", folder);
        As([Path.Combine(programs, "initdb"), "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync", .. initial.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Start();
    }

    /// <summary>Connection string without a database.</summary>
    public string Connection => $"Host=127.0.0.1;Port={port};Username=postgres";

    private string Data => Path.Combine(folder, "data");

    /// <summary>A server for tests: what they write need not survive the machine; everything else is as shipped.</summary>
    public static PostgresProgram ForTests() => new(null, "-c fsync=off -c max_connections=200", "");

    /// <summary>A server with every safety on, for load and for kills.</summary>
    public static PostgresProgram Durable() => new(null, "-c max_connections=200", "");

    /// <summary>A durable server inside a given folder, with a log in small pieces so that little room is enough.</summary>
    public static PostgresProgram Small(string within) => new(within, "-c max_connections=30 -c shared_buffers=16MB -c max_wal_size=4MB -c min_wal_size=2MB", "--wal-segsize=1");

    /// <summary>Starts it, perhaps again; comes back when it answers.</summary>
    public void Start()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                As(Path.Combine(programs, "pg_ctl"), "-D", Data, "-w", "-t", "120", "-l", Path.Combine(folder, "log"), "-o",
                    $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} {settings}", "start");
                return;
            }
            catch (InvalidOperationException) when (tries < 20)
            {
                // After a kill its last children may still hold the shared memory for a moment.
                Thread.Sleep(500);
            }
        }
    }

    /// <summary>Starts it where it has stopped itself, as a service manager does.</summary>
    public void StartIfStopped()
    {
        if (Status() != 0) Start();

        int Status()
        {
            using var asked = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", .. AsRoot ? (string[])["runuser", "-u", "postgres", "--"] : [], Path.Combine(programs, "pg_ctl"), "-D", Data, "status"]) { WorkingDirectory = "/" })!;
            asked.WaitForExit();
            return asked.ExitCode;
        }
    }

    /// <summary>SIGKILL to the server; what it had in memory is gone, its children go by themselves.</summary>
    public void Kill()
    {
        using var server = Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture));
        server.Kill();
        server.WaitForExit();
    }

    /// <summary>Processor time of the server and its children so far, in seconds.</summary>
    public double ProcessorSeconds()
    {
        var first = File.ReadLines(Path.Combine(Data, "postmaster.pid")).First();
        // /proc/PID/stat: fields 14 to 17 are the time of a process and of its children that have ended, in hundredths.
        return Directory.GetDirectories("/proc").Where(entry => char.IsAsciiDigit(Path.GetFileName(entry)[0])).Sum(entry =>
        {
            try
            {
                var fields = File.ReadAllText(Path.Combine(entry, "stat")).Split(") ")[^1].Split(' ');
                var mine = Path.GetFileName(entry) == first || fields[1] == first;
                return mine ? fields[11..(Path.GetFileName(entry) == first ? 15 : 13)].Sum(field => long.Parse(field, System.Globalization.CultureInfo.InvariantCulture)) / 100.0 : 0;
            }
            catch (IOException)
            {
                return 0; // It ended meanwhile.
            }
        });
    }

    /// <inheritdoc />
    public void Dispose()
    {
        try
        {
            As(Path.Combine(programs, "pg_ctl"), "-D", Data, "-m", "immediate", "stop");
            if (made) Directory.Delete(folder, recursive: true);
        }
        catch (Exception trouble) when (trouble is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(trouble.Message);
        }
    }

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
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

    private static void As(params string[] words)
    {
        if (AsRoot) Run("runuser", ["-u", "postgres", "--", .. words]);
        else Run(words[0], words[1..]);
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
