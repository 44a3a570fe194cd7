using ParIndex.App.Storage;

namespace ParIndex.Web.Pages.Portal;

/// <summary>P10, short: how the index comes about, in words for everybody.</summary>
public sealed class MethodModel(IndexDb db) : PortalPage(db)
{
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Title = new("Phương pháp", "Method");
        Above = [(new("Trang chủ", "Home"), "/")];
        Release = await LatestAsync(cancel);
    }
}
