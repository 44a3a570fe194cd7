using Microsoft.Playwright;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Cycles;
using ParIndex.App.Publication;
using ParIndex.App.Storage;
using ParIndex.Testing;

[assembly: AssemblyFixture(typeof(ParIndex.Web.Tests.DemoSite))]

namespace ParIndex.Web.Tests;

/// <summary>The demonstration as <c>./parindex demo</c> serves it: the published sample year, and the next one at work with a labelled cast.</summary>
public sealed class DemoSite : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("demo-").FullName;
    private Microsoft.AspNetCore.Builder.WebApplication site = null!;

    public string Address { get; private set; } = "";

    /// <summary>Code of the cycle at work.</summary>
    public string Cycle { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var database = Path.Combine(folder, "demo.db");
        var sample = Repository.Path("cycles", "hai-phong-2021");
        await using (var db = SqliteStorage.Open(database))
        {
            await PrepareDatabase.RunAsync(db, default);
            Assert.NotNull((await new PublishFolder(db, TimeProvider.System).RunAsync(sample, "0.1.0", default)).Release);
            await new MakeDemoPeople(db, TimeProvider.System).RunAsync(DemoPeople.All, default);
            var imported = await new ImportCycle(db, TimeProvider.System).RunAsync(sample, CycleState.Published, default);
            await new OpenFollowUps(db, TimeProvider.System).RunAsync(imported.Cycle!.Value, default);
            Cycle = await new MakeDemoCycle(db, TimeProvider.System).RunAsync(imported.Cycle!.Value, default);
        }

        site = Site.Build(new() { Database = database, Urls = ["http://127.0.0.1:0"], Hosts = ["127.0.0.1"], Demo = true });
        await site.StartAsync();
        Address = site.Urls.First();
    }

    /// <summary>Takes the role of one of the cast.</summary>
    public Task ActAsAsync(IPage page, string login) => Browser.ActAsAsync(page, Address, DemoPeople.All.Single(one => one.Login == login).Name);

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
