using System.Buffers.Text;
using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.Core.Questionnaires;
using ParIndex.Testing;

/// <summary>
/// forms: people answer a whole questionnaire over HTTP, each on a token of its own, against the shipped program with full synchronisation; generator,
/// program and database on this machine. Every acknowledged form is looked for afterwards. Processor time is told beside the rate, since a machine that
/// others use stretches the one and not the other.
/// </summary>
internal static class FormsLoad
{
    private const string Code = "bench";
    private const int Units = 127;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var postgres = new Option<bool>("--postgres");
        var nodes = new Option<int>("--nodes") { DefaultValueFactory = _ => 1 };
        var stored = new Option<int[]>("--stored") { AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [0] };
        var seconds = new Option<int>("--seconds") { DefaultValueFactory = _ => 60 };
        var connections = new Option<int>("--connections") { DefaultValueFactory = _ => 64 };
        var goal = new Option<int>("--goal") { DefaultValueFactory = _ => 0 };
        var call = new RootCommand { postgres, nodes, stored, seconds, connections, goal }.Parse(arguments);
        if (call.Errors.Count > 0) throw new ArgumentException(string.Join(' ', call.Errors.Select(error => error.Message)));
        Console.WriteLine("engine,nodes,stored,connections,seconds,accepted,per_second,median_ms,p99_ms,worst_ms,errors,server_cpu_us,generator_cpu_us,database_cpu_us,others_share,possible_per_second_on_this_machine,missing");
        var good = true;
        foreach (var size in call.GetValue(stored)!)
            good &= await OneAsync(call.GetValue(postgres), call.GetValue(nodes), size, call.GetValue(seconds), call.GetValue(connections), call.GetValue(goal));
        return good ? 0 : 1;
    }

    private static async Task<bool> OneAsync(bool onPostgres, int nodes, int stored, int seconds, int connections, int goal)
    {
        var folder = Directory.CreateTempSubdirectory("forms-").FullName;
        using var server = onPostgres ? PostgresProgram.Durable() : null;
        var programs = new List<ShippedProgram>();
        try
        {
            string? connection = null;
            if (server is not null)
            {
                await using var making = PostgresStorage.Open($"{server.Connection};Database=postgres");
                await making.Database.ExecuteSqlRawAsync("CREATE DATABASE bench");
                connection = $"{server.Connection};Database=bench";
            }

            IndexDb Open() => connection is null ? SqliteStorage.Open(Path.Combine(folder, "bench.db")) : PostgresStorage.Open(connection);
            var tokens = await FillAsync(Open, stored, Math.Max(20_000, seconds * 4000));
            for (var node = 0; node < nodes; node++)
            {
                var program = new ShippedProgram(connection is null ? ["--data", Path.Combine(folder, "bench.db")] : ["--postgres", connection, "--files", folder]);
                await program.StartAsync();
                programs.Add(program);
            }

            var body = Body();
            var times = new ConcurrentBag<double>();
            var errors = new ConcurrentBag<string>();
            var next = -1;
            // Three seconds to warm up: code is compiled and the first pages are read.
            var warm = Stopwatch.StartNew();
            var warming = new ConcurrentBag<double>();
            await SendAsync(() => warm.Elapsed.TotalSeconds < 3, warming, errors);
            var (mine, programsBefore, database, machine) = (Own(), Sum(), server?.ProcessorSeconds() ?? 0, Machine());
            var watch = Stopwatch.StartNew();
            await SendAsync(() => watch.Elapsed.TotalSeconds < seconds, times, errors);
            var took = watch.Elapsed.TotalSeconds;
            var (generator, served, data) = (Own() - mine, Sum() - programsBefore, (server?.ProcessorSeconds() ?? 0) - database);
            var (busy, all) = (Machine().Busy - machine.Busy, Machine().All - machine.All);
            var others = Math.Max(0, (busy - generator - served - data) / all);

            await using var db = Open();
            var used = await db.SurveyTokens.CountAsync(row => row.State == TokenState.Used) - stored;
            var waiting = await db.PendingResponses.CountAsync() + await db.Responses.CountAsync() - stored;
            var accepted = times.Count;
            // What the warming stored is there as well; a form whose answer never came may be stored and is not missed.
            var missing = Math.Max(0, accepted + warming.Count - waiting) + Math.Abs(used - waiting);
            var sorted = times.Order().ToArray();
            double At(double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
            var each = (generator + served + data) / Math.Max(1, accepted);
            var possible = Environment.ProcessorCount / each;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(onPostgres ? "postgres" : "sqlite")},{nodes},{stored},{connections},{took:0.0},{accepted},{accepted / took:0},{At(0.5):0.0},{At(0.99):0.0},{At(1):0.0},{errors.Count},{served / accepted * 1e6:0},{generator / accepted * 1e6:0},{data / accepted * 1e6:0},{others:0.00},{possible:0},{missing}"));
            foreach (var error in errors.Distinct().Take(3)) await Console.Error.WriteLineAsync(error);
            // Where others use the machine the rate is not ours to answer for; the processor time is.
            return errors.IsEmpty && missing == 0 && (accepted / took >= goal || (others > 0.1 && possible >= goal));

            async Task SendAsync(Func<bool> going, ConcurrentBag<double> into, ConcurrentBag<string> wrong) => await Task.WhenAll(Enumerable.Range(0, connections).Select(number => Task.Run(async () =>
            {
                using var line = new Line(programs[number % nodes].Address);
                while (going() && Interlocked.Increment(ref next) is var mineNow && mineNow < tokens.Count)
                {
                    var begun = Stopwatch.GetTimestamp();
                    var status = await line.PostAsync($"/api/phieu/{Code}/{tokens[mineNow]}", body);
                    if (status == 201) into.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                    else wrong.Add($"status {status}");
                }
            })));

            double Sum() => programs.Sum(program => program.ProcessorTime.TotalSeconds);
        }
        finally
        {
            foreach (var program in programs) program.Dispose();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Npgsql.NpgsqlConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A campaign with so many sealed responses and as many spent tokens, and tokens to answer with.</summary>
    private static async Task<IReadOnlyList<string>> FillAsync(Func<IndexDb> open, int stored, int tokens)
    {
        await using var db = open();
        await PrepareDatabase.RunAsync(db, default);
        var now = TimeProvider.System.GetUtcNow();
        await new CreateCampaign(db, TimeProvider.System).RunAsync(null, new(1, Code, now.Year, CampaignPurpose.Satisfaction, new("Đo tải", "Load"), new("Đo tải", "Load"),
            File.ReadAllBytes(Repository.Path("questionnaires", "citizen-service.json")), now.AddDays(-1), now.AddDays(10)), default);
        if (stored > 0) await StoreAsync(db, stored, Vietnam(now));
        var texts = await new IssueTokens(db, TimeProvider.System).RunAsync(null, Code, [.. Enumerable.Range(0, tokens).Select(i => new TokenPlace($"dv-{i % Units:000}"))], default);
        return texts;
    }

    private static string Vietnam(DateTimeOffset now) => ParIndex.App.Vietnam.Day(now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Rows made inside the database, of the size that real ones have, in the order in which sealing would leave them: by unit.</summary>
    private static async Task StoreAsync(IndexDb db, int stored, string day)
    {
        var lite = db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);
        await db.Database.OpenConnectionAsync();
        if (lite) await db.Database.ExecuteSqlRawAsync("PRAGMA cache_size = -2000000");
        var bytes = (string name, int length) => lite ? $"randomblob({length})" : length <= 32
            ? $"substring(sha256(('{name}' || i)::bytea) for {length})" : $"sha256(('a{name}' || i)::bytea) || substring(sha256(('b{name}' || i)::bytea) for {length - 32})";
        var numbers = lite ? $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {stored})" : "";
        var from = lite ? "FROM n" : $"FROM generate_series(1, {stored}) AS n(i)";
        var unit = lite ? $"'dv-' || printf('%03d', i % {Units})" : $"'dv-' || lpad((i % {Units})::text, 3, '0')";
        var dayValue = lite ? $"'{day}'" : $"DATE '{day}'";
        var no = lite ? "0" : "FALSE";
        db.Database.SetCommandTimeout(3600);
#pragma warning disable EF1002 // Numbers and names made above.
        await db.Database.ExecuteSqlRawAsync($"""
            INSERT INTO "Responses" ("Campaign", "Unit", "Commitment", "Batch", "Channel", "Day", "Late", "Stratum", "Cluster", "Collector", "Salt", "Answers")
            {numbers} SELECT '{Code}', {unit}, {bytes("c", 32)}, i / 2000, 'Web', {dayValue}, {no}, '', '', '', {bytes("s", 16)}, {bytes("x", 60)} {from} ORDER BY 2, 3
            """);
        await db.Database.ExecuteSqlRawAsync($"""
            INSERT INTO "SurveyTokens" ("Campaign", "Hash", "Unit", "State", "Stratum", "Cluster", "KeyMark", "BodyMark")
            {numbers} SELECT '{Code}', {bytes("h", 16)}, {unit}, 'Used', '', '', {bytes("k", 16)}, {bytes("b", 16)} {from} ORDER BY 2
            """);
#pragma warning restore EF1002
        if (lite) await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        else await db.Database.ExecuteSqlRawAsync("ANALYZE");
        await db.Database.CloseConnectionAsync();
    }

    /// <summary>A whole form: every question on a scale that everybody is asked, and the consent.</summary>
    private static byte[] Body()
    {
        var form = QuestionnaireJson.Read(File.ReadAllBytes(Repository.Path("questionnaires", "citizen-service.json")), "form").Value!;
        var items = form.Questions.OfType<ScaleQuestion>().Where(one => one.When is null).ToList();
        Console.Error.WriteLine($"{items.Count} questions on a scale of {form.Questions.Count}");
        return Encoding.UTF8.GetBytes("{\"answers\":{\"C1\":true," + string.Join(',', items.Select((one, i) => $"\"{one.Code}\":{one.Values(form)[i % one.Values(form).Count]}")) + "}}");
    }

    private static double Own()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime.TotalSeconds;
    }

    /// <summary>Seconds that the processors of the machine were busy, and all there were.</summary>
    private static (double Busy, double All) Machine()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8).Select(field => long.Parse(field, CultureInfo.InvariantCulture) / 100.0).ToArray();
        return (fields.Sum() - fields[3] - fields[4], fields.Sum());
    }

    /// <summary>One connection kept open, with nothing between it and the wire: the generator should cost less than what it measures.</summary>
    private sealed class Line(Uri address) : IDisposable
    {
        private readonly byte[] answer = new byte[16 * 1024];
        private Socket? socket;

        public async Task<int> PostAsync(string path, byte[] body)
        {
            var head = Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nIdempotency-Key: {Guid.NewGuid():n}\r\nContent-Length: {body.Length}\r\n\r\n");
            byte[] request = [.. head, .. body];
            if (socket is null)
            {
                socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(address.Host, address.Port);
            }

            await socket.SendAsync(request);
            var length = 0;
            while (true)
            {
                var read = await socket.ReceiveAsync(answer.AsMemory(length));
                if (read == 0) return 0;
                length += read;
                var got = answer.AsSpan(0, length);
                var end = got.IndexOf("\r\n\r\n"u8);
                if (end < 0) continue;
                var whole = got[..end].IndexOf("Content-Length: "u8) is >= 0 and var at
                    ? Utf8Parser.TryParse(got[(at + 16)..end], out int size, out _) && length >= end + 4 + size : got.EndsWith("0\r\n\r\n"u8);
                if (!whole) continue;
                return Utf8Parser.TryParse(got[9..12], out int status, out _) ? status : 0;
            }
        }

        public void Dispose() => socket?.Dispose();
    }
}
