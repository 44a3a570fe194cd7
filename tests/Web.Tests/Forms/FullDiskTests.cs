using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Campaigns;
using ParIndex.App.Tests;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Forms;

/// <summary>H-39 and G-17: forms arrive while the disk of the database runs full, and later has room again.</summary>
public class FullDiskTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task H39_a_full_disk_refuses_loses_nothing_acknowledged_and_goes_on_by_itself(Engine engine)
    {
        using var disk = new SmallDisk(engine == Engine.Sqlite ? 16 : 96);
        using var server = engine == Engine.Postgres ? PostgresProgram.Small(disk.Folder) : null;
        await using var campaign = await Campaign.OpenAsync(new Database(engine, server, engine == Engine.Sqlite ? disk.Folder : null), 6000);
        disk.Leave(megabytes: 8);
        var (acknowledged, next) = (new List<string>(), 0);
        Assert.All(await ManyAsync(40), status => Assert.Equal(201, status));

        // Something else on the machine eats what is left.
        disk.Leave(megabytes: 0);
        var statuses = new List<int>();
        while (statuses.Count < 4800 && statuses.Count(status => status == 503) < 120) statuses.AddRange(await ManyAsync(40));
        Assert.Contains(503, statuses);
        Assert.All(statuses, status => Assert.Contains(status, (int[])[201, 503]));
        using (var refused = await campaign.Client.SendAsync(Campaign.Post(campaign.Tokens[^1], Campaign.Body(), Campaign.NewKey()), Cancel))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        if (engine == Engine.Sqlite)
        {
            using var page = await campaign.Client.GetAsync(new Uri($"/phieu/{Campaign.Code}/{campaign.Tokens[^1]}", UriKind.Relative), Cancel);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }

        disk.Free();
        // A server whose log had no room left has stopped itself: the service manager starts it again, as docs/running.md says.
        server?.StartIfStopped();
        var back = Stopwatch.StartNew();
        var status = 0;
        while (status != 201 && back.Elapsed < TimeSpan.FromSeconds(60))
        {
            status = Assert.Single(await ManyAsync(1));
            if (status != 201) await Task.Delay(200, Cancel);
        }

        Assert.Equal(201, status);
        Assert.True(back.Elapsed < TimeSpan.FromSeconds(30), $"{back.Elapsed.TotalSeconds:0} s until forms were taken again");
        Assert.All(await ManyAsync(40), one => Assert.Equal(201, one));

        await using var db = campaign.Open();
        var stored = (await db.PendingResponses.Select(row => row.Commitment).ToListAsync(Cancel)).Select(row => SurveyToken.Receipt(row)).ToHashSet(StringComparer.Ordinal);
        Assert.All(acknowledged, receipt => Assert.Contains(receipt, stored));
        // A form whose commit failed may not be there, or be there without its sender knowing; each token has at most one.
        var balance = await campaign.BalanceAsync();
        Assert.True(balance.Balanced);
        Assert.Equal(balance.Used, stored.Count);

        async Task<int[]> ManyAsync(int count)
        {
            var answers = await Task.WhenAll(Enumerable.Range(next, count).Select(i => campaign.SendAsync(campaign.Tokens[i], Campaign.Body(1 + (i % 5)))));
            next += count;
            acknowledged.AddRange(answers.Where(answer => answer.Status == 201).Select(answer => JsonDocument.Parse(answer.Body).RootElement.GetProperty("receipt").GetString()!));
            return [.. answers.Select(answer => answer.Status)];
        }
    }
}

/// <summary>A small file system of its own in memory, mounted for a test; needs the right to mount.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string eaten;

    public SmallDisk(int megabytes)
    {
        Folder = Directory.CreateTempSubdirectory("parindex-disk-").FullName;
        eaten = Path.Combine(Folder, "eaten");
        if (Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=0777", "tmpfs", Folder) != 0)
        {
            Directory.Delete(Folder);
            Assert.Skip("Mounting a small disk needs root / gắn đĩa nhỏ cần quyền root");
        }
    }

    public string Folder { get; }

    /// <summary>Fills the disk until so much is left.</summary>
    public void Leave(int megabytes)
    {
        using var file = new FileStream(eaten, FileMode.Append);
        var block = new byte[4096];
        try
        {
            while (new DriveInfo(Folder).AvailableFreeSpace > megabytes * 1024L * 1024)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // Full to the last block.
        }
    }

    public void Free() => File.Delete(eaten);

    public void Dispose()
    {
        for (var tries = 0; Run("umount", Folder) != 0 && tries < 20; tries++) Thread.Sleep(250);
        Directory.Delete(Folder);
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
