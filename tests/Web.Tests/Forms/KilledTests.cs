using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Tests;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Forms;

/// <summary>G-01 and the surveys of H-38: the shipped program is killed again and again while fifty people send forms.</summary>
public class KilledTests
{
    private const int Clients = 50;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Five kills; fifty in <c>./check --full</c>, where PostgreSQL itself is killed ten times as well.</summary>
    [Theory, BothEngines]
    public async Task G01_no_acknowledged_form_is_lost_or_doubled_however_often_the_program_is_killed(Engine engine)
    {
        var (kills, least, most, tokens) = Repository.FullRun ? (50, 800, 10_000, 300_000) : (5, 400, 1_500, 20_000);
        using var server = engine == Engine.Postgres ? PostgresProgram.Durable() : null;
        using var database = new Database(engine, server);
        var issued = await PrepareAsync(database, tokens);
        using var program = new ShippedProgram(engine == Engine.Sqlite ? ["--data", database.Path] : ["--postgres", database.Connection!, "--files", database.Folder]);
        await program.StartAsync();

        var acknowledged = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var (next, stop) = (-1, false);
        var wrong = new ConcurrentBag<string>();
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients, ConnectTimeout = TimeSpan.FromSeconds(2) }) { BaseAddress = program.Address, Timeout = TimeSpan.FromSeconds(15) };
        var people = Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            while (!Volatile.Read(ref stop) && Interlocked.Increment(ref next) is var mine && mine < issued.Count)
                acknowledged[issued[mine]] = await UntilAcknowledgedAsync(client, issued[mine], wrong);
        }, Cancel)).ToList();

        var enough = Repository.FullRun ? 20_000 : 500;
        var random = new Random(38);
        var starts = new List<(TimeSpan Took, TimeSpan Cost)>();
        for (var kill = 1; kill <= kills; kill++)
        {
            // On a busy machine each life of the program is as long as its share of forms takes, and then the moment is random as ever.
            for (var waited = 0; waited < 300 && acknowledged.Count < kill * enough / kills; waited++) await Task.Delay(100, Cancel);
            await Task.Delay(random.Next(least, most), Cancel);
            program.Kill();
            // The database in the midst of the run as well: of the program's five kills one, in the full run of fifty ten.
            if (kill % 5 == 3 && server is not null)
            {
                server.Kill();
                server.Start();
            }

            await program.StartAsync();
            starts.Add((program.StartTook, program.StartCost));
        }

        await Task.Delay(least, Cancel);
        Volatile.Write(ref stop, true);
        await Task.WhenAll(people);
        program.Kill();
        TestContext.Current.SendDiagnosticMessage($"{engine}: {kills} kills, {acknowledged.Count} acknowledged, starts took {starts.Max(one => one.Took.TotalSeconds):0.0} s at most, {starts.Max(one => one.Cost.TotalSeconds):0.0} s of the processor");

        Assert.Empty(wrong);
        Assert.True(acknowledged.Count >= enough, $"only {acknowledged.Count} acknowledged");
        // Ready again within five seconds; of the processor's time, since other tests may run beside, and cost each other caches.
        Assert.All(starts, one => Assert.InRange(one.Cost.TotalSeconds, 0, Repository.FullRun ? 5 : 10));
        // The database was killed as well: connections kept from before lead nowhere.
        Npgsql.NpgsqlConnection.ClearAllPools();
        await using var db = database.Open();
        var stored = (await db.PendingResponses.Select(row => row.Commitment).ToListAsync(Cancel)).Concat(await db.Responses.Select(row => row.Commitment).ToListAsync(Cancel))
            .Select(commitment => SurveyToken.Receipt(commitment)).ToList();
        Assert.Equal(stored.Count, stored.Distinct(StringComparer.Ordinal).Count());
        // Everybody sent again until it was acknowledged: what is stored and what is acknowledged are the same, once each.
        Assert.Equal(acknowledged.Values.Order(StringComparer.Ordinal), stored.Order(StringComparer.Ordinal));
        Assert.True(Assert.Single(await new Reconcile(db).RunAsync(Campaign.Code, Cancel)).Balanced);
        await SealedAndWhole(database, engine, stored.Count);
    }

    /// <summary>After sealing every response is in exactly one batch that the journal tells of, and everything is whole.</summary>
    private static async Task SealedAndWhole(Database database, Engine engine, int stored)
    {
        await using var db = database.Open();
        var after = new StandingClock(TimeProvider.System.GetUtcNow().AddDays(12));
        await new SealResponses(db, after).RunAsync(Cancel);
        Assert.Equal(0, await db.PendingResponses.CountAsync(Cancel));
        Assert.Equal(stored, await db.Responses.CountAsync(Cancel));
        var batches = (await db.Responses.Select(row => new { row.Batch, row.Commitment }).ToListAsync(Cancel)).ToLookup(row => row.Batch, row => Convert.ToHexStringLower(row.Commitment));
        var seals = await db.Seals.ToListAsync(Cancel);
        Assert.Equal(seals.Select(seal => seal.Batch).Order(), batches.Select(batch => batch.Key).Order());
        Assert.All(seals, seal => Assert.Equal(seal.ListSha256, Convert.ToHexStringLower(SHA256.HashData(
            System.Text.Encoding.ASCII.GetBytes(string.Concat(batches[seal.Batch].Order(StringComparer.Ordinal).Select(one => one + "\n")))))));
        Assert.Equal(seals.Count, await db.JournalLines.CountAsync(line => line.Act == "sealed", Cancel));
        var audit = database.Path.Length > 0 ? AuditFolder.Beside(database.Path) : new AuditFolder(Path.Combine(database.Folder, "audit"));
        var verdict = VerifyJournal.Run(await JournalCopy.ReadAsync(db, audit, Cancel));
        Assert.True(verdict.Good, string.Join('\n', verdict.Findings.Select(finding => finding.Message.En)));
        if (engine == Engine.Sqlite) Assert.Equal("ok", (await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync(Cancel)).Single());
    }

    private static async Task<string> UntilAcknowledgedAsync(HttpClient client, string token, ConcurrentBag<string> wrong)
    {
        var (key, body) = (Campaign.NewKey(), Campaign.Body(1 + (token[0] % 5)));
        while (true)
        {
            try
            {
                using var request = Campaign.Post(token, body, key);
                using var answer = await client.SendAsync(request, Cancel);
                var text = await answer.Content.ReadAsStringAsync(Cancel);
                if (answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK) return JsonDocument.Parse(text).RootElement.GetProperty("receipt").GetString()!;
                if (answer.StatusCode != HttpStatusCode.ServiceUnavailable) wrong.Add($"{answer.StatusCode} {text}");
            }
            catch (Exception cut) when (cut is HttpRequestException or TaskCanceledException or IOException)
            {
                // Killed meanwhile: nobody knows whether it was stored, so the same is sent again.
            }

            await Task.Delay(30, Cancel);
        }
    }

    private static async Task<IReadOnlyList<string>> PrepareAsync(Database database, int tokens)
    {
        await using var db = database.Open();
        var now = TimeProvider.System.GetUtcNow();
        await new CreateCampaign(db, TimeProvider.System).RunAsync(null, new(1, Campaign.Code, now.Year, CampaignPurpose.Satisfaction, new("Khảo sát thử", "Test survey"), new("Sở Nội vụ", "Home Affairs"),
            File.ReadAllBytes(Repository.Path("questionnaires", "citizen-service.json")), now.AddDays(-1), now.AddDays(10)), Cancel);
        return await new IssueTokens(db, TimeProvider.System).RunAsync(null, Campaign.Code, [.. Enumerable.Repeat(new TokenPlace("NQ"), tokens)], Cancel);
    }
}
