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

namespace ParIndex.Web.Pages.Units;

/// <summary>One unit: its names by date, where it came from and what came of it, its cycles, its history; and the forms that change it.</summary>
[MayOpen(Role.Secretariat, Role.Observer, Role.Administrator, Role.CouncilChair)]
public sealed class RecordModel(ReadUnits read, RenameUnit rename, SplitUnit split, DissolveUnit dissolve, MoveUnit move, LoadCycle load, ReadHistory history, IndexDb db, TimeProvider clock, Who who) : ChangePage(who)
{
    /// <summary>Rows for new units on the form of a split.</summary>
    public const int MostParts = 4;

    [FromRoute(Name = "code")]
    public string Unit { get; set; } = "";

    [BindProperty]
    public bool GoesOn { get; set; }

    [BindProperty]
    public List<string?> PartCode { get; set; } = [];

    [BindProperty]
    public List<string?> PartName { get; set; } = [];

    [BindProperty]
    public int Cycle { get; set; }

    [BindProperty]
    public string? Group { get; set; }

    public string? Sent { get; private set; }

    public DateOnly Today { get; } = Vietnam.Day(clock.GetUtcNow());

    public UnitBook Book { get; private set; } = new([], []);

    public UnitOnDay Shown { get; private set; } = null!;

    public IReadOnlyList<OrgNameRow> Names { get; private set; } = [];

    public IReadOnlyList<CycleLine> Cycles { get; private set; } = [];

    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public bool MayChange => Person.Is(Role.Secretariat) && Shown.Until is null;

    public async Task OnGetAsync()
    {
        Book = await read.RunAsync(Today, Cancel);
        Shown = Book.Unit(Unit) ?? throw new RefusedException(Refusal.NotFound);
        Title = Shown.Name;
        Above = [(new("Việc của tôi", "My work"), "/noi-bo"), (UnitsWords.Units, "/noi-bo/don-vi")];
        Names = await db.OrgNames.Where(row => row.Unit == Unit).OrderBy(row => row.From).ToListAsync(Cancel);
        History = await history.RunAsync(JournalObject.Unit(Unit), Cancel);
        var lines = new List<CycleLine>();
        foreach (var row in await (from unit in db.CycleUnits.Where(unit => unit.Unit == Unit)
                                   join cycle in db.Cycles on unit.Cycle equals cycle.Id
                                   orderby cycle.Year descending, cycle.Id
                                   select new { cycle.Id, cycle.Code, cycle.Year, cycle.State, unit.Group }).ToListAsync(Cancel))
        {
            var groups = (await load.RunAsync(row.Id, Cancel, Unit)).Cycle.Groups;
            lines.Add(new(row.Id, row.Code, row.Year, row.State, row.Group, [.. groups.Select(group => (group.Code, group.Name))]));
        }

        Cycles = lines;
    }

    public Task<IActionResult> OnPostRenameAsync() => ActAsync("rename", () => rename.RunAsync(Person, Unit, Named, Typed, Document, Cancel));

    public Task<IActionResult> OnPostDissolveAsync() => ActAsync("dissolve", () => dissolve.RunAsync(Person, Unit, Typed, Document, Cancel));

    public Task<IActionResult> OnPostMoveAsync() => ActAsync("move", () => move.RunAsync(Person, Cycle, Unit, Group, Typed, Document, Cancel));

    public Task<IActionResult> OnPostSplitAsync() => ActAsync("split", () =>
    {
        var parts = PartCode.Zip(PartName).Where(part => !string.IsNullOrWhiteSpace(part.First) || !string.IsNullOrWhiteSpace(part.Second))
            .Select(part => new NewUnit(part.First, null, new(part.Second, null, null, null))).ToList();
        return split.RunAsync(Person, Unit, GoesOn, parts, Typed, Document, Cancel);
    });

    private Task<IActionResult> ActAsync(string form, Func<Task> act)
    {
        Sent = form;
        return TryAsync(
            async () =>
            {
                await act();
                return Then($"/noi-bo/don-vi/{Unit}", UnitsWords.Saved);
            },
            OnGetAsync);
    }

    /// <summary>A cycle the unit takes part in.</summary>
    public sealed record CycleLine(int Id, string Code, int Year, CycleState State, string Group, IReadOnlyList<(string Code, Text Name)> Groups)
    {
        public Text GroupName => Groups.Where(one => one.Code == Group).Select(one => one.Name).FirstOrDefault() ?? new("chưa có khối", "no group yet");
    }
}
