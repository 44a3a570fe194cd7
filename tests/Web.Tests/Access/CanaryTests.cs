using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Cycles;
using ParIndex.App.Results;
using ParIndex.App.Tests;
using ParIndex.Core;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Access;

/// <summary>
/// Words and a figure that stand nowhere but in one unit's dossier: before publication no page shows them to people of another unit, whatever
/// address they try. Every page of the running site is tried, so that a new one is tried too.
/// </summary>
public sealed class CanaryTests
{
    private const string Words = "canary-7d3f", Other = "SNV";

    // A claim, the index and an appraisal that no other unit has.
    private static readonly string[] Figures = ["2,3125", "2.3125", "88,50", "88.50", "2,75"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task No_page_shows_a_units_figures_or_words_to_people_of_another_unit_before_publication(Engine engine)
    {
        using var database = new Database(engine);
        using var small = new SmallCycle();
        await PrepareAsync(database, small);
        await using var site = Site.Build(new() { Database = database.Path, Postgres = database.Connection, Files = database.Folder, Urls = ["http://127.0.0.1:0"], Demo = true });
        await site.StartAsync(Cancel);
        var routes = site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Where(route => !route.StartsWith("/lib/", StringComparison.Ordinal)).Distinct().ToList();
        var addresses = routes.SelectMany(Addresses).Distinct().ToList();
        Assert.True(addresses.Count > 60, $"{addresses.Count}");

        foreach (var login in new[] { "97-", "98-", null })
        {
            using var client = Client(site);
            if (login is not null) await Visitor.SwitchAsync(client, database, login, Cancel);
            var seen = await SeenAsync(client, addresses);
            Assert.True(seen.Count == 0, $"{login ?? "nobody"} reads of another unit:\n" + string.Join('\n', seen));
        }

        // The unit itself finds them, so that the search is known to find.
        using var own = Client(site);
        await Visitor.SwitchAsync(own, database, "96-", Cancel);
        Assert.NotEmpty(await SeenAsync(own, addresses));
    }

    private static async Task PrepareAsync(Database database, SmallCycle small)
    {
        await using (var db = database.Open())
            await new MakeDemoPeople(db, TimeProvider.System).RunAsync(
                [
                    .. DemoPeople.All, new("96-snv", "Đầu mối, Sở Nội vụ", "Nhập", Role.UnitOfficer, Unit: Other, MemberOf: Other),
                    new("97-stc", "Đầu mối, Sở Tài chính", "Nhập", Role.UnitOfficer, Unit: "STC", MemberOf: "STC"), new("98-stc", "Giám đốc Sở Tài chính", "Nộp", Role.UnitHead, Unit: "STC", MemberOf: "STC"),
                ], default);
        // Acts are never overwritten, so theirs are there from the start.
        var acts = Path.Combine(small.Folder, "acts.csv");
        await File.WriteAllTextAsync(acts, (await File.ReadAllTextAsync(acts, Cancel)).Replace("Thiếu một kết luận", Words, StringComparison.Ordinal), Cancel);
        int id;
        await using (var db = database.Open()) id = (await new ImportCycle(db, TimeProvider.System).RunAsync(small.Folder, CycleState.Open, Cancel)).Cycle!.Value;
        await using (var db = database.Open())
        {
            var now = DateTimeOffset.UtcNow;
            foreach (var (phase, stage) in new[] { (Phase.SelfAssessment, "self"), (Phase.FirstAppraisal, "appraisal"), (Phase.Explanation, "explanation") })
                db.Add(new PhaseRow { Cycle = id, Phase = phase, Stage = stage, Opens = now.AddDays(-5), Closes = now.AddDays(5) });
            foreach (var entry in await db.Entries.AsTracking().Where(row => row.Unit == Other).ToListAsync(Cancel))
                (entry.Claimed, entry.Explanation, entry.Reason, entry.NoteToAppraiser) = (Points.Of(2.3125m), Words, Words, Words);
            foreach (var document in await db.Evidence.AsTracking().Where(row => row.Unit == Other).ToListAsync(Cancel)) document.Title = Words;
            db.Add(new ExplanationRow { Cycle = id, Unit = Other, Leaf = "1.2.1", Id = Guid.NewGuid(), Question = Words, AskedBy = Guid.NewGuid(), AskedAt = now, Due = now.AddDays(2), Answer = Words });
            db.Add(new ComplaintRow { Cycle = id, Unit = Other, Leaf = "1.2.1", Id = Guid.NewGuid(), Ground = Enum.GetValues<ComplaintGround>()[0], Claimed = Points.Of(2.3125m), Words = Words, By = Guid.NewGuid(), At = now, Version = 1 });
            await db.SaveChangesAsync(Cancel);
        }

        await using (var db = database.Open())
            await new ComputeRun(db, TimeProvider.System).RunAsync(new(Guid.NewGuid(), "x", null, [new(Role.Secretariat)], []), id, null, "test", Cancel);
    }

    private static HttpClient Client(Microsoft.AspNetCore.Builder.WebApplication site) => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(site.Urls.First()) };

    private static async Task<List<string>> SeenAsync(HttpClient client, List<string> addresses)
    {
        var seen = new List<string>();
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
            Assert.True((int)answer.StatusCode < 500, $"{address}: {(int)answer.StatusCode}");
            var body = await answer.Content.ReadAsStringAsync(Cancel);
            if (body.Contains(Words, StringComparison.Ordinal) || Figures.Any(figure => body.Contains(figure, StringComparison.Ordinal))) seen.Add(address);
        }

        return seen;
    }

    /// <summary>A route with everything a curious person would put in: the other unit by name, in the path and in the query.</summary>
    private static IEnumerable<string> Addresses(string route)
    {
        foreach (var leaf in new[] { "1.1.1", "1.2.1" })
            foreach (var unit in new[] { Other, "STC" })
            {
                var path = System.Text.RegularExpressions.Regex.Replace(route, @"\{\**([a-z]+)[^}]*\}", match => match.Groups[1].Value switch
                {
                    "ky" => "small-2021",
                    "code" => route.Contains("/ky/", StringComparison.Ordinal) ? "small-2021" : unit,
                    "leaf" => leaf,
                    "year" => "2021",
                    "group" => "dept",
                    "dv" or "unit" or "slug" => unit,
                    "id" => "00000000-0000-0000-0000-000000000001",
                    "framework" => "SMALL",
                    _ => "1",
                });
                yield return path;
                yield return $"{path}?dv={Other}&unit={Other}&don-vi={Other}&leaf={leaf}";
            }
    }
}
