using Microsoft.EntityFrameworkCore;
using ParIndex.App.Publication;
using ParIndex.App.Storage;
using ParIndex.Documents.OpenData;

namespace ParIndex.Web.Pages.Portal;

/// <summary>P12: every correction and withdrawal: what, why, old and new figures, when.</summary>
public sealed class CorrectionsModel(IndexDb db) : PortalPage(db)
{
    public IReadOnlyList<Shown> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Title = new("Đính chính và thu hồi", "Corrections and withdrawals");
        Above = [(new("Trang chủ", "Home"), "/"), (new("Công bố", "Releases"), "/cong-bo")];
        Release = await LatestAsync(cancel);
        var releases = await Db.Releases.OrderBy(row => row.Revision).ToListAsync(cancel);
        var shown = new List<Shown>();
        foreach (var release in releases.Where(row => row.Corrects || row.WithdrawnAt is not null))
        {
            var before = release.Corrects ? releases.LastOrDefault(row => row.CycleCode == release.CycleCode && row.Revision < release.Revision) : null;
            shown.Add(new(release, before, before is null ? [] : await ReleaseChanges.ReadAsync(Db, before.Id, release.Id, cancel)));
        }

        All = [.. shown.OrderByDescending(one => one.Release.WithdrawnAt ?? one.Release.PublishedAt)];
    }

    public sealed record Shown(ReleaseRow Release, ReleaseRow? Before, IReadOnlyList<PackageChange> Changes);
}
