using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Frameworks;
using ParIndex.App.Publication;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.Portal;

/// <summary>A page of the portal: reads releases that are out, and nothing else; the sets of <see cref="IndexDb"/> hold no others.</summary>
public abstract class PortalPage(IndexDb db) : PageModel
{
    /// <summary>The release it shows; null: nothing is published yet, or the page is about none.</summary>
    public ReleaseRow? Release { get; protected set; }

    public Text Title { get; protected set; } = new("", "");

    /// <summary>Pages above this one: words and addresses without language.</summary>
    public IReadOnlyList<(Text Words, string Path)> Above { get; protected set; } = [];

    public Language Language => HttpContext.Language();

    protected IndexDb Db => db;

    /// <summary>A line of a framework by name alone: rule, evidence and sources are long, and most pages do not show them.</summary>
    protected static Expression<Func<CriterionRow, CriterionRow>> NameAlone { get; } = c => new CriterionRow
    {
        ReleaseId = c.ReleaseId,
        Framework = c.Framework,
        Code = c.Code,
        Order = c.Order,
        Level = c.Level,
        Parent = c.Parent,
        Area = c.Area,
        Name = c.Name,
        Max = c.Max,
        Illustrative = c.Illustrative,
    };

    /// <summary>The newest version of the newest year.</summary>
    protected Task<ReleaseRow?> LatestAsync(CancellationToken cancel) =>
        db.Releases.InForce().NewestFirst().FirstOrDefaultAsync(cancel);

    /// <summary>The newest version of one year.</summary>
    protected Task<ReleaseRow?> OfYearAsync(int year, CancellationToken cancel) =>
        db.Releases.InForce().NewestFirst().FirstOrDefaultAsync(r => r.Year == year, cancel);

    /// <summary>Numbers of the releases that stand today: the newest version of each year.</summary>
    protected async Task<List<int>> CurrentAsync(CancellationToken cancel) =>
        [.. (await db.Releases.InForce().Select(r => new { r.Id, r.CycleCode, r.Revision }).ToListAsync(cancel)).GroupBy(r => r.CycleCode).Select(versions => versions.MaxBy(r => r.Revision)!.Id)];

    /// <summary>One line a unit of a release, in order of group and rank.</summary>
    protected async Task<List<UnitLine>> LinesAsync(int release, string? inGroup, CancellationToken cancel) =>
        await (from unit in db.Units.Where(u => u.ReleaseId == release && (inGroup == null || u.Group == inGroup))
               join result in db.UnitResults on new { unit.ReleaseId, unit.Code } equals new { result.ReleaseId, Code = result.Unit }
               orderby unit.Group, result.Rank ?? int.MaxValue, unit.Alphabetical
               select new UnitLine(unit, result)).ToListAsync(cancel);
}
