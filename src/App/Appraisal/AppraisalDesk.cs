using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;

namespace ParIndex.App.Appraisal;

/// <summary>
/// What lies on an appraiser's desk in a cycle: the leaves assigned to the person or to the department the person leads, of every unit but those the
/// person is scored with or stepped back from.
/// </summary>
public sealed class AppraisalDesk
{
    private readonly HashSet<(string File, string Leaf)> own = [];
    private readonly Dictionary<(string File, string Leaf), HashSet<string>> standingIn = [];
    private readonly HashSet<string> barred;

    private AppraisalDesk(CycleAtWork cycle, HashSet<string> barred) => (Cycle, this.barred) = (cycle, barred);

    public CycleAtWork Cycle { get; }

    /// <summary>Units the person may not appraise at all.</summary>
    public IReadOnlySet<string> Barred => barred;

    /// <summary>The desk of a person.</summary>
    /// <exception cref="RefusedException">The person appraises nothing in the cycle.</exception>
    public static async Task<AppraisalDesk> OfAsync(IndexDb db, Person person, CycleAtWork cycle, CancellationToken cancel)
    {
        person.Need(cycle.Id, Role.Appraiser, Role.AppraisalLead);
        var barred = Assign.InterestsOf(cycle, person).Select(unit => unit.Code.Value).ToHashSet(StringComparer.Ordinal);
        barred.UnionWith(await db.Recusals.Where(row => row.Cycle == cycle.Id && row.Account == person.Account).Select(row => row.Unit).ToListAsync(cancel));
        var desk = new AppraisalDesk(cycle, barred);
        var (mine, led) = (person.AppraisesFor(cycle.Id, Role.Appraiser).ToHashSet(StringComparer.Ordinal), person.AppraisesFor(cycle.Id, Role.AppraisalLead).ToHashSet(StringComparer.Ordinal));
        var conflicts = new Dictionary<Guid, HashSet<string>>();
        foreach (var row in await db.Assignments.Where(row => row.Cycle == cycle.Id).ToListAsync(cancel))
        {
            // A leaf without a person lies with the whole department.
            if (led.Contains(row.Department) || (mine.Contains(row.Department) && (row.Account is null || row.Account == person.Account))) desk.own.Add((row.File, row.Leaf));
            else if (row.Substitute == person.Account && row.Account is { } first)
            {
                if (!conflicts.TryGetValue(first, out var units))
                {
                    var other = await new LoadPerson(db).RunAsync(first, cancel);
                    conflicts[first] = units = other is null ? [] : [.. Assign.InterestsOf(cycle, other).Select(unit => unit.Code.Value)];
                    units.UnionWith(await db.Recusals.Where(recusal => recusal.Cycle == cycle.Id && recusal.Account == first).Select(recusal => recusal.Unit).ToListAsync(cancel));
                }

                desk.standingIn[(row.File, row.Leaf)] = units;
            }
        }

        return desk;
    }

    /// <summary>True when the leaf of the unit is the person's to appraise.</summary>
    public bool Holds(Unit unit, Leaf leaf)
    {
        if (leaf.ScoredBy != ScoreSource.Appraisal || barred.Contains(unit.Code.Value) || Cycle.FileOf(unit.Group) is not { } file) return false;
        var key = (file, leaf.Code.Value);
        return own.Contains(key) || (standingIn.TryGetValue(key, out var units) && units.Contains(unit.Code.Value));
    }

    /// <summary>The leaf of the unit, as if it were not there when it is not the person's.</summary>
    /// <exception cref="RefusedException">Not there, or not this person's.</exception>
    public (Unit Unit, Leaf Leaf) Require(string unit, string leaf)
    {
        var found = Cycle.Unit(unit) ?? throw new RefusedException(Refusal.NotFound);
        var of = Cycle.Leaf(unit, leaf) ?? throw new RefusedException(Refusal.NotFound);
        return Holds(found, of) ? (found, of) : throw new RefusedException(Refusal.NotFound);
    }

    /// <summary>Leaves of a framework on this desk, with the units each is appraised for, in the order of the framework and of units.csv.</summary>
    public IEnumerable<(string File, Leaf Leaf, IReadOnlyList<Unit> Units)> Leaves()
    {
        foreach (var (file, framework) in Cycle.Frameworks.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var units = Cycle.Units.Where(unit => Cycle.FileOf(unit.Group) == file).ToList();
            foreach (var leaf in framework.Leaves)
                if (units.Where(unit => Holds(unit, leaf)).ToList() is { Count: > 0 } held) yield return (file, leaf, held);
        }
    }
}
