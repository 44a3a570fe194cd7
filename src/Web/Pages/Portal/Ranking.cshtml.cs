using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Frameworks;
using ParIndex.App.Results;
using ParIndex.App.Storage;

namespace ParIndex.Web.Pages.Portal;

/// <summary>P2: the ranking of one group in one year, by total or by area, with picture 1.</summary>
public sealed class RankingModel(IndexDb db) : PortalPage(db)
{
    public GroupRow Group { get; private set; } = null!;

    public List<GroupRow> Groups { get; private set; } = [];

    public List<UnitLine> Lines { get; private set; } = [];

    public FrameworkRow? Framework { get; private set; }

    public List<CriterionRow> Areas { get; private set; } = [];

    public ILookup<string, PartResultRow> Parts { get; private set; } = Array.Empty<PartResultRow>().ToLookup(part => part.Unit);

    public bool ByArea { get; private set; }

    public string Sort { get; private set; } = "hang";

    public bool Intervals => Lines.Any(line => line.Result.Low is not null);

    public bool Appraised => Lines.Any(line => line.Result.AppraisalRankBest is not null);

    public bool Brackets => Lines.Any(line => line.Result.Brackets.Count > 0);

    public async Task<IActionResult> OnGetAsync(int year, string group, string? theo, [FromQuery(Name = "sap-xep")] string? sort, CancellationToken cancel)
    {
        Release = await OfYearAsync(year, cancel);
        if (Release is null) return NotFound();
        Groups = await Db.Groups.Where(g => g.ReleaseId == Release.Id && g.Ranking).OrderBy(g => g.Order).ToListAsync(cancel);
        if (Groups.FirstOrDefault(g => g.Slug == group) is not { } found) return NotFound();
        Group = found;
        Title = new($"Xếp hạng {found.Name.Vi} năm {year}", $"Ranking of {found.Name.En}, {year}");
        Above = [(new("Trang chủ", "Home"), "/")];
        ByArea = theo == "linh-vuc";
        Lines = await LinesAsync(Release.Id, found.Code, cancel);
        Order(sort);
        if (found.Framework is null) return Page();
        Framework = await Db.Frameworks.FirstOrDefaultAsync(f => f.ReleaseId == Release.Id && f.Code == found.Framework, cancel);
        if (!ByArea) return Page();
        Areas = await Db.Criteria.Where(c => c.ReleaseId == Release.Id && c.Framework == found.Framework && c.Level == CriterionLevel.Area)
            .OrderBy(c => c.Order).Select(NameAlone).ToListAsync(cancel);
        var units = Lines.Select(line => line.Unit.Code).ToList();
        Parts = (await Db.PartResults.Where(p => p.ReleaseId == Release.Id && p.IsArea && units.Contains(p.Unit)).ToListAsync(cancel)).ToLookup(p => p.Unit);
        return Page();
    }

    private void Order(string? sort)
    {
        Sort = sort is "ten" or "thay-doi" ? sort : "hang";
        Lines = Sort switch
        {
            "ten" => [.. Lines.OrderBy(line => line.Unit.Alphabetical)],
            "thay-doi" => [.. Lines.OrderByDescending(line => line.Result.Change ?? decimal.MinValue).ThenBy(line => line.Unit.Alphabetical)],
            _ => Lines,
        };
    }
}
