using Microsoft.AspNetCore.Mvc;
using ParIndex.App.Accounts;
using ParIndex.App.Units;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.Units;

/// <summary>A unit that came from none other.</summary>
[MayOpen(Role.Secretariat)]
public sealed class AddModel(AddUnit add, Who who) : ChangePage(who)
{
    public void OnGet()
    {
        Title = UnitsWords.Add;
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (UnitsWords.Units, "/noi-bo/don-vi")];
    }

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            await add.RunAsync(Person, Made, Typed, Document, Cancel);
            return Then($"/noi-bo/don-vi/{Code!.Trim()}", UnitsWords.Saved);
        },
        () =>
        {
            OnGet();
            return Task.CompletedTask;
        });
}
