using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Storage;

namespace ParIndex.App.Cycles;

/// <summary>The only way back into a phase that is over: proposed by one person with a reason and an end, in force once another confirmed it.</summary>
public sealed class Reopen(IndexDb db, TimeProvider clock)
{
    private static readonly Role[] May = [Role.Secretariat, Role.CouncilChair];

    /// <summary>Proposes; answers the reopening's id. A null unit: all units.</summary>
    public async Task<Guid> ProposeAsync(Person person, int id, Phase phase, string? unit, DateTimeOffset until, string? reason, CancellationToken cancel)
    {
        person.Need(id, May);
        var why = Reasons.Required(reason);
        if (unit is not null && !await db.CycleUnits.AnyAsync(row => row.Cycle == id && row.Unit == unit, cancel)) throw new RefusedException(Refusal.NotFound);
        await new PhaseGate(db, clock).WindowAsync(id, phase, unit, cancel);
        // What was never opened is opened, not reopened.
        if (await db.Cycles.AnyAsync(row => row.Id == id && row.State == CycleState.Draft, cancel)) throw new RefusedException(Refusal.WrongState(CycleText.Of(CycleState.Draft), CycleText.Of(CycleState.Open)));
        var now = clock.GetUtcNow();
        Ahead(until, now);
        var row = new ReopeningRow
        {
            Id = Guid.CreateVersion7(now),
            Cycle = id,
            Phase = phase,
            Unit = unit,
            Reason = why,
            Until = until,
            ProposedBy = person.Account,
            ProposedAt = now,
        };
        db.Add(row);
        db.Note(new(person.Account, JournalAct.Moved, Object(row), "reopening.proposed", now, After: new { phase, unit, until }, Reason: why));
        await db.SaveChangesAsync(cancel);
        return row.Id;
    }

    /// <summary>Confirms what somebody else proposed.</summary>
    public async Task ConfirmAsync(Person person, int id, Guid reopening, CancellationToken cancel)
    {
        person.Need(id, May);
        var row = await db.Reopenings.AsTracking().SingleOrDefaultAsync(one => one.Id == reopening && one.Cycle == id, cancel) ?? throw new RefusedException(Refusal.NotFound);
        if (row.ProposedBy == person.Account) throw new RefusedException(Refusal.AnotherPerson);
        if (row.ConfirmedAt is not null) return;
        var now = clock.GetUtcNow();
        Ahead(row.Until, now);
        (row.ConfirmedBy, row.ConfirmedAt) = (person.Account, now);
        db.Note(new(person.Account, JournalAct.Moved, Object(row), "reopening.confirmed", now, After: new { row.Id, row.Phase, row.Unit, row.Until }, Reason: row.Reason));
        await db.SaveChangesAsync(cancel);
    }

    private static void Ahead(DateTimeOffset until, DateTimeOffset now)
    {
        if (until <= now) throw new RefusedException(Refusal.Invalid("until", new("Hạn mở lại đã qua.", "The end of the reopening has passed.")));
    }

    private static string Object(ReopeningRow row) => row.Unit is { } unit ? JournalObject.CycleUnit(row.Cycle, unit) : JournalObject.Cycle(row.Cycle);
}
