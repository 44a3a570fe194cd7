using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ParIndex.Cli.Tests.Verbs;

public class ServingTests
{
    [Fact]
    public void A_port_in_use_is_refused_before_anything_is_computed()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var call = Call.Of("demo", "--port", port);

        Assert.Equal((1, ""), (call.ExitCode, call.Output));
        Assert.StartsWith($"127.0.0.1:{port}: S001 Cổng {port} đang được chương trình khác dùng.", call.Error, StringComparison.Ordinal);
        Assert.Contains($"Port {port} is in use by another program.", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Serving_on_a_port_in_use_is_refused_alike()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        var data = Path.GetTempFileName();
        try
        {
            var call = Call.Of("serve", "--data", data, "--urls", $"http://127.0.0.1:{port}");
            Assert.Equal((1, ""), (call.ExitCode, call.Output));
            Assert.StartsWith($"127.0.0.1:{port}: S001 ", call.Error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(data);
        }
    }
}
