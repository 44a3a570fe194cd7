using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Frameworks;
using ParIndex.App.Publication;
using ParIndex.App.Storage;
using ParIndex.Core.Computation;

namespace ParIndex.Web.Pages.Portal;

/// <summary>P4: one criterion: what is measured, by which rule, with what evidence, and how every unit did.</summary>
public sealed class CriterionModel(IndexDb db) : PortalPage(db)
{
    public FrameworkRow Framework { get; private set; } = null!;

    public CriterionRow Criterion { get; private set; } = null!;

    public List<CriterionRow> Path { get; private set; } = [];

    public List<CriterionRow> Below { get; private set; } = [];

    public List<Shown> Units { get; private set; } = [];

    public IEnumerable<Shown> Full => Units.Where(unit => unit.Points == unit.Applicable && unit.Applicable.TenThousandths > 0 && unit.Counts);

    public async Task<IActionResult> OnGetAsync(string framework, string code, CancellationToken cancel)
    {
        var found = await (from f in Db.Frameworks.Where(f => f.Slug == framework)
                           join r in Db.Releases.InForce() on f.ReleaseId equals r.Id
                           orderby r.Year descending, r.Revision descending
                           select new { f, r }).FirstOrDefaultAsync(cancel);
        if (found is null) return NotFound();
        (Framework, Release) = (found.f, found.r);
        var id = Release.Id;
        var lines = await Db.Criteria.Where(c => c.ReleaseId == id && c.Framework == found.f.Code).OrderBy(c => c.Order).ToListAsync(cancel);
        if (lines.FirstOrDefault(c => c.Code == code) is not { } criterion) return NotFound();
        Criterion = criterion;
        Below = [.. lines.Where(c => c.Parent == code)];
        for (var above = criterion.Parent; above is not null; above = Path[0].Parent) Path.Insert(0, lines.Single(c => c.Code == above));
        Title = new($"Tiêu chí {code}: {criterion.Name.Vi}", $"Criterion {code}: {criterion.Name.En}");
        Above =
        [
            (new("Trang chủ", "Home"), "/"), (Framework.Name, $"/tieu-chi/{framework}"),
            .. Path.Select(c => (new Core.Text($"{c.Code}. {c.Name.Vi}", $"{c.Code}. {c.Name.En}"), $"/tieu-chi/{framework}/{c.Code}")),
        ];
        if (criterion.Level == CriterionLevel.Leaf)
            Units = await (from leaf in Db.LeafResults.Where(l => l.ReleaseId == id && l.Code == code)
                           join unit in Db.Units.Where(u => u.ReleaseId == id) on leaf.Unit equals unit.Code
                           join g in Db.Groups.Where(g => g.ReleaseId == id && g.Framework == found.f.Code) on unit.Group equals g.Code
                           orderby leaf.Points descending, unit.Alphabetical
                           select new Shown(unit.Name, unit.Slug, g.Name, leaf.Points, leaf.Applicable, leaf.State)).ToListAsync(cancel);
        else
            Units = await (from part in Db.PartResults.Where(p => p.ReleaseId == id && p.Code == code)
                           join unit in Db.Units.Where(u => u.ReleaseId == id) on part.Unit equals unit.Code
                           join g in Db.Groups.Where(g => g.ReleaseId == id && g.Framework == found.f.Code) on unit.Group equals g.Code
                           orderby part.Achieved descending, unit.Alphabetical
                           select new Shown(unit.Name, unit.Slug, g.Name, part.Achieved, part.Applicable,
                               part.Published == null ? LeafState.Excluded : LeafState.Scored)).ToListAsync(cancel);
        return Page();
    }

    /// <summary>One unit on this criterion.</summary>
    public sealed record Shown(Core.Text Name, string Slug, Core.Text Group, Core.Points Points, Core.Points Applicable, LeafState State)
    {
        public bool Counts => State is LeafState.Scored or LeafState.FullPoints or LeafState.NotAppraised or LeafState.NoEvidence;
    }
}
