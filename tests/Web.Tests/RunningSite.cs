using ParIndex.App.Publication;
using ParIndex.App.Storage;
using ParIndex.Testing;

[assembly: AssemblyFixture(typeof(ParIndex.Web.Tests.RunningSite))]

namespace ParIndex.Web.Tests;

/// <summary>The whole portal of the sample city on a real server and a real database, started once for all tests.</summary>
public sealed class RunningSite : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("portal-").FullName;
    private Microsoft.AspNetCore.Builder.WebApplication site = null!;

    public HttpClient Client { get; private set; } = null!;

    public string Address { get; private set; } = "";

    public string Database => Path.Combine(folder, "portal.db");

    public async ValueTask InitializeAsync()
    {
        await using (var db = SqliteStorage.Open(Database))
        {
            await PrepareDatabase.RunAsync(db, default);
            var published = await new PublishFolder(db, TimeProvider.System).RunAsync(Repository.Path("cycles", "hai-phong-2021"), "0.1.0", default);
            Assert.True(published.Release is not null, string.Join('\n', published.Findings));
        }

        site = Site.Build(new() { Database = Database, Urls = ["http://127.0.0.1:0"] });
        await site.StartAsync();
        Address = site.Urls.First();
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Address) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await site.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
