using Microsoft.EntityFrameworkCore;
using ParIndex.App.Results;
using ParIndex.App.Storage;

namespace ParIndex.Web.Pages.Portal;

/// <summary>P1: the newest release in one sentence, and the ways in.</summary>
public sealed class HomeModel(IndexDb db) : PortalPage(db)
{
    public List<GroupRow> Groups { get; private set; } = [];

    public List<UnitLine> Lines { get; private set; } = [];

    public GroupRow? All => Groups.FirstOrDefault(group => group.Code == "all");

    public IEnumerable<GroupRow> Ranked => Groups.Where(group => group.Ranking);

    public IEnumerable<UnitLine> TopThree(GroupRow group) => Lines.Where(line => line.Unit.Group == group.Code && line.Result.Rank <= 3);

    public UnitLine? MostImproved(GroupRow group) => Lines
        .Where(line => line.Unit.Group == group.Code && line.Result.Change > 0)
        .OrderByDescending(line => line.Result.Change).ThenBy(line => line.Unit.Alphabetical).FirstOrDefault();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Title = new("Trang chủ", "Home");
        Release = await LatestAsync(cancel);
        if (Release is null) return;
        Groups = await Db.Groups.Where(group => group.ReleaseId == Release.Id).OrderBy(group => group.Order).ToListAsync(cancel);
        Lines = await LinesAsync(Release.Id, null, cancel);
    }
}
