using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Results;
using ParIndex.App.Storage;
using ParIndex.App.Units;

namespace ParIndex.Web.Pages.Portal;

/// <summary>Finds units by name, with or without diacritics; one hit leads straight to its page.</summary>
public sealed class FinderModel(IndexDb db) : PortalPage(db)
{
    public string Sought { get; private set; } = "";

    public List<UnitLine> Found { get; private set; } = [];

    public Dictionary<string, GroupRow> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? tim, CancellationToken cancel)
    {
        Title = new("Tìm đơn vị", "Find a unit");
        Above = [(new("Trang chủ", "Home"), "/")];
        Sought = (tim ?? "").Trim();
        if (Sought.Length > 80) Sought = Sought[..80];
        Release = await LatestAsync(cancel);
        if (Release is null) return Page();
        var words = Folding.Fold(Sought).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var lines = await LinesAsync(Release.Id, null, cancel);
        Groups = await Db.Groups.Where(g => g.ReleaseId == Release.Id && g.Ranking).ToDictionaryAsync(g => g.Code, cancel);
        Found = [.. lines.Where(line => words.All(word => line.Unit.Folded.Contains($" {word}", StringComparison.Ordinal))).OrderBy(line => line.Unit.Alphabetical)];
        if (Found.Count == 1 && words.Length > 0)
            return LocalRedirect((Language == Core.Language.English ? "/en" : "") + $"/don-vi/{Found[0].Unit.Slug}");
        return Page();
    }
}
