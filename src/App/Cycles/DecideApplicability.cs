using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Storage;
using ParIndex.Core.Frameworks;

namespace ParIndex.App.Cycles;

/// <summary>Decides that a leaf does not concern a unit, with the reason; or takes that back. Before opening alone.</summary>
public sealed class DecideApplicability(IndexDb db, TimeProvider clock)
{
    /// <summary>Decides for one unit.</summary>
    public Task RunAsync(Person person, int id, string unit, string leaf, bool applies, string? reason, CancellationToken cancel) =>
        ManyAsync(person, id, [unit], leaf, applies, reason, cancel);

    /// <summary>Decides for all of the units or for none.</summary>
    /// <param name="person">Who.</param>
    /// <param name="id">The cycle.</param>
    /// <param name="units">The units.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="applies">True: the leaf applies after all.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancel">Stops.</param>
    public async Task ManyAsync(Person person, int id, IReadOnlyList<string> units, string leaf, bool applies, string? reason, CancellationToken cancel)
    {
        person.Need(id, Role.Secretariat);
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        if (cycle.Row.State != CycleState.Draft) throw new RefusedException(Refusal.CycleFixed(cycle.Row.State));
        var why = Reasons.Required(reason);
        var now = clock.GetUtcNow();
        var rows = await db.Applicability.AsTracking().Where(one => one.Cycle == id && one.Leaf == leaf).ToDictionaryAsync(one => one.Unit, cancel);
        foreach (var unit in units.Distinct(StringComparer.Ordinal))
        {
            if (cycle.Leaf(unit, leaf) is not { } found) throw new RefusedException(Refusal.NotFound);
            if (!applies && found.NotApplicable == NotApplicablePolicy.Never)
                throw new RefusedException(Refusal.Invalid("leaf", new($"Bộ chỉ số quy định {leaf} luôn áp dụng.", $"The framework says that {leaf} always applies.")));
            var row = rows.GetValueOrDefault(unit);
            var before = row is null ? null : new { row.Policy, row.Reason };
            if (applies && row is not null) db.Remove(row);
            else if (!applies && row is not null) (row.Reason, row.By, row.At) = (why, person.Account, now);
            else if (!applies)
                db.Add(new ApplicabilityRow { Cycle = id, Unit = unit, Leaf = leaf, Policy = found.NotApplicable, Reason = why, By = person.Account, At = now });
            db.Note(new(person.Account, JournalAct.Changed, JournalObject.Leaf(id, unit, leaf), "leaf.applicability", now,
                before, new { applies, policy = applies ? null : (NotApplicablePolicy?)found.NotApplicable }, why));
        }

        await db.SaveChangesAsync(cancel);
    }
}
