using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;
using ParIndex.App.Surveys;
using ParIndex.App.Units;
using ParIndex.Core;
using ParIndex.Core.Surveys;

namespace ParIndex.Web.Pages.Portal;

/// <summary>What stands out in the forms of the survey, unit by unit: for people to look at.</summary>
public sealed class SignsModel(IndexDb db) : PortalPage(db)
{
    /// <summary>A unit with its counts and signs.</summary>
    public sealed record Shown(UnitRow Unit, FormSignsRow Counts, IReadOnlyList<FormSign> Signs);

    public List<Shown> Units { get; private set; } = [];

    /// <summary>Units with a sign first.</summary>
    public IEnumerable<Shown> Marked => Units.Where(unit => unit.Signs.Count > 0);

    public int Forms => Units.Sum(unit => unit.Counts.Forms);

    /// <summary>Share of all forms, in per cent.</summary>
    public decimal? Of(Func<FormSignsRow, int> count) => Forms == 0 ? null : Rounding.Share(Units.Sum(unit => count(unit.Counts)), Forms, 2);

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken cancel)
    {
        Release = await OfYearAsync(year, cancel);
        if (Release is null) return NotFound();
        var id = Release.Id;
        Title = new($"Dấu hiệu cần xem lại trong phiếu khảo sát năm {year}", $"Signs to look at in the survey forms, {year}");
        Above = [(new("Trang chủ", "Home"), "/"), (new($"Kết quả năm {year}", $"Results of {year}"), $"/ket-qua/{year}")];
        var rows = await (from unit in Db.Units.Where(unit => unit.ReleaseId == id)
                          join counts in Db.FormSigns on new { unit.ReleaseId, unit.Code } equals new { counts.ReleaseId, Code = counts.Unit }
                          orderby unit.Alphabetical
                          select new { unit, counts }).ToListAsync(cancel);
        if (rows.Count == 0) return NotFound();
        Units = [.. rows.Select(row => new Shown(row.unit, row.counts, [.. row.counts.Signs.Select(Enum.Parse<FormSign>)])).OrderByDescending(row => row.Signs.Count)];
        return Page();
    }
}
