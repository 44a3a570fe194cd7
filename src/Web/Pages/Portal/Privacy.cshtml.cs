using ParIndex.App.Storage;

namespace ParIndex.Web.Pages.Portal;

/// <summary>P16: what a survey asks of whom, what is kept, and what can never be seen.</summary>
public sealed class PrivacyModel(IndexDb db) : PortalPage(db)
{
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Title = PrivacyText.Title;
        Above = [PortalText.HomeLink];
        Release = await LatestAsync(cancel);
    }
}
