using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Frameworks;
using ParIndex.App.Results;
using ParIndex.App.Storage;

namespace ParIndex.Web.Pages.Portal;

/// <summary>Where the units of a group lose their points: by area (picture 4) and by criterion, on average over the units it applies to.</summary>
public sealed class LostPointsModel(IndexDb db) : PortalPage(db)
{
    /// <summary>A line of the framework over the group.</summary>
    /// <param name="Line">The line.</param>
    /// <param name="Applicable">Mean applicable maximum.</param>
    /// <param name="Achieved">Mean points.</param>
    /// <param name="Losing">Units that lose points here.</param>
    /// <param name="Units">Units it applies to.</param>
    public sealed record Lost(CriterionRow Line, decimal Applicable, decimal Achieved, int Losing, int Units)
    {
        public decimal Points => Applicable - Achieved;
    }

    public GroupRow Group { get; private set; } = null!;

    public FrameworkRow Framework { get; private set; } = null!;

    public List<Lost> Areas { get; private set; } = [];

    public List<Lost> Criteria { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int year, string group, CancellationToken cancel)
    {
        Release = await OfYearAsync(year, cancel);
        if (Release is null) return NotFound();
        var id = Release.Id;
        var found = await Db.Groups.FirstOrDefaultAsync(g => g.ReleaseId == id && g.Ranking && g.Slug == group, cancel);
        if (found?.Framework is null) return NotFound();
        Group = found;
        Title = LostPointsText.Title(found.Name, year);
        Above = [PortalText.HomeLink, (found.Name, $"/ket-qua/{year}/{group}")];
        Framework = await Db.Frameworks.SingleAsync(f => f.ReleaseId == id && f.Code == found.Framework, cancel);
        var lines = await Db.Criteria.Where(c => c.ReleaseId == id && c.Framework == found.Framework).OrderBy(c => c.Order).Select(NameAlone).ToListAsync(cancel);
        var parts = (await (from unit in Db.Units.Where(u => u.ReleaseId == id && u.Group == found.Code)
                            join part in Db.PartResults.Where(p => p.ReleaseId == id) on unit.Code equals part.Unit
                            where part.Published != null
                            select new { part.Code, part.IsArea, part.Achieved, part.Applicable }).ToListAsync(cancel)).ToLookup(part => (part.Code, part.IsArea));
        Lost? Of(CriterionRow line, bool area)
        {
            var all = parts[(line.Code, area)].ToList();
            return all.Count == 0 ? null : new(line, all.Average(p => p.Applicable.Value), all.Average(p => p.Achieved.Value), all.Count(p => p.Achieved < p.Applicable), all.Count);
        }

        Areas = [.. lines.Where(line => line.Level == CriterionLevel.Area).Select(line => Of(line, true)).OfType<Lost>().OrderByDescending(lost => lost.Points).ThenBy(lost => lost.Line.Order)];
        Criteria = [.. lines.Where(line => line.Level != CriterionLevel.Area).Select(line => Of(line, false)).OfType<Lost>().OrderByDescending(lost => lost.Points).ThenBy(lost => lost.Line.Order)];
        return Areas.Count == 0 ? NotFound() : Page();
    }
}
