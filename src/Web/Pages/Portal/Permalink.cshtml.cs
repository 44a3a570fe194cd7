using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Publication;
using ParIndex.App.Results;
using ParIndex.App.Storage;

namespace ParIndex.Web.Pages.Portal;

/// <summary>
/// P17: what was cited, for ever. The address names a version and, after a dot, a unit or a group of it; it shows the figures of that version and says
/// when another one is in force, with its figures beside.
/// </summary>
public sealed class PermalinkModel(IndexDb db) : PortalPage(db)
{
    public ReleaseRow? Newer { get; private set; }

    /// <summary>The group of the cited table, or of the cited unit; null: the whole release was cited.</summary>
    public GroupRow? Group { get; private set; }

    /// <summary>The cited unit; null: a group or the release.</summary>
    public UnitLine? Cited { get; private set; }

    public IReadOnlyList<UnitLine> Lines { get; private set; } = [];

    /// <summary>Results of the version in force by unit, where it is another one.</summary>
    public IReadOnlyDictionary<string, UnitResultRow> Now { get; private set; } = new Dictionary<string, UnitResultRow>();

    public string Id { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        var (slug, part) = id.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? (id[..dot], id[(dot + 1)..]) : (id, null);
        Release = await Db.Releases.FirstOrDefaultAsync(r => r.Slug == slug, cancel);
        if (Release is null) return NotFound();
        if (part is null) return Redirect(L($"/cong-bo/{Release.Slug}"));
        var release = Release.Id;
        var unit = await Db.Units.Where(u => u.ReleaseId == release && u.Slug == part).Select(u => new { u.Code, u.Group }).FirstOrDefaultAsync(cancel);
        Group = await Db.Groups.FirstOrDefaultAsync(g => g.ReleaseId == release && g.Ranking && (unit == null ? g.Slug == part : g.Code == unit.Group), cancel);
        if (Group is null) return NotFound();
        Id = id;
        Lines = await LinesAsync(release, Group.Code, cancel);
        if (unit is not null) Cited = Lines.First(line => line.Unit.Code == unit.Code);
        Newer = await Db.Releases.InForce().NewestFirst().FirstOrDefaultAsync(r => r.CycleCode == Release.CycleCode && r.Id != release, cancel);
        if (Newer is not null && Newer.Revision < Release.Revision && Release.WithdrawnAt is null) Newer = null;
        if (Newer is { Id: var newer }) Now = await Db.UnitResults.Where(r => r.ReleaseId == newer).ToDictionaryAsync(r => r.Unit, cancel);
        Title = Cited is { } cited
            ? new($"{cited.Unit.Name.Vi}: kết quả năm {Release.Year}, phiên bản {Release.Edition}", $"{cited.Unit.Name.En}: results of {Release.Year}, version {Release.Edition}")
            : new($"{Group.Name.Vi}: kết quả năm {Release.Year}, phiên bản {Release.Edition}", $"{Group.Name.En}: results of {Release.Year}, version {Release.Edition}");
        Above = [(new("Trang chủ", "Home"), "/"), (new("Công bố", "Releases"), "/cong-bo"),
            (Release.DecisionNumber is { } number ? new($"Quyết định số {number}", $"Decision {number}") : new($"Kết quả năm {Release.Year}", $"Results of {Release.Year}"), $"/cong-bo/{Release.Slug}")];
        return Page();
    }

    private string L(string path) => Language == Core.Language.English ? Access.LanguageByPath.English + path : path;
}
