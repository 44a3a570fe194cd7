using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ParIndex.App;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.App.Units;
using ParIndex.Core;
using ParIndex.Web.Access;

namespace ParIndex.Web.Pages.Cycles;

/// <summary>S4: leaf → lead department → person, with each person's load and conflicts.</summary>
[MayOpen(Role.Secretariat, Role.AppraisalLead, Role.Observer, Role.CouncilChair)]
public sealed class AssignmentsModel(LoadCycle load, Assign assign, ReadAssignments read, IndexDb db, Who who) : CyclePage(load, who)
{
    /// <summary>Only the leaves of this department.</summary>
    [BindProperty(SupportsGet = true, Name = "co-quan")]
    public string? Only { get; set; }

    /// <summary>Chosen leaves, as file|leaf.</summary>
    [BindProperty]
    public IReadOnlyList<string> Leaves { get; set; } = [];

    [BindProperty]
    public string? Department { get; set; }

    [BindProperty]
    public Guid? Account { get; set; }

    [BindProperty]
    public Guid? Substitute { get; set; }

    public AssignmentBook Book { get; private set; } = null!;

    public IReadOnlyList<AssignedLeaf> Shown { get; private set; } = [];

    public IReadOnlyList<string> Departments { get; private set; } = [];

    public IReadOnlyDictionary<string, Text> Names { get; private set; } = new Dictionary<string, Text>();

    /// <summary>Departments whose leaves the person may assign; all of them for the secretariat.</summary>
    public bool MayAssign(string department) => Cycle.Row.State is CycleState.Draft or CycleState.Open
        && (MayRun || Person.AppraisesFor(Cycle.Id, Role.AppraisalLead).Contains(department));

    public async Task OnGetAsync()
    {
        await ReadCycleAsync(CyclesWords.Assign);
        var id = Cycle.Id;
        Person.Need(id, Role.Secretariat, Role.AppraisalLead, Role.Observer, Role.CouncilChair);
        Book = await read.RunAsync(Cycle, Cancel);
        Departments = [.. Book.Leaves.Select(leaf => leaf.Row.Department).Concat(Book.People.SelectMany(person => person.Departments)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Names = await UnitNames.ReadAsync(db, Cancel);
        // A lead sees the own department's leaves alone.
        var mine = Person.Is(id, Role.Secretariat, Role.Observer, Role.CouncilChair) ? null : Person.AppraisesFor(id, Role.AppraisalLead).ToHashSet(StringComparer.Ordinal);
        if (mine is not null) Departments = [.. Departments.Where(mine.Contains)];
        Shown = [.. Book.Leaves.Where(leaf => (mine is null || mine.Contains(leaf.Row.Department)) && (string.IsNullOrEmpty(Only) || leaf.Row.Department == Only))];
    }

    public Task<IActionResult> OnPostAsync() => TryAsync(
        async () =>
        {
            await ReadCycleAsync(CyclesWords.Assign);
            if (Leaves.Count == 0) throw new RefusedException(Refusal.Invalid("leaves", new("Chọn ít nhất một tiêu chí trong bảng.", "Choose at least one criterion of the table.")));
            var stored = await db.Assignments.Where(row => row.Cycle == Cycle.Id).ToDictionaryAsync(row => $"{row.File}|{row.Leaf}", Cancel);
            var asked = Leaves.Select(key => stored.TryGetValue(key, out var row)
                ? new Assignment(row.File, row.Leaf, string.IsNullOrEmpty(Department) ? row.Department : Department, Account, Substitute)
                : throw new RefusedException(Refusal.NotFound)).ToList();
            await assign.RunAsync(Person, Cycle.Id, asked, Cancel);
            return Then($"{Here}/phan-cong{(string.IsNullOrEmpty(Only) ? "" : $"?co-quan={Uri.EscapeDataString(Only)}")}", CyclesWords.Assigned(asked.Count));
        },
        OnGetAsync);
}
