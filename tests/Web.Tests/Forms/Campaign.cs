using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;
using ParIndex.Core.Questionnaires;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Forms;

/// <summary>A running site with one campaign, on either engine, and tokens to answer with.</summary>
internal sealed class Campaign : IAsyncDisposable
{
    public const string Code = "sipas-test";

    public static readonly Questionnaire Form = QuestionnaireJson.Read(File.ReadAllBytes(Repository.Path("questionnaires", "citizen-service.json")), "form").Value!;

    private readonly List<WebApplication> sites = [];

    private Campaign(Database database) => Database = database;

    public Database Database { get; }

    public MovedClock Clock { get; } = new(new DateTimeOffset(2022, 10, 3, 9, 0, 0, TimeSpan.FromHours(7)));

    public List<HttpClient> Clients { get; } = [];

    public HttpClient Client => Clients[0];

    public IReadOnlyList<string> Tokens { get; private set; } = [];

    public static Task<Campaign> OpenAsync(Engine engine, int tokens, int nodes = 1, string unit = "NQ") => OpenAsync(new Database(engine), tokens, nodes, unit);

    public static async Task<Campaign> OpenAsync(Database database, int tokens, int nodes = 1, string unit = "NQ")
    {
        var campaign = new Campaign(database);
        await using (var db = campaign.Database.Open())
        {
            await new CreateCampaign(db, campaign.Clock).RunAsync(null, new(1, Code, 2022, CampaignPurpose.Satisfaction, new("Khảo sát thử", "Test survey"), new("Sở Nội vụ", "Home Affairs"),
                File.ReadAllBytes(Repository.Path("questionnaires", "citizen-service.json")), campaign.Clock.GetUtcNow().AddDays(-1), campaign.Clock.GetUtcNow().AddDays(10)), default);
            campaign.Tokens = await new IssueTokens(db, campaign.Clock).RunAsync(null, Code, [.. Enumerable.Repeat(new TokenPlace(unit), tokens)], default);
        }

        for (var node = 0; node < nodes; node++)
        {
            var site = Site.Build(new() { Database = campaign.Database.Path, Postgres = campaign.Database.Connection, Files = campaign.Database.Folder, Urls = ["http://127.0.0.1:0"], Clock = campaign.Clock });
            await site.StartAsync();
            campaign.sites.Add(site);
            campaign.Clients.Add(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = 64 }) { BaseAddress = new Uri(site.Urls.First()) });
        }

        return campaign;
    }

    public IndexDb Open() => Database.Open();

    /// <summary>A whole form with one rating everywhere, and something of one's own.</summary>
    public static string Body(int rating = 4, string? change = null, string more = "")
    {
        var parts = Form.Questions.OfType<ScaleQuestion>().Where(one => one.Required).Select(one => $"\"{one.Code}\":{rating}");
        var body = "{\"answers\":{\"C1\":true," + more + string.Join(',', parts) + "}}";
        return change is null ? body : body.Replace($"\"S1.1\":{rating}", change, StringComparison.Ordinal);
    }

    public static HttpRequestMessage Post(string token, string body, string key, string campaign = Code, string query = "") => new(HttpMethod.Post, $"/api/phieu/{campaign}/{token}{query}")
    {
        Headers = { { "Idempotency-Key", key } },
        Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
    };

    public async Task<(int Status, string Body)> SendAsync(HttpRequestMessage request, int node = 0)
    {
        using var answer = await Clients[node].SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public Task<(int Status, string Body)> SendAsync(string token, string body, string? key = null, int node = 0) => SendAsync(Post(token, body, key ?? NewKey()), node);

    public static string NewKey() => Guid.NewGuid().ToString("n");

    public async Task<int> StoredAsync()
    {
        await using var db = Open();
        return await db.PendingResponses.CountAsync() + await db.Responses.CountAsync();
    }

    public async Task<UnitBalance> BalanceAsync()
    {
        await using var db = Open();
        return (await new Reconcile(db).RunAsync(Code, default)).Single();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in Clients) client.Dispose();
        foreach (var site in sites)
        {
            await site.StopAsync();
            await site.DisposeAsync();
        }

        Database.Dispose();
    }
}
