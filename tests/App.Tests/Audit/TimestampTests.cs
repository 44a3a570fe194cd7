using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Audit;

/// <summary>Checkpoints are stamped by a real time-stamping authority of RFC 3161: openssl's, started here on loopback.</summary>
public sealed class TimestampTests : IDisposable
{
    private readonly Authority authority = new();

    public void Dispose() => authority.Dispose();

    [Theory, BothEngines]
    public async Task A_checkpoint_carries_a_token_that_openssl_verifies_and_another_token_is_noticed(Engine engine)
    {
        using var story = new JournalStory(engine);
        await story.ScoreAsync(5);
        await SignAsync(story, authority.Address);
        byte[] token, signature;
        await using (var db = story.Database.Open())
        {
            var row = await db.Checkpoints.SingleAsync(Cancel);
            (token, signature) = (row.Timestamp!, row.Signature);
        }

        // Beside the database too, and openssl alone says that it is over this very signature, by this authority.
        var kept = Path.Combine(story.Audit.Path, "checkpoints", "000001");
        Assert.Equal(token, await File.ReadAllBytesAsync(kept + ".tsr", Cancel));
        Assert.Equal(0, authority.Verify(kept + ".tsr", kept + ".cms"));
        Assert.True((await story.VerifyAsync()).Good);

        // A token over something else, as a forger would take from elsewhere.
        await story.ScoreAsync(1);
        await SignAsync(story, authority.Address);
        await story.TamperAsync("UPDATE \"Checkpoints\" SET \"Timestamp\" = (SELECT \"Timestamp\" FROM \"Checkpoints\" WHERE \"Number\" = 2) WHERE \"Number\" = 1");
        var verdict = await story.VerifyAsync();
        Assert.False(verdict.Good);
        Assert.Contains(verdict.Findings, finding => finding.Message.En.Contains("time stamp", StringComparison.Ordinal));
        Assert.NotEqual(0, authority.Verify(kept + ".tsr", Path.Combine(story.Audit.Path, "checkpoints", "000002.cms")));
        Assert.NotEmpty(signature);
    }

    [Theory, BothEngines]
    public async Task A_checkpoint_does_not_wait_for_an_authority_that_is_away_or_answers_nonsense(Engine engine)
    {
        using var story = new JournalStory(engine);
        await story.ScoreAsync(3);
        foreach (var address in new[] { new Uri("http://127.0.0.1:9/"), new Uri(authority.Address, "nonsense"), new Uri(authority.Address, "other") })
        {
            await SignAsync(story, address);
            await using var db = story.Database.Open();
            Assert.Null((await db.Checkpoints.OrderByDescending(row => row.Number).FirstAsync(Cancel)).Timestamp);
        }

        Assert.True((await story.VerifyAsync()).Good);
    }

    private static async Task SignAsync(JournalStory story, Uri address)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        await using var db = story.Database.Open();
        Assert.NotNull(await new WriteCheckpoint(db, story.Audit, story.Clock, new TimestampAuthority(http, address)).RunAsync(CheckpointOccasion.Asked, Cancel));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>openssl ts behind a small HTTP server.</summary>
    private sealed class Authority : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("parindex-tsa-").FullName;
        private readonly HttpListener listener = new();

        public Authority()
        {
            File.WriteAllText(At("tsa.cnf"), $"""
                [tsa]
                default_tsa = city
                [city]
                dir = {folder}
                serial = {At("serial")}
                signer_cert = {At("tsa.pem")}
                certs = {At("ca.pem")}
                signer_key = {At("tsa.key")}
                signer_digest = sha256
                default_policy = 1.2.3.4.1
                digests = sha256
                accuracy = secs:1
                [stamps]
                extendedKeyUsage = critical,timeStamping
                """);
            File.WriteAllText(At("serial"), "01\n");
            Run(0, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", At("ca.key"), "-out", At("ca.pem"), "-days", "3650", "-subj", "/CN=Gốc minh họa", "-utf8");
            Run(0, "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", At("tsa.key"), "-out", At("tsa.csr"), "-subj", "/CN=Time stamps");
            Run(0, "x509", "-req", "-in", At("tsa.csr"), "-CA", At("ca.pem"), "-CAkey", At("ca.key"), "-CAcreateserial", "-days", "3650", "-extfile", At("tsa.cnf"), "-extensions", "stamps", "-out", At("tsa.pem"));
            int port;
            using (var free = new TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                port = ((IPEndPoint)free.LocalEndpoint).Port;
            }

            Address = new($"http://127.0.0.1:{port}/");
            listener.Prefixes.Add(Address.ToString());
            listener.Start();
            _ = Task.Run(ServeAsync);
        }

        public Uri Address { get; }

        /// <summary>Exit code of openssl, which is asked whether the token is over the file.</summary>
        public int Verify(string token, string file) => Run(null, "ts", "-verify", "-in", token, "-token_in", "-data", file, "-CAfile", At("ca.pem"), "-untrusted", At("tsa.pem"));

        public void Dispose()
        {
            listener.Close();
            Directory.Delete(folder, recursive: true);
        }

        private string At(string name) => Path.Combine(folder, name);

        private async Task ServeAsync()
        {
            for (var number = 0; ; number++)
            {
                HttpListenerContext context;
                try
                {
                    context = await listener.GetContextAsync();
                }
                catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }

                var (query, reply) = (At($"{number}.tsq"), At($"{number}.tsr"));
                await using (var file = File.Create(query)) await context.Request.InputStream.CopyToAsync(file);
                if (context.Request.Url!.AbsolutePath == "/other") Run(0, "ts", "-query", "-data", At("serial"), "-sha256", "-cert", "-out", query);
                var answer = "no time stamp"u8.ToArray();
                if (context.Request.Url.AbsolutePath != "/nonsense" && context.Request.ContentType == "application/timestamp-query")
                {
                    Run(0, "ts", "-reply", "-config", At("tsa.cnf"), "-queryfile", query, "-out", reply);
                    answer = await File.ReadAllBytesAsync(reply);
                }

                context.Response.ContentType = "application/timestamp-reply";
                await context.Response.OutputStream.WriteAsync(answer);
                context.Response.Close();
            }
        }

        private static int Run(int? expected, params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (expected is { } code && process.ExitCode != code) throw new InvalidOperationException($"openssl {string.Join(' ', arguments)}: {error}{output.Result}");
            return process.ExitCode;
        }
    }
}
