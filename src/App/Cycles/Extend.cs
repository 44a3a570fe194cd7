using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Storage;

namespace ParIndex.App.Cycles;

/// <summary>Gives one unit more time in a phase that is not over for it, with the reason and the end visible to all of the inside.</summary>
public sealed class Extend(IndexDb db, TimeProvider clock)
{
    /// <summary>Extends; answers the extension's id.</summary>
    public async Task<Guid> RunAsync(Person person, int id, string unit, Phase phase, DateTimeOffset until, string? reason, CancellationToken cancel)
    {
        person.Need(id, Role.Secretariat);
        var why = Reasons.Required(reason);
        if (!await db.CycleUnits.AnyAsync(row => row.Cycle == id && row.Unit == unit, cancel)) throw new RefusedException(Refusal.NotFound);
        var window = await new PhaseGate(db, clock).WindowAsync(id, phase, unit, cancel);
        var now = clock.GetUtcNow();
        var name = CycleText.Of(phase);
        if (!window.Running && now < window.ClosesForUnit)
        {
            var state = await db.Cycles.Where(row => row.Id == id).Select(row => row.State).SingleAsync(cancel);
            throw new RefusedException(Refusal.WrongState(CycleText.Of(state), CycleText.Of(CycleState.Open)));
        }

        // Over is over: after that only a reopening, which takes two persons.
        if (now >= window.ClosesForUnit) throw new RefusedException(Refusal.PhaseClosed(name.Vi, name.En, now, window.ClosesForUnit));
        if (until <= window.ClosesForUnit)
            throw new RefusedException(Refusal.Invalid("until", new(
                $"Hạn mới phải sau hạn hiện nay của đơn vị ({Vietnam.Moment(window.ClosesForUnit)}).", $"The new end must be after the unit's present one ({Vietnam.Moment(window.ClosesForUnit)}).")));
        var row = new ExtensionRow { Id = Guid.CreateVersion7(now), Cycle = id, Unit = unit, Phase = phase, Until = until, Reason = why, By = person.Account, At = now };
        db.Add(row);
        db.Note(new(person.Account, JournalAct.Moved, JournalObject.CycleUnit(id, unit), "phase.extended", now,
            new { phase, until = window.ClosesForUnit }, new { phase, until }, why));
        await db.SaveChangesAsync(cancel);
        return row.Id;
    }
}
