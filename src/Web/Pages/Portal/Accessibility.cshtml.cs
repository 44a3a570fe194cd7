using ParIndex.App.Storage;

namespace ParIndex.Web.Pages.Portal;

/// <summary>P15: what the site aims at, and its known limits.</summary>
public sealed class AccessibilityModel(IndexDb db) : PortalPage(db)
{
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Title = new("Khả năng tiếp cận", "Accessibility");
        Above = [(new("Trang chủ", "Home"), "/")];
        Release = await LatestAsync(cancel);
    }
}
