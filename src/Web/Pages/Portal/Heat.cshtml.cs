using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Frameworks;
using ParIndex.App.Results;
using ParIndex.App.Storage;

namespace ParIndex.Web.Pages.Portal;

/// <summary>Picture 3: every unit of a group by every criterion, the share of the maximum printed and shaded in five stated classes.</summary>
public sealed class HeatModel(IndexDb db) : PortalPage(db)
{
    public GroupRow Group { get; private set; } = null!;

    public FrameworkRow Framework { get; private set; } = null!;

    public List<CriterionRow> Criteria { get; private set; } = [];

    public List<(UnitLine Line, decimal?[] Shares)> Rows { get; private set; } = [];

    /// <summary>Mean of the column's exact shares.</summary>
    public decimal?[] Means { get; private set; } = [];

    public string Sort { get; private set; } = "";

    /// <summary>The class of a share: under 50, 70, 80, 90, and from 90 on.</summary>
    public static string Shade(decimal? share) => share switch
    {
        null => "none",
        < 50 => "h1",
        < 70 => "h2",
        < 80 => "h3",
        < 90 => "h4",
        _ => "h5",
    };

    public async Task<IActionResult> OnGetAsync(int year, string group, [FromQuery(Name = "sap-xep")] string? sort, CancellationToken cancel)
    {
        Release = await OfYearAsync(year, cancel);
        if (Release is null) return NotFound();
        var id = Release.Id;
        var found = await Db.Groups.FirstOrDefaultAsync(g => g.ReleaseId == id && g.Ranking && g.Slug == group, cancel);
        if (found?.Framework is null) return NotFound();
        Group = found;
        Framework = await Db.Frameworks.SingleAsync(f => f.ReleaseId == id && f.Code == found.Framework, cancel);
        Title = new($"Bảng nhiệt {found.Name.Vi} năm {year}", $"Heat table of {found.Name.En}, {year}");
        Above = [(new("Trang chủ", "Home"), "/"), (found.Name, $"/ket-qua/{year}/{group}")];
        Criteria = [.. (await Db.Criteria.Where(c => c.ReleaseId == id && c.Framework == found.Framework && c.Level != CriterionLevel.Area)
            .OrderBy(c => c.Order).Select(NameAlone).ToListAsync(cancel)).Where(c => c.Level == CriterionLevel.Criterion || c.Parent == c.Area)];
        var lines = await LinesAsync(id, found.Code, cancel);
        var units = lines.Select(line => line.Unit.Code).ToList();
        var parts = await Db.PartResults.Where(p => p.ReleaseId == id && !p.IsArea && units.Contains(p.Unit))
            .Select(p => new { p.Unit, p.Code, p.Achieved, p.Applicable }).ToListAsync(cancel);
        var shares = parts.Where(p => p.Applicable.TenThousandths > 0)
            .ToDictionary(p => (p.Unit, p.Code), p => 100m * p.Achieved.Value / p.Applicable.Value);
        Rows = [.. lines.Select(line => (line, Criteria.Select(c => shares.TryGetValue((line.Unit.Code, c.Code), out var share) ? share : (decimal?)null).ToArray()))];
        Means = [.. Criteria.Select((_, i) => Rows.Select(row => row.Shares[i]).Average())];
        var column = Criteria.FindIndex(c => c.Code == sort);
        if (column < 0) return Page();
        Sort = sort!;
        Rows = [.. Rows.OrderByDescending(row => row.Shares[column] ?? -1).ThenBy(row => row.Line.Unit.Alphabetical)];
        return Page();
    }
}
