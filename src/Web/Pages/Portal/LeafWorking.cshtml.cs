using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Frameworks;
using ParIndex.App.Results;
using ParIndex.App.Storage;
using ParIndex.App.Units;

namespace ParIndex.Web.Pages.Portal;

/// <summary>Why a unit got these points for this leaf: rule, inputs, stages, sentence, trace.</summary>
public sealed class LeafWorkingModel(IndexDb db) : PortalPage(db)
{
    public UnitRow Unit { get; private set; } = null!;

    public CriterionRow Criterion { get; private set; } = null!;

    public FrameworkRow Framework { get; private set; } = null!;

    public LeafResultRow Leaf { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, int year, string leaf, CancellationToken cancel)
    {
        Release = await OfYearAsync(year, cancel);
        if (Release is null) return NotFound();
        var id = Release.Id;
        var found = await (from unit in Db.Units.Where(u => u.ReleaseId == id && u.Slug == slug)
                           join result in Db.LeafResults.Where(l => l.ReleaseId == id && l.Code == leaf) on unit.Code equals result.Unit
                           join g in Db.Groups.Where(g => g.ReleaseId == id) on unit.Group equals g.Code
                           join framework in Db.Frameworks.Where(f => f.ReleaseId == id) on g.Framework equals framework.Code
                           join criterion in Db.Criteria.Where(c => c.ReleaseId == id && c.Code == leaf) on framework.Code equals criterion.Framework
                           select new { unit, result, framework, criterion }).FirstOrDefaultAsync(cancel);
        if (found is null) return NotFound();
        (Unit, Leaf, Framework, Criterion) = (found.unit, found.result, found.framework, found.criterion);
        Title = new($"Cách tính điểm {leaf}, {Unit.Name.Vi}", $"Working of {leaf}, {Unit.Name.En}");
        Above = [(new("Trang chủ", "Home"), "/"), (Unit.Name, $"/don-vi/{slug}/{year}")];
        return Page();
    }
}
