using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.App.Cycles;

/// <summary>Who appraises a leaf of a framework.</summary>
/// <param name="File">The framework's file in the cycle.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="Department">Lead department.</param>
/// <param name="Account">The person; null: not yet chosen.</param>
/// <param name="Substitute">Who appraises the units with which the person is scored; null: none.</param>
public sealed record Assignment(string File, string Leaf, string Department, Guid? Account, Guid? Substitute);

/// <summary>
/// Assigns leaves to departments and persons. Nobody appraises the own unit: who belongs, or belonged in the year, to a unit that is scored by the
/// framework is assigned only together with a substitute from elsewhere.
/// </summary>
public sealed class Assign(IndexDb db, TimeProvider clock)
{
    // What WhyNotAsync read, kept while a sheet is checked row by row.
    private readonly Dictionary<Guid, Person> loaded = [];
    private CycleAtWork? known;
    private Dictionary<(string File, string Leaf), AssignmentRow> stored = [];

    /// <summary>Assigns all of them or none.</summary>
    public async Task RunAsync(Person person, int id, IReadOnlyList<Assignment> assignments, CancellationToken cancel)
    {
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        if (cycle.Row.State is not (CycleState.Draft or CycleState.Open)) throw new RefusedException(Refusal.CycleFixed(cycle.Row.State));
        var rows = (await db.Assignments.AsTracking().Where(row => row.Cycle == id).ToListAsync(cancel)).ToDictionary(row => (row.File, row.Leaf));
        var people = new Dictionary<Guid, Person>();
        var now = clock.GetUtcNow();
        foreach (var asked in assignments)
        {
            if (!rows.TryGetValue((asked.File, asked.Leaf), out var row)) throw new RefusedException(Refusal.NotFound);
            await MayAsync(person, cycle, row, asked, people, cancel);
            var before = new Assignment(row.File, row.Leaf, row.Department, row.Account, row.Substitute);
            if (before == asked) continue;
            (row.Department, row.Account, row.Substitute) = (asked.Department, asked.Account, asked.Substitute);
            db.Note(new(person.Account, JournalAct.Changed, JournalObject.Cycle(id), "leaf.assigned", now, before, asked));
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Why this one would be refused; null: it would not. Nothing is saved.</summary>
    public async Task<Refusal?> WhyNotAsync(Person person, int id, Assignment asked, CancellationToken cancel)
    {
        try
        {
            if (known?.Id != id) (known, stored) = (await new LoadCycle(db).RunAsync(id, cancel), await db.Assignments.Where(row => row.Cycle == id).ToDictionaryAsync(row => (row.File, row.Leaf), cancel));
            if (known.Row.State is not (CycleState.Draft or CycleState.Open)) return Refusal.CycleFixed(known.Row.State);
            if (!stored.TryGetValue((asked.File, asked.Leaf), out var row)) return Refusal.NotFound;
            await MayAsync(person, known, row, asked, loaded, cancel);
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal;
        }
    }

    private async Task MayAsync(Person person, CycleAtWork cycle, AssignmentRow row, Assignment asked, Dictionary<Guid, Person> people, CancellationToken cancel)
    {
        // The lead of a department moves only its own leaves, and only among its own people.
        if (!person.Is(cycle.Id, Role.Secretariat) && !(asked.Department == row.Department && person.AppraisesFor(cycle.Id, Role.AppraisalLead).Contains(asked.Department)))
            throw new RefusedException(Refusal.Forbidden);
        await CheckAsync(cycle, asked, people, cancel);
    }

    private async Task CheckAsync(CycleAtWork cycle, Assignment asked, Dictionary<Guid, Person> people, CancellationToken cancel)
    {
        if (!UnitCode.TryParse(asked.Department, out _))
            throw new RefusedException(Refusal.Invalid("department", new("Chọn cơ quan chủ trì.", "Choose the lead department.")));
        if (asked.Account is null && asked.Substitute is null) return;
        if (asked.Account is null || asked.Account == asked.Substitute)
            throw new RefusedException(Refusal.Invalid("substitute", new("Người thay thế phải khác người thẩm định.", "The substitute must be somebody other than the appraiser.")));
        var conflicts = await ConflictsAsync(cycle, asked, asked.Account.Value, people, cancel);
        if (asked.Substitute is not { } substitute)
        {
            if (conflicts.Count > 0) throw new RefusedException(Refusal.NeedsSubstitute(conflicts[0].Name));
            return;
        }

        // Between the two of them every unit has one who may appraise it.
        var both = (await ConflictsAsync(cycle, asked, substitute, people, cancel)).Intersect(conflicts).ToList();
        if (both.Count > 0) throw new RefusedException(Refusal.NeedsSubstitute(both[0].Name));
    }

    private async Task<List<Core.Cycles.Unit>> ConflictsAsync(
        CycleAtWork cycle, Assignment asked, Guid account, Dictionary<Guid, Person> people, CancellationToken cancel)
    {
        if (!people.TryGetValue(account, out var found))
            people[account] = found = await new LoadPerson(db).RunAsync(account, cancel) ?? throw new RefusedException(Refusal.NotFound);
        if (!found.AppraisesFor(cycle.Id, Role.Appraiser).Contains(asked.Department)) throw new RefusedException(Refusal.NotAnAppraiser(asked.Department));
        return [.. InterestsOf(cycle, found).Where(unit => cycle.FileOf(unit.Group) == asked.File)];
    }

    /// <summary>Units of the cycle that a person may not appraise: those acted for, and those worked in since the evaluated year began.</summary>
    public static IEnumerable<Core.Cycles.Unit> InterestsOf(CycleAtWork cycle, Person person)
    {
        var own = person.ScoredWith(cycle.Id, new DateOnly(cycle.Cycle.Year, 1, 1)).ToHashSet(StringComparer.Ordinal);
        return cycle.Units.Where(unit => own.Contains(unit.Code.Value));
    }
}
