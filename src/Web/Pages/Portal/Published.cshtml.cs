using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Publication;
using ParIndex.App.Results;
using ParIndex.App.Storage;
using ParIndex.Documents.OpenData;

namespace ParIndex.Web.Pages.Portal;

/// <summary>P14: one release: the Decision, what the announcement says, the files with their hashes, and how to check them. Without a number: all releases.</summary>
public sealed class PublishedModel(IndexDb db) : PortalPage(db)
{
    public List<ReleaseRow> All { get; private set; } = [];

    public List<StatementRow> Statements { get; private set; } = [];

    public List<FileShown> Files { get; private set; } = [];

    /// <summary>All files in one.</summary>
    public FileShown? Whole { get; private set; }

    public List<GroupRow> Groups { get; private set; } = [];

    /// <summary>The version that is in force instead of this one.</summary>
    public ReleaseRow? Newer { get; private set; }

    /// <summary>The version this one follows.</summary>
    public ReleaseRow? Older { get; private set; }

    /// <summary>What this version corrects of the one before it; null: it is the first.</summary>
    public IReadOnlyList<PackageChange>? Changes { get; private set; }

    public bool List { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? number, CancellationToken cancel)
    {
        Above = [(new("Trang chủ", "Home"), "/")];
        All = await Db.Releases.NewestFirst().ToListAsync(cancel);
        List = number is null;
        Title = new("Các lần công bố và đính chính", "Releases and corrections");
        Release = List ? All.FirstOrDefault() : All.FirstOrDefault(r => r.Slug == number);
        if (List) return Page();
        if (Release is null) return NotFound();
        Above = [(new("Trang chủ", "Home"), "/"), (new("Công bố", "Releases"), "/cong-bo")];
        Title = Release.DecisionNumber is { } decision
            ? new($"Quyết định số {decision}", $"Decision {decision}")
            : new($"Kết quả năm {Release.Year}", $"Results of {Release.Year}");
        var ofYear = All.Where(r => r.CycleCode == Release.CycleCode).ToList();
        Newer = ofYear.FirstOrDefault(r => r.Revision > Release.Revision && r.WithdrawnAt is null);
        Older = ofYear.FirstOrDefault(r => r.Revision < Release.Revision);
        if (Release.Corrects && Older is not null) Changes = await ReleaseChanges.ReadAsync(Db, Older.Id, Release.Id, cancel);
        var id = Release.Id;
        Statements = await Db.Statements.Where(s => s.ReleaseId == id).OrderBy(s => s.Order).ToListAsync(cancel);
        Files = await Db.Documents.Where(d => d.ReleaseId == id).OrderBy(d => d.Name).Select(d => new FileShown(d.Name, d.Length, d.Sha256)).ToListAsync(cancel);
        Whole = Files.FirstOrDefault(file => file.Name.EndsWith(".zip", StringComparison.Ordinal));
        Files.RemoveAll(file => file == Whole);
        Files = [.. Files.OrderByDescending(file => file.ForReading)]; // What people read comes before what machines read.
        Groups = await Db.Groups.Where(g => g.ReleaseId == id && g.Ranking).OrderBy(g => g.Order).ToListAsync(cancel);
        return Page();
    }

    /// <summary>A file as the page lists it.</summary>
    public sealed record FileShown(string Name, long Length, string Sha256)
    {
        public bool ForReading => Path.GetExtension(Name) is ".docx" or ".xlsx" or ".html" or ".md" && Folder == "";

        public decimal Kilobytes => Math.Max(0.1m, Length / 1024m);

        /// <summary>Folder inside the package; empty: the package itself.</summary>
        public string Folder => Name.LastIndexOf('/') is > 0 and var cut ? Name[..cut] : "";
    }
}
