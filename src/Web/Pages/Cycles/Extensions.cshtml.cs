using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Cycles;

/// <summary>More time for one unit, and phases opened again: with reason and end, for everybody inside to see. No points stand here.</summary>
[MayOpen]
public sealed class ExtensionsModel(LoadCycle load, Extend extend, Reopen reopen, SecondFactor factor, IndexDb db, TimeProvider clock, Who who) : CyclePage(load, who)
{
    [BindProperty]
    public string? Unit { get; set; }

    [BindProperty]
    public Phase Phase { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public string? Sent { get; private set; }

    public SecondFactor Factor => factor;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<ExtensionRow> Extensions { get; private set; } = [];

    public IReadOnlyList<ReopeningRow> Reopenings { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<Phase> Phases { get; private set; } = [];

    public bool MayExtend => MayRun && Cycle.Row.State == CycleState.Open;

    public bool MayReopen => Person.Is(Cycle.Id, Role.Secretariat, Role.CouncilChair) && !IsDraft;

    public async Task OnGetAsync()
    {
        await ReadCycleAsync(CyclesWords.Extensions);
        var id = Cycle.Id;
        Person.Need(id, Enum.GetValues<Role>());
        Extensions = await db.Extensions.Where(row => row.Cycle == id).OrderByDescending(row => row.At).ToListAsync(Cancel);
        Reopenings = await db.Reopenings.Where(row => row.Cycle == id).OrderByDescending(row => row.ProposedAt).ToListAsync(Cancel);
        Phases = [.. (await db.Phases.Where(row => row.Cycle == id).Select(row => row.Phase).ToListAsync(Cancel)).Order()];
        var acting = Extensions.Select(row => row.By).Concat(Reopenings.Select(row => row.ProposedBy)).Concat(Reopenings.Select(row => row.ConfirmedBy).OfType<Guid>()).Distinct().ToList();
        Names = await db.Users.Where(row => acting.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.FullName, Cancel);
    }

    public Task<IActionResult> OnPostExtendAsync() => ActAsync("extend", async id =>
    {
        await extend.RunAsync(Person, id, Unit ?? "", Phase, End(), Reason, Cancel);
        return CyclesWords.Extended;
    });

    public Task<IActionResult> OnPostReopenAsync() => ActAsync("reopen", async id =>
    {
        await reopen.ProposeAsync(Person, id, Phase, string.IsNullOrEmpty(Unit) ? null : Unit, End(), Reason, Cancel);
        return CyclesWords.Proposed;
    });

    public Task<IActionResult> OnPostConfirmAsync(Guid reopening, [FromForm(Name = "code")] string? typed) => ActAsync($"confirm-{reopening}", async id =>
    {
        Person.Need(id, Role.Secretariat, Role.CouncilChair);
        if (!await factor.GivenAsync(typed)) throw new RefusedException(Refusal.SecondFactorNeeded);
        await reopen.ConfirmAsync(Person, id, reopening, Cancel);
        return CyclesWords.Confirmed;
    });

    private DateTimeOffset End() => TypedDate.Moment(Until, "until") ?? throw new RefusedException(Refusal.Invalid("until", new("Nhập hạn mới, như 31/12/2026 17:00.", "Give the new end, like 31/12/2026 17:00.")));

    private Task<IActionResult> ActAsync(string form, Func<int, Task<Text>> act)
    {
        Sent = form;
        return TryAsync(
            async () =>
            {
                await ReadCycleAsync(CyclesWords.Extensions);
                return Then($"{Here}/gia-han", await act(Cycle.Id));
            },
            OnGetAsync);
    }
}
