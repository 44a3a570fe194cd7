using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Frameworks;
using ParIndex.App.Publication;
using ParIndex.App.Results;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.Portal;

/// <summary>
/// The card of a unit on one sheet of A5, readable without script: its figures, its areas against the mean of the group, where it lost most. Its small sister
/// stands inside a frame on other sites.
/// </summary>
public sealed class CardModel(IndexDb db) : PortalPage(db)
{
    /// <summary>An area of the unit.</summary>
    public sealed record Area(string Code, Text Name, decimal? Share, decimal? Mean, decimal Lost);

    public UnitLine Line { get; private set; } = null!;

    public GroupRow Group { get; private set; } = null!;

    public List<Area> Areas { get; private set; } = [];

    /// <summary>It stands in a frame of another site.</summary>
    public bool Framed { get; private set; }

    public IEnumerable<Area> Worst => Areas.Where(area => area.Lost > 0).OrderByDescending(area => area.Lost).ThenBy(area => area.Code, StringComparer.Ordinal).Take(3);

    public async Task<IActionResult> OnGetAsync(string slug, int? year, CancellationToken cancel)
    {
        Framed = Embedding.Is(HttpContext);
        var found = await (from unit in Db.Units.Where(u => u.Slug == slug)
                           join result in Db.UnitResults on new { unit.ReleaseId, unit.Code } equals new { result.ReleaseId, Code = result.Unit }
                           join release in Db.Releases.InForce() on unit.ReleaseId equals release.Id
                           where year == null || release.Year == year
                           orderby release.Year descending, release.Revision descending
                           select new { release, line = new UnitLine(unit, result) }).FirstOrDefaultAsync(cancel);
        if (found is null) return NotFound();
        (Release, Line) = (found.release, found.line);
        var (id, code) = (Release.Id, Line.Unit.Code);
        Group = await Db.Groups.SingleAsync(g => g.ReleaseId == id && g.Code == Line.Unit.Group, cancel);
        Title = CardText.Title(Line.Unit.Name, Release.Year);
        if (Group.Framework is null) return Page();
        var names = await Db.Criteria.Where(c => c.ReleaseId == id && c.Framework == Group.Framework && c.Level == CriterionLevel.Area).OrderBy(c => c.Order).Select(NameAlone).ToListAsync(cancel);
        var parts = await (from unit in Db.Units.Where(u => u.ReleaseId == id && u.Group == Group.Code)
                           join part in Db.PartResults.Where(p => p.ReleaseId == id && p.IsArea) on unit.Code equals part.Unit
                           select new { part.Unit, part.Code, part.Published, part.Achieved, part.Applicable }).ToListAsync(cancel);
        Areas = [.. names.Select(name =>
        {
            var own = parts.FirstOrDefault(p => p.Unit == code && p.Code == name.Code);
            return new Area(name.Code, name.Name, own?.Published, parts.Where(p => p.Code == name.Code).Average(p => p.Published), own?.Published is null ? 0 : own.Applicable.Value - own.Achieved.Value);
        }).Where(area => area.Share is not null)];
        return Page();
    }

    public string Address => $"/don-vi/{Line.Unit.Slug}/{Release!.Year}";

    public ReleaseRow Shown => Release!;
}
