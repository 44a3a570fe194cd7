using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ParIndex.Testing;

/// <summary>A real mail server on loopback (Debian's python3-aiosmtpd): what it took lies in a folder, one file each.</summary>
public sealed class LocalMail : IDisposable
{
    private readonly Process process;

    public LocalMail()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        process = Process.Start(new ProcessStartInfo("/usr/bin/python3",
            [Repository.Path("tests", "Testing", "MailServerForTests.py"), Port.ToString(System.Globalization.CultureInfo.InvariantCulture), Folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        if (process.StandardOutput.ReadLine() != "ready") throw new InvalidOperationException("The mail server is missing: apt-get install python3-aiosmtpd.");
    }

    public int Port { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("parindex-mail-").FullName;

    /// <summary>Messages taken so far, in order.</summary>
    public IReadOnlyList<string> Messages => [.. Directory.GetFiles(Folder, "*.eml").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    /// <inheritdoc />
    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(2000)) process.Kill();
        process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
