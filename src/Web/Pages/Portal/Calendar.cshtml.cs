using Microsoft.EntityFrameworkCore;
using ParIndex.App.Cycles;
using ParIndex.App.Publication;
using ParIndex.App.Storage;

namespace ParIndex.Web.Pages.Portal;

/// <summary>P13: what was published when, and when the next results may be expected by the plan of the year's process.</summary>
public sealed class CalendarModel(IndexDb db) : PortalPage(db)
{
    /// <summary>A year whose results are not published yet, with the day its last phase closes.</summary>
    public sealed record Coming(int Year, DateTimeOffset Closes);

    public List<ReleaseRow> Published { get; private set; } = [];

    public List<Coming> Expected { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Title = CalendarText.Title;
        Above = [PortalText.HomeLink];
        Release = await LatestAsync(cancel);
        Published = await Db.Releases.OrderByDescending(r => r.Id).ToListAsync(cancel);
        var done = Published.Select(r => r.CycleCode).Distinct().ToList();
        var planned = await (from cycle in Db.Cycles.Where(c => c.State != CycleState.Draft && c.State != CycleState.Published && !done.Contains(c.Code))
                             join phase in Db.Phases on cycle.Id equals phase.Cycle
                             select new { cycle.Id, cycle.Year, phase.Closes }).ToListAsync(cancel);
        Expected = [.. planned.GroupBy(p => (p.Id, p.Year)).Select(one => new Coming(one.Key.Year, one.Max(p => p.Closes))).OrderBy(one => one.Closes)];
    }
}
