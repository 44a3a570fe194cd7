using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Results;
using ParIndex.App.Storage;

namespace ParIndex.Web.Pages.Portal;

/// <summary>P6: a group over two years, ranks or scores; where the grouping changed, the link is broken and said so.</summary>
public sealed class YearsModel(IndexDb db) : PortalPage(db)
{
    public App.Publication.ReleaseRow? Before { get; private set; }

    public List<GroupRow> Groups { get; private set; } = [];

    public GroupRow Group { get; private set; } = null!;

    public bool Ranks { get; private set; }

    public List<Shown> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? khoi, string? xem, CancellationToken cancel)
    {
        Title = new("Qua các năm", "Over the years");
        Above = [(new("Trang chủ", "Home"), "/")];
        Release = await LatestAsync(cancel);
        if (Release is null) return Page();
        var id = Release.Id;
        Before = Release.PreviousYear is { } year ? await OfYearAsync(year, cancel) : null;
        Groups = await Db.Groups.Where(g => g.ReleaseId == id && g.Ranking).OrderBy(g => g.Order).ToListAsync(cancel);
        if (Groups.Count == 0) return Page();
        if ((khoi is null ? Groups[0] : Groups.FirstOrDefault(g => g.Slug == khoi)) is not { } group) return NotFound();
        Group = group;
        Ranks = xem == "hang";
        var now = await LinesAsync(id, group.Code, cancel);
        var before = Before is null ? [] : (await LinesAsync(Before.Id, null, cancel)).ToDictionary(line => line.Unit.Code);
        Rows = [.. now.Select(line =>
        {
            var earlier = before.GetValueOrDefault(line.Unit.Code);
            var score = line.Result.PreviousPublished ?? earlier?.Result.Published;
            var rank = line.Result.PreviousRank ?? earlier?.Result.Rank;
            return new Shown(line, score, rank, line.Result.WhyNoRankChange is not null || (earlier is not null && earlier.Unit.Group != line.Unit.Group));
        })];
        return Page();
    }

    /// <summary>One unit in two years.</summary>
    public sealed record Shown(UnitLine Line, decimal? ScoreBefore, int? RankBefore, bool Break);
}
