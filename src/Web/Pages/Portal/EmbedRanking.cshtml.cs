using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Results;
using ParIndex.App.Storage;

namespace ParIndex.Web.Pages.Portal;

/// <summary>The ranking of a group for a frame on another site: the table alone, always the newest version of its year.</summary>
public sealed class EmbedRankingModel(IndexDb db) : PortalPage(db)
{
    public GroupRow Group { get; private set; } = null!;

    public List<UnitLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int year, string group, CancellationToken cancel)
    {
        Release = await OfYearAsync(year, cancel);
        if (Release is null) return NotFound();
        var id = Release.Id;
        if (await Db.Groups.FirstOrDefaultAsync(g => g.ReleaseId == id && g.Ranking && g.Slug == group, cancel) is not { } found) return NotFound();
        Group = found;
        Title = ResultsText.RankingOf(found.Name, year);
        Lines = await LinesAsync(id, found.Code, cancel);
        return Page();
    }
}
