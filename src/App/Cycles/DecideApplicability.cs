using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Storage;
using ParIndex.Core.Frameworks;

namespace ParIndex.App.Cycles;

/// <summary>Decides that a leaf does not concern a unit, with the reason; or takes that back. Before opening alone.</summary>
public sealed class DecideApplicability(IndexDb db, TimeProvider clock)
{
    /// <summary>Decides.</summary>
    /// <param name="person">Who.</param>
    /// <param name="id">The cycle.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="applies">True: the leaf applies after all.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancel">Stops.</param>
    public async Task RunAsync(Person person, int id, string unit, string leaf, bool applies, string? reason, CancellationToken cancel)
    {
        person.Need(id, Role.Secretariat);
        var cycle = await new LoadCycle(db).RunAsync(id, cancel, unit);
        if (cycle.Row.State != CycleState.Draft) throw new RefusedException(Refusal.CycleFixed(cycle.Row.State));
        if (cycle.Leaf(unit, leaf) is not { } found) throw new RefusedException(Refusal.NotFound);
        var why = Reasons.Required(reason);
        if (!applies && found.NotApplicable == NotApplicablePolicy.Never)
            throw new RefusedException(Refusal.Invalid("leaf", new($"Bộ chỉ số quy định {leaf} luôn áp dụng.", $"The framework says that {leaf} always applies.")));

        var row = await db.Applicability.AsTracking().SingleOrDefaultAsync(one => one.Cycle == id && one.Unit == unit && one.Leaf == leaf, cancel);
        var now = clock.GetUtcNow();
        if (applies && row is not null) db.Remove(row);
        else if (!applies && row is not null) (row.Reason, row.By, row.At) = (why, person.Account, now);
        else if (!applies)
            db.Add(new ApplicabilityRow { Cycle = id, Unit = unit, Leaf = leaf, Policy = found.NotApplicable, Reason = why, By = person.Account, At = now });
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Leaf(id, unit, leaf), "leaf.applicability", now,
            row is null ? null : new { row.Policy, row.Reason }, new { applies, policy = applies ? null : (NotApplicablePolicy?)found.NotApplicable }, why));
        await db.SaveChangesAsync(cancel);
    }
}
