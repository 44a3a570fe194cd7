using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.App.Units;
using ParIndex.Core;
using ParIndex.Web.Access;
using ParIndex.Web.Pages.Work;

namespace ParIndex.Web.Pages.Cycles;

/// <summary>A cycle before it opens: what is missing, dates, frameworks, units; afterwards the dates that are still to come.</summary>
[MayOpen(Role.Secretariat, Role.Observer, Role.CouncilChair), RequestSizeLimit(Largest + (64 * 1024))]
public sealed class PrepareModel(
    LoadCycle load, OpenCycle open, SetPhases set, ChangeSettings change, TakeUnits take, ReadUnits read, ReadHistory history, IndexDb db, Who who) : CyclePage(load, who)
{
    private const int Largest = 5 * 1024 * 1024;

    [BindProperty]
    public int? Version { get; set; }

    [BindProperty]
    public List<string?> Opens { get; set; } = [];

    [BindProperty]
    public List<string?> Closes { get; set; } = [];

    [BindProperty]
    public List<string?> Stage { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? AsOf { get; set; }

    [BindProperty]
    public string? Unit { get; set; }

    [BindProperty]
    public string? Group { get; set; }

    public string? Sent { get; private set; }

    public IReadOnlyList<Finding> Missing { get; private set; } = [];

    public IReadOnlyList<PhaseRow> Phases { get; private set; } = [];

    public IReadOnlyList<(string File, string Sha256)> Files { get; private set; } = [];

    public IReadOnlyList<UnitOnDay> Others { get; private set; } = [];

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public bool MaySchedule => MayRun && Cycle.Row.State is CycleState.Draft or CycleState.Open;

    /// <summary>What stands in a field of a phase: as typed where it was just sent.</summary>
    public string Field(Phase phase, List<string?> typed, Func<PhaseRow, string> written) => Sent == "phases" ? typed.ElementAtOrDefault((int)phase) ?? ""
        : Phases.FirstOrDefault(row => row.Phase == phase) is { } known ? written(known) : "";

    public async Task OnGetAsync()
    {
        await ReadCycleAsync(CyclesWords.Prepare);
        var id = Cycle.Id;
        Person.Need(id, Role.Secretariat, Role.Observer, Role.CouncilChair);
        Phases = await db.Phases.Where(row => row.Cycle == id).ToListAsync(Cancel);
        Files = [.. (await db.CycleFrameworks.Where(row => row.Cycle == id).OrderBy(row => row.File).Select(row => new { row.File, row.Sha256 }).ToListAsync(Cancel)).Select(row => (row.File, row.Sha256))];
        History = await history.RunAsync(JournalObject.Cycle(id), Cancel);
        if (!IsDraft) return;
        Missing = await open.MissingAsync(id, Cancel);
        var day = new DateOnly(Cycle.Cycle.Year, 12, 31);
        Others = [.. (await read.RunAsync(day, Cancel)).Units.Where(unit => unit.ExistsOn(day) && Cycle.Unit(unit.Code) is null)];
    }

    public Task<IActionResult> OnPostPhasesAsync() => ActAsync("phases", async id =>
    {
        var before = await db.Phases.Where(row => row.Cycle == id).ToListAsync(Cancel);
        var dates = new List<PhaseDates>();
        foreach (var phase in Enum.GetValues<Phase>())
        {
            var (from, to) = (Opens.ElementAtOrDefault((int)phase), Closes.ElementAtOrDefault((int)phase));
            if (string.IsNullOrWhiteSpace(from) && string.IsNullOrWhiteSpace(to)) continue;
            var old = before.FirstOrDefault(row => row.Phase == phase);
            dates.Add(new(phase, string.IsNullOrWhiteSpace(Stage.ElementAtOrDefault((int)phase)) ? null : Stage[(int)phase], Moment(from, old?.Opens, phase), Moment(to, old?.Closes, phase)));
        }

        await set.RunAsync(Person, id, Version, dates, Reason, Cancel);
        return CyclesWords.Saved;
    });

    public Task<IActionResult> OnPostTakeAsync() => ActAsync("take", async id =>
    {
        var taken = await take.RunAsync(Person, id, TypedDate.Day(AsOf, nameof(AsOf)), Cancel);
        return CyclesWords.Taken(taken.Added.Count, taken.Removed.Count, taken.Changed.Count);
    });

    public Task<IActionResult> OnPostAddAsync() => ActAsync("add", async id =>
    {
        await take.AddAsync(Person, id, Unit, Group, Cancel);
        return CyclesWords.Saved;
    });

    public Task<IActionResult> OnPostRemoveAsync() => ActAsync("remove", async id =>
    {
        await take.RemoveAsync(Person, id, Unit ?? "", Reason, Cancel);
        return CyclesWords.Saved;
    });

    public Task<IActionResult> OnPostFrameworkAsync(string? name, IFormFile? file) => ActAsync("framework", async id =>
    {
        if (file is null || file.Length is 0 or > Largest) throw new RefusedException(Refusal.Invalid("file", new("Chọn tệp JSON, tối đa 5 MB.", "Choose a JSON file of at most 5 MB.")));
        using var content = new MemoryStream();
        await file.CopyToAsync(content, Cancel);
        await change.FrameworkAsync(Person, id, Version, name ?? "", content.ToArray(), Cancel);
        return CyclesWords.Saved;
    });

    public Task<IActionResult> OnPostOpenAsync() => ActAsync("open", async id =>
    {
        await open.RunAsync(Person, id, Version, Cancel);
        return CyclesWords.Opened;
    });

    private Task<IActionResult> ActAsync(string form, Func<int, Task<Text>> act)
    {
        Sent = form;
        return TryAsync(
            async () =>
            {
                await ReadCycleAsync(CyclesWords.Prepare);
                return Then($"{Here}/chuan-bi", await act(Cycle.Id));
            },
            OnGetAsync);
    }

    // A moment that was not touched stays to the second it had.
    private static DateTimeOffset Moment(string? typed, DateTimeOffset? old, Phase phase) =>
        old is { } known && TypedDate.Write(known) == typed?.Trim() ? known
        : TypedDate.Moment(typed, $"phase-{phase}") ?? throw new RefusedException(Refusal.Invalid($"phase-{phase}", new(
            $"{CycleText.Of(phase).Vi}: nhập cả giờ mở và giờ đóng.", $"{CycleText.Of(phase).En}: give both opening and closing.")));
}
