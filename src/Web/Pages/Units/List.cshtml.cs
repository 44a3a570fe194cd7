using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Units;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Units;

/// <summary>S3: the units of the place as they are on a day, and how they became so.</summary>
[MayOpen(Role.Secretariat, Role.Observer, Role.Administrator, Role.CouncilChair)]
public sealed class ListModel(ReadUnits read, TimeProvider clock, Who who) : WorkPage(who)
{
    public DateOnly Day { get; private set; }

    public string? Typed { get; private set; }

    public string? Words { get; private set; }

    public UnitBook Book { get; private set; } = new([], []);

    public IReadOnlyList<UnitOnDay> Shown { get; private set; } = [];

    public bool MayChange => Person.Is(Role.Secretariat);

    public Task<Microsoft.AspNetCore.Mvc.IActionResult> OnGetAsync(string? ngay, string? tim) => TryAsync(
        async () =>
        {
            (Typed, Words) = (ngay, tim);
            await ShowAsync(TypedDate.Day(ngay, "ngay") ?? Vietnam.Day(clock.GetUtcNow()));
            return Page();
        },
        () => ShowAsync(Vietnam.Day(clock.GetUtcNow())));

    private async Task ShowAsync(DateOnly day)
    {
        Title = UnitsWords.Units;
        Above = [(new("Việc của tôi", "My work"), "/noi-bo")];
        Day = day;
        Book = await read.RunAsync(day, Cancel);
        var sought = Folding.Fold(Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Shown = [.. Book.Units.Where(unit => unit.ExistsOn(day) && sought.All(word => (" " + Folding.Fold($"{unit.Code} {unit.Name.Vi} {unit.ShortName.Vi}")).Contains(" " + word, StringComparison.Ordinal)))];
    }
}
