using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Cycles;

/// <summary>All cycles, and a new one after an earlier.</summary>
[MayOpen(Role.Secretariat, Role.Observer, Role.CouncilChair)]
public sealed class ListModel(IndexDb db, CreateCycle create, Who who) : WorkPage(who)
{
    [BindProperty]
    public int From { get; set; }

    [BindProperty]
    public int? Year { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Plan { get; set; }

    public IReadOnlyList<CycleRow> Cycles { get; private set; } = [];

    public bool MayCreate => Person.Is(Role.Secretariat) && Cycles.Count > 0;

    public async Task OnGetAsync()
    {
        Title = CyclesWords.Cycles;
        Above = [(new("Việc của tôi", "My work"), "/noi-bo")];
        var all = await db.Cycles.OrderByDescending(row => row.Year).ThenByDescending(row => row.Id).ToListAsync(Cancel);
        Cycles = [.. all.Where(row => Person.Is(row.Id, Role.Secretariat, Role.Observer, Role.CouncilChair))];
    }

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            await create.RunAsync(Person, new(Code ?? "", Year ?? 0, From, Plan), Cancel);
            return Then($"/noi-bo/ky/{Code!.Trim()}/chuan-bi", CyclesWords.Created);
        },
        OnGetAsync);
}
