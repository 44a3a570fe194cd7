using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Frameworks;
using ParIndex.App.Heads;
using ParIndex.App.Publication;
using ParIndex.App.Results;
using ParIndex.App.Storage;
using ParIndex.App.Surveys;
using ParIndex.Core.Surveys;

namespace ParIndex.Web.Pages.Portal;

/// <summary>P3: one unit in one year: where it stands, where it lost points, how it compares with its group.</summary>
public sealed class UnitModel(IndexDb db) : PortalPage(db)
{
    public UnitLine Line { get; private set; } = null!;

    public GroupRow Group { get; private set; } = null!;

    public FrameworkRow? Framework { get; private set; }

    public List<CriterionRow> Criteria { get; private set; } = [];

    public Dictionary<string, PartResultRow> Parts { get; private set; } = [];

    public Dictionary<string, Leaf> Leaves { get; private set; } = [];

    /// <summary>Area shares of every unit of the group, ascending, by area.</summary>
    public Dictionary<string, List<decimal>> GroupShares { get; private set; } = [];

    public List<SatisfactionRow> Satisfaction { get; private set; } = [];

    /// <summary>What stands out in its survey forms; null: no forms were counted here.</summary>
    public FormSignsRow? Signs { get; private set; }

    public List<HeadRow> Heads { get; private set; } = [];

    public List<(ReleaseRow Release, UnitLine Line)> Years { get; private set; } = [];

    public IEnumerable<CriterionRow> Areas => Criteria.Where(criterion => criterion.Level == CriterionLevel.Area);

    /// <summary>So many differences are drawn.</summary>
    public const int MostDifferences = 15;

    /// <summary>Leaves whose final points are others than the unit gave itself, the greatest difference first.</summary>
    public List<(CriterionRow Line, Leaf Leaf)> Differences => [.. Criteria.Where(c => Leaves.ContainsKey(c.Code)).Select(c => (c, Leaves[c.Code]))
        .Where(one => one.Item2.Self is { } self && self != one.Item2.Points && one.Item2.State is Core.Computation.LeafState.Scored or Core.Computation.LeafState.NoEvidence)
        .OrderByDescending(one => Math.Abs(one.Item2.Self!.Value.TenThousandths - one.Item2.Points.TenThousandths)).ThenBy(one => one.c.Order)];

    public static decimal Median(List<decimal> ordered) => ordered.Count % 2 == 1
        ? ordered[ordered.Count / 2]
        : (ordered[(ordered.Count / 2) - 1] + ordered[ordered.Count / 2]) / 2;

    public async Task<IActionResult> OnGetAsync(string slug, int? year, CancellationToken cancel)
    {
        var found = await (from unit in Db.Units.Where(u => u.Slug == slug)
                           join result in Db.UnitResults on new { unit.ReleaseId, unit.Code } equals new { result.ReleaseId, Code = result.Unit }
                           join release in Db.Releases.InForce() on unit.ReleaseId equals release.Id
                           orderby release.Year descending, release.Revision descending
                           select new { release, line = new UnitLine(unit, result) }).ToListAsync(cancel);
        Years = [.. found.DistinctBy(one => one.release.Year).Select(one => (one.release, one.line))];
        var shown = Years.FirstOrDefault(one => year is null || one.Release.Year == year);
        if (shown.Line is null) return NotFound();
        (Release, Line) = shown;
        var (id, code) = (Release.Id, Line.Unit.Code);
        Group = await Db.Groups.SingleAsync(g => g.ReleaseId == id && g.Code == Line.Unit.Group, cancel);
        Title = Line.Unit.Name;
        Above = [(new("Trang chủ", "Home"), "/"), (Group.Name, $"/ket-qua/{Release.Year}/{Group.Slug}")];
        Heads = await Db.Heads.Where(h => h.ReleaseId == id && h.Unit == code).OrderBy(h => h.From).ThenBy(h => h.Id).ToListAsync(cancel);
        Satisfaction = await Db.Satisfaction.Where(s => s.ReleaseId == id && s.Unit == code && s.Level != SatisfactionLevel.Item)
            .OrderBy(s => s.Order).ToListAsync(cancel);
        Signs = await Db.FormSigns.FirstOrDefaultAsync(s => s.ReleaseId == id && s.Unit == code, cancel);
        if (Group.Framework is null || Line.Result.Achieved is null) return Page();

        Framework = await Db.Frameworks.SingleAsync(f => f.ReleaseId == id && f.Code == Group.Framework, cancel);
        Criteria = await Db.Criteria.Where(c => c.ReleaseId == id && c.Framework == Group.Framework).OrderBy(c => c.Order).Select(NameAlone).ToListAsync(cancel);
        Parts = await Db.PartResults.Where(p => p.ReleaseId == id && p.Unit == code).ToDictionaryAsync(p => p.Code, cancel);
        Leaves = await Db.LeafResults.Where(l => l.ReleaseId == id && l.Unit == code)
            .Select(l => new Leaf(l.Code, l.State, l.Self, l.Appraised, l.Points)).ToDictionaryAsync(l => l.Code, cancel);
        var inGroup = Group.Code;
        var shares = await (from unit in Db.Units.Where(u => u.ReleaseId == id && u.Group == inGroup)
                            join part in Db.PartResults.Where(p => p.ReleaseId == id && p.IsArea) on unit.Code equals part.Unit
                            where part.Published != null
                            select new { part.Code, Share = part.Published!.Value }).ToListAsync(cancel);
        GroupShares = shares.GroupBy(s => s.Code).ToDictionary(area => area.Key, area => area.Select(s => s.Share).Order().ToList());
        return Page();
    }

    /// <summary>What the table says of one leaf.</summary>
    public sealed record Leaf(string Code, Core.Computation.LeafState State, Core.Points? Self, Core.Points? Appraised, Core.Points Points);
}
