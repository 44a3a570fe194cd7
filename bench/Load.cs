using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.Publication;
using ParIndex.App.Storage;
using ParIndex.Web;

/// <summary>
/// Officers at work over HTTP on the embedded default, generator and server on one machine: 40 % saves of a leaf with its history, 60 % reads; then the
/// pages a unit and an appraiser open most. Between two leaves an officer takes 0 to 10 seconds, which is far less than anybody needs.
/// </summary>
internal static partial class Load
{
    public static async Task RunAsync(int officers, int seconds, string sample)
    {
        var folder = Directory.CreateTempSubdirectory("load-").FullName;
        var database = Path.Combine(folder, "load.db");
        string code;
        List<string> units;
        await using (var db = SqliteStorage.Open(database))
        {
            await PrepareDatabase.RunAsync(db, default);
            await new PublishFolder(db, TimeProvider.System).RunAsync(sample, "bench", default);
            var imported = await new ImportCycle(db, TimeProvider.System).RunAsync(sample, CycleState.Published, default);
            var id = imported.Cycle!.Value;
            units = await db.CycleUnits.Where(row => row.Cycle == id).OrderBy(row => row.Order).Select(row => row.Unit).ToListAsync();
            List<DemoPerson> people = [.. DemoPeople.All, .. Enumerable.Range(0, officers).Select(i => new DemoPerson($"o{i:000}", $"Cán bộ {i:000}", "Đo tải", Role.UnitOfficer, Unit: units[i % units.Count]))];
            await new MakeDemoPeople(db, TimeProvider.System).RunAsync(people, default);
            code = await new MakeDemoCycle(db, TimeProvider.System).RunAsync(id, default);
            // What was handed in is open again, so that everybody has leaves to save.
            await db.Database.ExecuteSqlRawAsync("UPDATE Entries SET State = 'Entering'");
        }

        await using var site = Site.Build(new() { Database = database, Urls = ["http://127.0.0.1:0"], Hosts = ["127.0.0.1"], Demo = true, SignInBurst = 100_000 });
        await site.StartAsync();
        var address = new Uri(site.Urls.First());
        var (saves, reads, errors) = (new ConcurrentBag<double>(), new ConcurrentBag<double>(), new ConcurrentBag<string>());
        var clients = new List<Officer>();
        for (var i = 0; i < officers; i++) clients.Add(await Officer.SignInAsync(address, $"Cán bộ {i:000}", code, i));
        Console.WriteLine($"{officers} officers signed in");
        var until = Stopwatch.StartNew();
        await Task.WhenAll(clients.Select(officer => Task.Run(() => officer.WorkAsync(until, seconds, saves, reads, errors))));
        Say("save", saves, 0.99, 300);
        Say("read", reads);
        Console.WriteLine($"errors: {errors.Count} {errors.FirstOrDefault()}");
        if (!errors.IsEmpty) Environment.ExitCode = 1;

        var unit = await PagesAsync(clients[0], $"/noi-bo/cham/{code}", 100);
        Say("unit page of all leaves", unit, 0.95, 150);
        var appraiser = await Officer.SignInAsync(address, "Chuyên viên thẩm định, Sở Nội vụ", code, 0);
        Say("appraiser's sheet", await PagesAsync(appraiser, $"/noi-bo/tham-dinh/{code}/bang/1.1.1", 100), 0.95, 500);
        Say("appraiser's queue", await PagesAsync(appraiser, $"/noi-bo/tham-dinh/{code}", 100));
        await site.StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<ConcurrentBag<double>> PagesAsync(Officer officer, string path, int times)
    {
        var taken = new ConcurrentBag<double>();
        for (var i = -5; i < times; i++)
        {
            var clock = Stopwatch.StartNew();
            (await officer.Client.GetAsync(path)).EnsureSuccessStatusCode();
            if (i >= 0) taken.Add(clock.Elapsed.TotalMilliseconds);
        }

        return taken;
    }

    /// <summary>Prints the figures; one that misses its goal makes the whole run fail.</summary>
    private static void Say(string what, ConcurrentBag<double> taken, double share = 0, double most = double.PositiveInfinity)
    {
        var sorted = taken.Order().ToArray();
        if (sorted.Length == 0) return;
        double At(double part) => sorted[Math.Min(sorted.Length - 1, (int)(part * sorted.Length))];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {sorted.Length}, median {At(0.5):0.0} ms, p95 {At(0.95):0.0} ms, p99 {At(0.99):0.0} ms, worst {sorted[^1]:0.0} ms")
            + (double.IsFinite(most) ? string.Create(CultureInfo.InvariantCulture, $"; goal p{share * 100:0} {most:0} ms: {(At(share) < most ? "met" : "MISSED")}") : ""));
        if (At(share) >= most) Environment.ExitCode = 1;
    }

    private sealed partial class Officer(HttpClient client, string code, Random random)
    {
        private string[] leaves = [];

        public HttpClient Client => client;

        public static async Task<Officer> SignInAsync(Uri address, string name, string code, int seed)
        {
            var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = address };
            var page = WebUtility.HtmlDecode(await client.GetStringAsync("/noi-bo/doi-vai"));
            var form = page[page.IndexOf($"hint\">{name}<", StringComparison.Ordinal)..];
            form = form[..form.IndexOf("</form>", StringComparison.Ordinal)];
            var signed = await client.PostAsync("/noi-bo/doi-vai", new FormUrlEncodedContent([new("account", Account().Match(form).Groups[1].Value), new("__RequestVerificationToken", Token().Match(form).Groups[1].Value)]));
            if (signed.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"{name}: {signed.StatusCode}");
            return new(client, code, new Random(seed));
        }

        public async Task WorkAsync(Stopwatch until, int seconds, ConcurrentBag<double> saves, ConcurrentBag<double> reads, ConcurrentBag<string> errors)
        {
            var tasks = await client.GetStringAsync($"/noi-bo/cham/{code}");
            leaves = [.. LeafLink().Matches(tasks).Select(match => match.Groups[1].Value).Distinct()];
            while (until.Elapsed.TotalSeconds < seconds)
            {
                await Task.Delay(random.Next(0, 10_000));
                var path = $"/noi-bo/cham/{code}/{leaves[random.Next(leaves.Length)]}";
                var clock = Stopwatch.StartNew();
                var page = await client.GetStringAsync(path);
                reads.Add(clock.Elapsed.TotalMilliseconds);
                if (random.Next(10) >= 7) continue;
                var fields = new List<KeyValuePair<string, string>> { new("act", "save"), new("explanation", $"Đo tải {random.Next()}") };
                foreach (var input in Hidden().Matches(page).DistinctBy(match => match.Groups[1].Value)) fields.Add(new(WebUtility.HtmlDecode(input.Groups[1].Value), WebUtility.HtmlDecode(input.Groups[2].Value)));
                clock.Restart();
                var saved = await client.PostAsync(path, new FormUrlEncodedContent(fields));
                // Two officers of one unit on the same leaf: the second is told so, which is an answer.
                if (saved.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.PreconditionFailed) saves.Add(clock.Elapsed.TotalMilliseconds);
                else errors.Add($"{path}: {saved.StatusCode} {Summary().Match(await saved.Content.ReadAsStringAsync()).Value}");
            }
        }

        [GeneratedRegex("error-summary__list\">.*?</ul>", RegexOptions.Singleline)]
        private static partial Regex Summary();

        [GeneratedRegex("name=\"account\" value=\"([^\"]+)\"")]
        private static partial Regex Account();

        [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
        private static partial Regex Token();

        [GeneratedRegex("href=\"/noi-bo/cham/[^/\"]+/([0-9.]+)\"")]
        private static partial Regex LeafLink();

        [GeneratedRegex("<input[^>]*?name=\"(version|__RequestVerificationToken)\"[^>]*?value=\"([^\"]*)\"")]
        private static partial Regex Hidden();
    }
}
