using ParIndex.App.Publication;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Publication;

/// <summary>What a person may read before everybody; for most there is nothing, and the page says no more than that.</summary>
[MayOpen]
public sealed class EarlyModel(EarlyReading early, TimeProvider clock, Who who) : WorkPage(who)
{
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<ReleaseRow> Releases { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Title = PublicationText.Early;
        Above = [(new("Việc của tôi", "My work"), "/noi-bo")];
        Releases = await early.ListAsync(Person, Cancel);
    }
}
