using Microsoft.EntityFrameworkCore;
using ParIndex.App.Publication;
using ParIndex.App.Storage;

namespace ParIndex.Web.Pages.Portal;

/// <summary>P11, short: the packages and their conventions.</summary>
public sealed class DataModel(IndexDb db) : PortalPage(db)
{
    public List<ReleaseRow> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Title = new("Dữ liệu mở", "Open data");
        Above = [(new("Trang chủ", "Home"), "/")];
        All = await Db.Releases.NewestFirst().ToListAsync(cancel);
        Release = All.FirstOrDefault();
    }
}
