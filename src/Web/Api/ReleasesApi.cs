using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Publication;
using ParIndex.App.Storage;
using ParIndex.Documents.OpenData;

namespace ParIndex.Web.Api;

/// <summary>
/// Read-only API of the releases, <c>/api/v1</c>: their list, their tables row by row, and what changed between two of them. Everything is a table with
/// documented columns, as JSON or (address ending in .csv, or Accept: text/csv) as CSV.
/// </summary>
internal static class ReleasesApi
{
    public const string Root = ApiAccess.Path + "/v1";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Tables of a release by the name that addresses have.</summary>
    public static IReadOnlyDictionary<string, DataTable> Tables { get; } =
        Package.Tables.ToDictionary(table => Path.GetFileNameWithoutExtension(table.File), StringComparer.Ordinal);

    public static bool HasCsv(string path) =>
        path[(path.LastIndexOf('/') + 1)..] is var last && path.StartsWith(Root + "/", StringComparison.Ordinal) && (last is "releases" or "changes" || Tables.ContainsKey(last));

    public static void Map(WebApplication site)
    {
        Get(site, "", IndexAsync, "index", "Danh mục các địa chỉ / list of addresses");
        Get(site, "/releases", (context, db, cancel) => ReleasesAsync(context, db, false, cancel), "releases", "Các lần công bố, mới nhất trước / releases, newest first").WithMetadata(ReleaseTable.Table);
        Get(site, "/releases.csv", (context, db, cancel) => ReleasesAsync(context, db, true, cancel)).ExcludeFromDescription();
        Get(site, "/releases/{release}", OneAsync, "release", "Một lần công bố: bảng, tệp, mã băm / one release: tables, files, hashes");
        foreach (var (name, table) in Tables)
        {
            Get(site, $"/releases/{{release}}/{name}", (context, db, cancel) => TableAsync(context, db, table, false, cancel), name, $"{table.Vi} / {table.En}").WithMetadata(table);
            Get(site, $"/releases/{{release}}/{name}.csv", (context, db, cancel) => TableAsync(context, db, table, true, cancel)).ExcludeFromDescription();
        }

        Get(site, "/releases/{release}/changes", (context, db, cancel) => ChangesAsync(context, db, false, cancel), "changes",
            "Mọi ô khác với một lần công bố khác / every cell that differs from another release").WithMetadata(PackageChanges.Table);
        Get(site, "/releases/{release}/changes.csv", (context, db, cancel) => ChangesAsync(context, db, true, cancel)).ExcludeFromDescription();
        site.MapOpenApi(Root + "/openapi.json").ExcludeFromDescription();
        site.MapMethods(ApiAccess.Path + "/{**rest}", Reading, (string? rest) => Task.FromException(new RefusedException(ApiText.NoSuchAddress))).ExcludeFromDescription();
    }

    private static RouteHandlerBuilder Get(WebApplication site, string path, Func<HttpContext, IndexDb, CancellationToken, Task<IResult>> answer, string? name = null, string? summary = null)
    {
        var route = site.MapMethods(Root + path, Reading, (HttpContext context, IndexDb db, CancellationToken cancel) => answer(context, db, cancel));
        return name is null ? route : route.WithName("v1." + name).WithSummary(summary!);
    }

    private static Task<IResult> IndexAsync(HttpContext context, IndexDb db, CancellationToken cancel)
    {
        var root = context.Request.PathBase + Root;
        return Task.FromResult(Results.Json(new
        {
            title = new { vi = ApiText.Title.Vi, en = ApiText.Title.En },
            about = new { vi = ApiText.About.Vi, en = ApiText.About.En },
            openapi = $"{root}/openapi.json",
            documentation = $"{context.Request.PathBase}/du-lieu/api",
            releases = $"{root}/releases",
            tables = Tables.Keys.Append("changes").Select(table => $"{root}/releases/{{release}}/{table}"),
        }, TableAnswer.Plain));
    }

    private static async Task<IResult> ReleasesAsync(HttpContext context, IndexDb db, bool csv, CancellationToken cancel)
    {
        var paging = Paging.Of(context.Request, csv, []);
        var all = Public(db);
        var rows = await all.NewestFirst().Skip(paging.Skip).Take(paging.Take).ToListAsync(cancel);
        var slice = new TableSlice(ReleaseTable.Table.Columns, [.. rows.Select(ReleaseTable.Cells)], await all.CountAsync(cancel));
        return new TableAnswer(null, "releases", slice, paging, csv);
    }

    private static async Task<IResult> OneAsync(HttpContext context, IndexDb db, CancellationToken cancel)
    {
        Paging.Only(context.Request, []);
        var release = await FindAsync(context, db, cancel);
        var files = await db.Documents.Where(file => file.ReleaseId == release.Id).OrderBy(file => file.Name).Select(file => new ReleaseFileShown(file.Name, file.MediaType, file.Length, file.Sha256)).ToListAsync(cancel);
        return new ReleaseAnswer(release, [.. Tables.Where(table => files.Any(file => file.Name == table.Value.File)).Select(table => table.Key)], files);
    }

    private static async Task<IResult> TableAsync(HttpContext context, IndexDb db, DataTable table, bool csv, CancellationToken cancel)
    {
        var paging = Paging.Of(context.Request, csv, Paging.FiltersOf(table));
        var release = await FindAsync(context, db, cancel);
        var content = await ContentAsync(db, release, table.File, cancel) ?? throw new RefusedException(ApiText.NoTable(table.File));
        var slice = PublishedTable.Read(table, content, paging.Filters, paging.Skip, paging.Take);
        return new TableAnswer(release, Path.GetFileNameWithoutExtension(table.File), slice, paging, csv);
    }

    private static async Task<IResult> ChangesAsync(HttpContext context, IndexDb db, bool csv, CancellationToken cancel)
    {
        var paging = Paging.Of(context.Request, csv, [.. Paging.FiltersOf(PackageChanges.Table), "since"]);
        var release = await FindAsync(context, db, cancel);
        var since = context.Request.Query["since"].ToString() is { Length: > 0 } asked
            ? await FindAsync(asked, db, cancel)
            : await Public(db).Where(r => r.CycleCode == release.CycleCode && r.Revision < release.Revision).OrderByDescending(r => r.Revision).FirstOrDefaultAsync(cancel)
                ?? throw new RefusedException(ApiText.NoEarlier);
        var names = PackageChanges.Files;
        var before = await db.Documents.Where(file => file.ReleaseId == since.Id && names.Contains(file.Name)).ToDictionaryAsync(file => file.Name, file => file.Content, cancel);
        var after = await db.Documents.Where(file => file.ReleaseId == release.Id && names.Contains(file.Name)).ToDictionaryAsync(file => file.Name, file => file.Content, cancel);
        var changes = PackageChanges.Between(before.GetValueOrDefault, after.GetValueOrDefault);
        var all = PackageChanges.Rows(changes).Where(row => paging.Filters.All(filter => filter.Values.Contains(row[PackageChanges.Place(filter.Column)]))).ToList();
        return new TableAnswer(release, "changes", new(PackageChanges.Table.Columns, [.. all.Skip(paging.Skip).Take(paging.Take)], all.Count), paging, csv) { Since = since };
    }

    /// <summary>What is out, withdrawn versions with it: no other place of the API asks for releases.</summary>
    private static IQueryable<ReleaseRow> Public(IndexDb db) => db.Releases.AsQueryable();

    private static Task<ReleaseRow> FindAsync(HttpContext context, IndexDb db, CancellationToken cancel) => FindAsync((string)context.Request.RouteValues["release"]!, db, cancel);

    private static async Task<ReleaseRow> FindAsync(string asked, IndexDb db, CancellationToken cancel)
    {
        var newest = Public(db).InForce().NewestFirst();
        var found = asked == "latest" ? await newest.FirstOrDefaultAsync(cancel)
            : asked.Length == 4 && int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? await newest.FirstOrDefaultAsync(r => r.Year == year, cancel)
            : await Public(db).FirstOrDefaultAsync(r => r.Slug == asked, cancel);
        return found ?? throw new RefusedException(ApiText.NoRelease(asked.Length > 100 ? asked[..100] : asked));
    }

    private static Task<byte[]?> ContentAsync(IndexDb db, ReleaseRow release, string name, CancellationToken cancel) =>
        db.Documents.Where(file => file.ReleaseId == release.Id && file.Name == name).Select(file => file.Content).FirstOrDefaultAsync(cancel);
}
