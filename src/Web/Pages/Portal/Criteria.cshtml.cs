using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Frameworks;
using ParIndex.App.Publication;
using ParIndex.App.Storage;

namespace ParIndex.Web.Pages.Portal;

/// <summary>The frameworks of the newest release, or the tree of one. The code of a criterion alone leads to the framework that has it.</summary>
public sealed class CriteriaModel(IndexDb db) : PortalPage(db)
{
    public List<FrameworkRow> Frameworks { get; private set; } = [];

    public List<CriterionRow> Criteria { get; private set; } = [];

    /// <summary>The code that was asked for without a framework; null: none.</summary>
    public string? Code { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? framework, CancellationToken cancel)
    {
        Title = new("Tiêu chí và cách tính điểm", "Criteria and rules");
        Above = [(new("Trang chủ", "Home"), "/")];
        Release = await Db.Releases.InForce().Where(r => !r.TotalsOnly).NewestFirst().FirstOrDefaultAsync(cancel);
        if (Release is null) return framework is null ? Page() : NotFound();
        var id = Release.Id;
        Frameworks = await Db.Frameworks.Where(f => f.ReleaseId == id).OrderBy(f => f.Code).ToListAsync(cancel);
        if (framework is null) return Page();
        if (Frameworks.FirstOrDefault(f => f.Slug == framework) is { } one)
        {
            Frameworks = [one];
            Title = one.Name;
            Above = [(new("Trang chủ", "Home"), "/"), (new("Tiêu chí", "Criteria"), "/tieu-chi")];
            Criteria = await Db.Criteria.Where(c => c.ReleaseId == id && c.Framework == one.Code).OrderBy(c => c.Order).Select(NameAlone).ToListAsync(cancel);
            return Page();
        }

        var holding = await Db.Criteria.Where(c => c.ReleaseId == id && c.Code == framework).Select(c => c.Framework).ToListAsync(cancel);
        if (holding.Count == 0) return NotFound();
        Frameworks = [.. Frameworks.Where(f => holding.Contains(f.Code))];
        Code = framework;
        return Page();
    }
}
