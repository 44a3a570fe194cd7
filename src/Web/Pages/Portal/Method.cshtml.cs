using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Frameworks;
using ParIndex.App.Publication;
using ParIndex.App.Storage;

namespace ParIndex.Web.Pages.Portal;

/// <summary>P10: how the index is computed, as it was for one release: rounding, ties, bands, survey method, engine.</summary>
public sealed class MethodModel(IndexDb db) : PortalPage(db)
{
    public List<ReleaseRow> Versions { get; private set; } = [];

    public List<FrameworkRow> Frameworks { get; private set; } = [];

    /// <summary>A newer version of the same year; null: this is the newest.</summary>
    public ReleaseRow? Newer { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? version, CancellationToken cancel)
    {
        Title = MethodText.Title;
        Above = [PortalText.HomeLink];
        Versions = await Db.Releases.OrderByDescending(r => r.Year).ThenByDescending(r => r.Revision).ToListAsync(cancel);
        Release = version is null ? Versions.FirstOrDefault(r => r.WithdrawnAt is null) : Versions.FirstOrDefault(r => r.Slug == version);
        if (Release is null) return version is null ? Page() : NotFound();
        Newer = Versions.FirstOrDefault(r => r.CycleCode == Release.CycleCode && r.Revision > Release.Revision && r.WithdrawnAt is null);
        Frameworks = await Db.Frameworks.Where(f => f.ReleaseId == Release.Id).OrderBy(f => f.Code).ToListAsync(cancel);
        return Page();
    }
}
