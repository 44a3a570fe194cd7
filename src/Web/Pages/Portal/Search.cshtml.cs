using Microsoft.AspNetCore.Mvc;
using ParIndex.App.Publication;
using ParIndex.App.Storage;

namespace ParIndex.Web.Pages.Portal;

/// <summary>Finds figures, criteria and decisions of releases by words, with or without diacritics.</summary>
public sealed class SearchModel(IndexDb db) : PortalPage(db)
{
    public const string Path = "/tim-kiem";
    public const int Longest = 200;
    private const int Size = 20;

    public string Sought { get; private set; } = "";

    public Found Found { get; private set; } = Found.Nothing;

    public int Number { get; private set; } = 1;

    public int Pages => (Found.Total + Size - 1) / Size;

    public async Task OnGetAsync([FromQuery(Name = "q")] string? asked, [FromQuery(Name = "trang")] int page, CancellationToken cancel)
    {
        Title = SearchText.Title;
        Above = [PortalText.HomeLink];
        Sought = (asked ?? "").Trim();
        if (Sought.Length > Longest) Sought = Sought[..Longest];
        Number = Math.Clamp(page, 1, 1000);
        Release = await LatestAsync(cancel);
        if (Sought.Length == 0) return;
        Found = await new SearchReleases(Db).RunAsync(Sought, await CurrentAsync(cancel), (Number - 1) * Size, Size, cancel);
    }
}
