using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Publication;
using ParIndex.App.Results;
using ParIndex.App.Storage;
using ParIndex.App.Units;
using ParIndex.Documents.OpenData;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Portal;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Publication;

/// <summary>A release before its moment, as it will come out: statements, rankings, files. Every look is recorded.</summary>
[MayOpen]
public sealed class EarlyReleaseModel(EarlyReading early, IndexDb db, Who who) : WorkPage(who)
{
    /// <summary>What a look at this page is called in the record.</summary>
    public const string Whole = "page";

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public ReleaseRow Release { get; private set; } = null!;

    public IReadOnlyList<GroupRow> Groups { get; private set; } = [];

    public ILookup<string, UnitLine> Lines { get; private set; } = Array.Empty<UnitLine>().ToLookup(line => line.Unit.Group);

    public IReadOnlyList<StatementRow> Statements { get; private set; } = [];

    public IReadOnlyList<PublishedModel.FileShown> Files { get; private set; } = [];

    /// <summary>What it changes of the version in force; null: nothing is out.</summary>
    public IReadOnlyList<PackageChange>? Changes { get; private set; }

    public async Task OnGetAsync()
    {
        Release = await early.OpenAsync(Person, Id, Whole, Cancel);
        Title = new($"Kết quả năm {Release.Year}, phiên bản {Release.Edition}", $"Results of {Release.Year}, version {Release.Edition}");
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (PublicationText.Early, "/noi-bo/xem-truoc")];
        Groups = await db.OfAnyRelease<GroupRow>().Where(group => group.ReleaseId == Id && group.Ranking).OrderBy(group => group.Order).ToListAsync(Cancel);
        Lines = (await (from unit in db.OfAnyRelease<UnitRow>().Where(unit => unit.ReleaseId == Id)
                        join result in db.OfAnyRelease<UnitResultRow>().Where(result => result.ReleaseId == Id) on unit.Code equals result.Unit
                        orderby result.Rank ?? int.MaxValue, unit.Alphabetical
                        select new UnitLine(unit, result)).ToListAsync(Cancel)).ToLookup(line => line.Unit.Group);
        Statements = await db.OfAnyRelease<StatementRow>().Where(row => row.ReleaseId == Id).OrderBy(row => row.Order).ToListAsync(Cancel);
        Files = [.. (await db.OfAnyRelease<DocumentRow>().Where(row => row.ReleaseId == Id).OrderBy(row => row.Name).Select(row => new PublishedModel.FileShown(row.Name, row.Length, row.Sha256)).ToListAsync(Cancel))
            .Where(file => file.Folder == "")];
        var current = await db.Releases.InForce().NewestFirst().FirstOrDefaultAsync(row => row.CycleCode == Release.CycleCode, Cancel);
        if (current is not null) Changes = await ReleaseChanges.ReadAsync(db, current.Id, Id, Cancel);
    }

    public async Task<IActionResult> OnGetFileAsync(string name)
    {
        var file = await early.FileAsync(Person, Id, name, Cancel);
        return File(file.Content, file.MediaType, Path.GetFileName(file.Name));
    }
}
