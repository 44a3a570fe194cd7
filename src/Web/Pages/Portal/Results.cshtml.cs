using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Publication;
using ParIndex.App.Results;
using ParIndex.App.Storage;

namespace ParIndex.Web.Pages.Portal;

/// <summary>Every year and group there is a ranking of.</summary>
public sealed class ResultsModel(IndexDb db) : PortalPage(db)
{
    public List<ReleaseRow> Years { get; private set; } = [];

    public ILookup<int, GroupRow> Groups { get; private set; } = Array.Empty<GroupRow>().ToLookup(g => g.ReleaseId);

    /// <summary>Releases that have the list of what stands out in their forms.</summary>
    public HashSet<int> WithSigns { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? year, CancellationToken cancel)
    {
        Title = new("Kết quả theo năm và khối", "Results by year and group");
        Above = [(new("Trang chủ", "Home"), "/")];
        var releases = await Db.Releases.InForce().Where(r => year == null || r.Year == year).NewestFirst().ToListAsync(cancel);
        Years = [.. releases.DistinctBy(r => r.Year)];
        if (Years.Count == 0 && year is not null) return NotFound();
        Release = Years.FirstOrDefault();
        var ids = Years.Select(r => r.Id).ToList();
        Groups = (await Db.Groups.Where(g => ids.Contains(g.ReleaseId)).OrderBy(g => g.Order).ToListAsync(cancel)).ToLookup(g => g.ReleaseId);
        WithSigns = [.. await Db.FormSigns.Where(row => ids.Contains(row.ReleaseId)).Select(row => row.ReleaseId).Distinct().ToListAsync(cancel)];
        return Page();
    }
}
