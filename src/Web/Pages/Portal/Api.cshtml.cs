using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;
using ParIndex.Documents.OpenData;
using ParIndex.Web.Api;

namespace ParIndex.Web.Pages.Portal;

/// <summary>P11, the API: addresses, parameters, refusals, examples that run, columns of every table.</summary>
public sealed class ApiModel(IndexDb db, SiteSettings settings) : PortalPage(db)
{
    public IReadOnlyList<ApiExample> Examples { get; private set; } = [];

    public IReadOnlyDictionary<string, DataTable> Tables => ReleasesApi.Tables;

    public string Origin { get; private set; } = "";

    private HashSet<string> files = [];

    /// <summary>True for the address of a table that the release of the examples does not publish, such as heads when the Decision keeps them.</summary>
    public bool NotPublished(string path) =>
        Release is not null && Tables.TryGetValue(path[(path.LastIndexOf('/') + 1)..], out var table) && !files.Contains(table.File);

    /// <summary>Release and unit that examples name.</summary>
    public string Example { get; private set; } = "latest";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Title = new("Giao diện dữ liệu mở (API)", "Open data API");
        Above = [(new("Trang chủ", "Home"), "/"), (new("Dữ liệu mở", "Open data"), "/du-lieu")];
    }

    /// <summary>An example as a file.</summary>
    public async Task<IActionResult> OnGetFileAsync(string name, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return Examples.FirstOrDefault(one => one.File == name) is { } found
            ? File(System.Text.Encoding.UTF8.GetBytes(found.Code + "\n"), "text/plain; charset=utf-8", found.File) : NotFound();
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Release = await LatestAsync(cancel);
        var id = Release?.Id ?? 0;
        Example = Release?.Slug ?? "latest";
        files = await Db.Documents.Where(file => file.ReleaseId == id).Select(file => file.Name).ToHashSetAsync(StringComparer.Ordinal, cancel);
        var unit = await Db.Units.Where(u => u.ReleaseId == id).OrderBy(u => u.Alphabetical).Select(u => u.Code).FirstOrDefaultAsync(cancel) ?? "CODE";
        Origin = settings.PublicOrigin?.GetLeftPart(UriPartial.Authority) ?? $"{Request.Scheme}://{Request.Host}";
        Examples = ApiExamples.Of(Origin, Example, unit);
    }
}
