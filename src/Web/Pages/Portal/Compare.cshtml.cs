using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Frameworks;
using ParIndex.App.Results;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.Web.Pages.Portal;

/// <summary>P5: up to four units of one year side by side; of different groups only with a warning, and without ranks.</summary>
public sealed class CompareModel(IndexDb db) : PortalPage(db)
{
    public const int Most = 4;

    /// <summary>A chosen unit with its results by area.</summary>
    public sealed record Chosen(UnitLine Line, GroupRow Group, Dictionary<string, PartResultRow> Areas);

    public List<int> Years { get; private set; } = [];

    public List<UnitLine> All { get; private set; } = [];

    public Dictionary<string, GroupRow> Groups { get; private set; } = [];

    public List<Chosen> Units { get; private set; } = [];

    /// <summary>Areas by code, with the name each framework gives them; where the names differ they are not compared.</summary>
    public List<(string Code, Text Name)> Areas { get; private set; } = [];

    /// <summary>Codes whose areas are others in another framework.</summary>
    public bool NotAlike { get; private set; }

    public bool SameGroup => Units.Select(unit => unit.Group.Code).Distinct().Count() <= 1;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "nam")] int? year, [FromQuery(Name = "dv")] string[]? slugs, CancellationToken cancel)
    {
        Title = CompareText.Title;
        Above = [PortalText.HomeLink];
        Release = year is { } asked ? await OfYearAsync(asked, cancel) : await LatestAsync(cancel);
        if (Release is null) return year is null ? Page() : NotFound();
        var id = Release.Id;
        Years = await Db.Releases.Select(r => r.Year).Distinct().OrderByDescending(y => y).ToListAsync(cancel);
        Groups = await Db.Groups.Where(g => g.ReleaseId == id && g.Ranking).OrderBy(g => g.Order).ToDictionaryAsync(g => g.Code, cancel);
        All = [.. (await LinesAsync(id, null, cancel)).OrderBy(line => line.Unit.Alphabetical)];
        var chosen = (slugs ?? []).Distinct().Select(slug => All.FirstOrDefault(line => line.Unit.Slug == slug)).OfType<UnitLine>().Take(Most).ToList();
        if (chosen.Count == 0) return Page();
        var codes = chosen.Select(line => line.Unit.Code).ToList();
        var parts = (await Db.PartResults.Where(p => p.ReleaseId == id && p.IsArea && codes.Contains(p.Unit)).ToListAsync(cancel)).ToLookup(p => p.Unit);
        Units = [.. chosen.Select(line => new Chosen(line, Groups[line.Unit.Group], parts[line.Unit.Code].ToDictionary(p => p.Code)))];
        var frameworks = Units.Select(unit => unit.Group.Framework).OfType<string>().Distinct().ToList();
        var areas = await Db.Criteria.Where(c => c.ReleaseId == id && c.Level == CriterionLevel.Area && frameworks.Contains(c.Framework)).OrderBy(c => c.Order).Select(NameAlone).ToListAsync(cancel);
        var alike = areas.GroupBy(area => area.Code).Where(same => same.Select(area => area.Name.Vi).Distinct().Count() == 1 && same.Count() == frameworks.Count).ToList();
        Areas = [.. alike.Select(same => (same.Key, same.First().Name))];
        NotAlike = areas.Select(area => area.Code).Distinct().Count() > Areas.Count;
        return Page();
    }

    /// <summary>Points lost in an area; null: it does not apply.</summary>
    public static decimal? Lost(PartResultRow? part) => part is null || part.Published is null ? null : part.Applicable.Value - part.Achieved.Value;
}
