using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Storage;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;

namespace ParIndex.App.Cycles;

/// <summary>A leaf with who appraises it.</summary>
/// <param name="Row">The assignment.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="Framework">Its framework.</param>
/// <param name="Covered">Units that the substitute appraises instead of the person.</param>
/// <param name="Uncovered">Units that neither of the two may appraise.</param>
public sealed record AssignedLeaf(AssignmentRow Row, Leaf Leaf, Framework Framework, IReadOnlyList<Unit> Covered, IReadOnlyList<Unit> Uncovered);

/// <summary>A person who may appraise, with the load.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">Name and post.</param>
/// <param name="Departments">For which departments.</param>
/// <param name="Leaves">Leaves assigned.</param>
/// <param name="Scores">Scores to give: each leaf for each unit that it falls to this person to appraise.</param>
/// <param name="Conflicts">Units of the cycle the person may not appraise.</param>
public sealed record AppraiserLoad(Guid Id, string Name, IReadOnlyList<string> Departments, int Leaves, int Scores, IReadOnlyList<Unit> Conflicts);

/// <summary>Who appraises what in a cycle.</summary>
public sealed record AssignmentBook(IReadOnlyList<AssignedLeaf> Leaves, IReadOnlyList<AppraiserLoad> People)
{
    /// <summary>The person; null: has no right to appraise here now.</summary>
    public AppraiserLoad? Person(Guid account) => People.FirstOrDefault(person => person.Id == account);
}

/// <summary>Reads the assignments of a cycle with everybody's load and conflicts. Who may see them, the page says.</summary>
public sealed class ReadAssignments(IndexDb db)
{
    /// <summary>Reads them, in the order of the frameworks.</summary>
    public async Task<AssignmentBook> RunAsync(CycleAtWork cycle, CancellationToken cancel)
    {
        var rows = await db.Assignments.Where(row => row.Cycle == cycle.Id).ToListAsync(cancel);
        var granted = await db.Grants.Where(row => row.Role == Role.Appraiser && row.ConfirmedAt != null && row.EndedAt == null && (row.Cycle == null || row.Cycle == cycle.Id))
            .Select(row => row.Account).Distinct().ToListAsync(cancel);
        var accounts = granted.Concat(rows.SelectMany(row => new[] { row.Account, row.Substitute }).OfType<Guid>()).Distinct().ToList();
        var conflicts = new Dictionary<Guid, IReadOnlyList<Unit>>();
        var people = new List<(Person Person, List<string> Departments)>();
        foreach (var account in accounts)
        {
            if (await new LoadPerson(db).RunAsync(account, cancel) is not { } person) continue;
            conflicts[account] = [.. Assign.InterestsOf(cycle, person)];
            people.Add((person, [.. person.AppraisesFor(cycle.Id, Role.Appraiser).Order(StringComparer.Ordinal)]));
        }

        var units = cycle.Units.GroupBy(unit => cycle.FileOf(unit.Group) ?? "").ToDictionary(all => all.Key, all => all.ToList(), StringComparer.Ordinal);
        var leaves = new List<AssignedLeaf>();
        var load = new Dictionary<Guid, (int Leaves, int Scores)>();
        void Give(Guid? account, int scores)
        {
            if (account is not { } id) return;
            var had = load.GetValueOrDefault(id);
            load[id] = (had.Leaves + 1, had.Scores + scores);
        }

        foreach (var (file, framework) in cycle.Frameworks.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var here = units.GetValueOrDefault(file) ?? [];
            var byLeaf = rows.Where(row => row.File == file).ToDictionary(row => row.Leaf, StringComparer.Ordinal);
            foreach (var leaf in framework.Leaves)
            {
                if (!byLeaf.TryGetValue(leaf.Code.Value, out var row)) continue;
                var own = Of(row.Account, here);
                var uncovered = row.Substitute is null ? own : [.. own.Intersect(Of(row.Substitute, here))];
                var covered = own.Except(uncovered).ToList();
                Give(row.Account, here.Count - own.Count);
                Give(row.Substitute, covered.Count);
                leaves.Add(new(row, leaf, framework, covered, uncovered));
            }
        }

        List<Unit> Of(Guid? account, List<Unit> here) => account is { } id && conflicts.TryGetValue(id, out var own) ? [.. own.Where(here.Contains)] : [];
        return new(leaves, [.. people.Select(one => new AppraiserLoad(
            one.Person.Account, one.Person.Name, one.Departments, load.GetValueOrDefault(one.Person.Account).Leaves, load.GetValueOrDefault(one.Person.Account).Scores, conflicts[one.Person.Account]))
            .OrderByDescending(person => person.Scores).ThenBy(person => person.Name, StringComparer.Ordinal).ThenBy(person => person.Id)]);
    }
}
