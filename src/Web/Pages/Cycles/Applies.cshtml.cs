using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.Cycles;

/// <summary>Which leaves concern which units: decided with a reason before the cycle opens, one framework at a time.</summary>
[MayOpen(Role.Secretariat, Role.Observer, Role.CouncilChair)]
public sealed class AppliesModel(LoadCycle load, DecideApplicability decide, IndexDb db, Who who) : CyclePage(load, who)
{
    /// <summary>The framework's file; the first one where none is named.</summary>
    [BindProperty(SupportsGet = true, Name = "bo")]
    public string? Book { get; set; }

    [BindProperty]
    public string? Leaf { get; set; }

    [BindProperty]
    public IReadOnlyList<string> Units { get; set; } = [];

    [BindProperty]
    public bool Applies { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Framework? Framework { get; private set; }

    /// <summary>Leaves that may not concern a unit.</summary>
    public IReadOnlyList<Leaf> Leaves { get; private set; } = [];

    public IReadOnlyList<Unit> Columns { get; private set; } = [];

    public ILookup<(string Leaf, string Unit), ApplicabilityRow> Decided { get; private set; } = Array.Empty<ApplicabilityRow>().ToLookup(row => (row.Leaf, row.Unit));

    public bool MayDecide => IsDraft && MayRun;

    public async Task OnGetAsync()
    {
        await ReadCycleAsync(CyclesWords.Applies);
        Person.Need(Cycle.Id, Role.Secretariat, Role.Observer, Role.CouncilChair);
        Book = Book is not null && Cycle.Frameworks.ContainsKey(Book) ? Book : Cycle.Frameworks.Keys.Order(StringComparer.Ordinal).FirstOrDefault();
        if (Book is null) return;
        Framework = Cycle.Frameworks[Book];
        Leaves = [.. Framework.Leaves.Where(leaf => leaf.NotApplicable != NotApplicablePolicy.Never)];
        Columns = [.. Cycle.Units.Where(unit => Cycle.FileOf(unit.Group) == Book)];
        Decided = (await db.Applicability.Where(row => row.Cycle == Cycle.Id).ToListAsync(Cancel)).ToLookup(row => (row.Leaf, row.Unit));
    }

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            await ReadCycleAsync(CyclesWords.Applies);
            if (string.IsNullOrEmpty(Leaf)) throw new RefusedException(Refusal.Invalid("Leaf", new("Chọn tiêu chí.", "Choose a criterion.")));
            if (Units.Count == 0) throw new RefusedException(Refusal.Invalid("Units", new("Chọn ít nhất một đơn vị.", "Choose at least one unit.")));
            await decide.ManyAsync(Person, Cycle.Id, Units, Leaf, Applies, Reason, Cancel);
            return Then($"{Here}/ap-dung?bo={Uri.EscapeDataString(Book ?? "")}", CyclesWords.Decided(Units.Count));
        },
        OnGetAsync);
}
