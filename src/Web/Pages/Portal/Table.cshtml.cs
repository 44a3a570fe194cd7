using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Publication;
using ParIndex.App.Results;
using ParIndex.App.Storage;
using ParIndex.App.Units;

namespace ParIndex.Web.Pages.Portal;

/// <summary>P9: the table builder. What was chosen stands in the address, each release by its version, so that the same address gives the same table for ever.</summary>
public sealed class TableModel(IndexDb db) : PortalPage(db)
{
    public BuiltTable? Built { get; private set; }

    public List<ReleaseRow> Releases { get; private set; } = [];

    public List<GroupRow> Groups { get; private set; } = [];

    public List<UnitRow> Units { get; private set; } = [];

    /// <summary>Asked for by its short address.</summary>
    public bool Kept { get; private set; }

    /// <summary>Nothing was chosen yet.</summary>
    public bool Fresh { get; private set; }

    public string Query => TableQuery.Of(Built!.Choice);

    public string Permalink => $"/lap-bang/{TableQuery.Code(Built!.Choice)}";

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken cancel)
    {
        Title = TableText.Title;
        Above = [PortalText.HomeLink, (TableText.Data, "/du-lieu")];
        Kept = code is not null;
        Fresh = !Kept && Request.Query.Count == 0;
        var choice = Kept ? TableQuery.Read(code!) : TableQuery.Read(Request.Query);
        if (choice is null) return NotFound();
        Releases = await Db.Releases.OrderByDescending(r => r.Year).ThenByDescending(r => r.Revision).ToListAsync(cancel);
        if (Releases.Count == 0) return Page();
        Built = await new BuildTable(Db).RunAsync(choice, cancel);
        if (Built is null) return NotFound();
        Release = Built.Releases[0];
        Groups = await Db.Groups.Where(g => g.ReleaseId == Release.Id && g.Ranking).OrderBy(g => g.Order).ToListAsync(cancel);
        var group = Groups.Single(g => g.Slug == Built.Choice.Group).Code;
        Units = await Db.Units.Where(u => u.ReleaseId == Release.Id && u.Group == group).OrderBy(u => u.Alphabetical).ToListAsync(cancel);
        return Page();
    }
}
