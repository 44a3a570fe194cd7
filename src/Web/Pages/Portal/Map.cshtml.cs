using Microsoft.EntityFrameworkCore;
using ParIndex.App.Results;
using ParIndex.App.Storage;

namespace ParIndex.Web.Pages.Portal;

/// <summary>P8: a map is drawn only from an official boundary file; none is shipped, so that the page says so and leads to the tables.</summary>
public sealed class MapModel(IndexDb db) : PortalPage(db)
{
    public List<GroupRow> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Title = MapText.Title;
        Above = [PortalText.HomeLink];
        Release = await LatestAsync(cancel);
        if (Release is null) return;
        var id = Release.Id;
        Groups = await Db.Groups.Where(g => g.ReleaseId == id && g.Ranking).OrderBy(g => g.Order).ToListAsync(cancel);
    }
}
