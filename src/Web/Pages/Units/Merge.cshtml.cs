using Microsoft.AspNetCore.Mvc;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Units;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.Units;

/// <summary>Several units become one.</summary>
[MayOpen(Role.Secretariat)]
public sealed class MergeModel(MergeUnits merge, ReadUnits read, TimeProvider clock, Who who) : ChangePage(who)
{
    [BindProperty]
    public IReadOnlyList<string> Units { get; set; } = [];

    [BindProperty]
    public string? Survivor { get; set; }

    public IReadOnlyList<UnitOnDay> Choice { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Title = UnitsWords.Merge;
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (UnitsWords.Units, "/noi-bo/don-vi")];
        Choice = [.. (await read.RunAsync(Vietnam.Day(clock.GetUtcNow()), Cancel)).Units.Where(unit => unit.Until is null)];
    }

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            var survivor = string.IsNullOrWhiteSpace(Survivor) ? null : Survivor;
            await merge.RunAsync(Person, Units, survivor, survivor is not null && string.IsNullOrWhiteSpace(NameVi) ? null : Made, Typed, Document, Cancel);
            return Then($"/noi-bo/don-vi/{survivor ?? Code!.Trim()}", UnitsWords.Saved);
        },
        OnGetAsync);
}
