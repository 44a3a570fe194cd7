using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;

namespace ParIndex.App.Appraisal;

/// <summary>An appraiser steps back from one unit: it leaves the desk at once, and stays away for the cycle.</summary>
public sealed class Recuse(IndexDb db, TimeProvider clock)
{
    public async Task RunAsync(Person person, int id, string unit, string? reason, CancellationToken cancel)
    {
        person.Need(id, Role.Appraiser, Role.AppraisalLead);
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        if (cycle.Unit(unit) is null) throw new RefusedException(Refusal.NotFound);
        var words = Reasons.Required(reason);
        if (await db.Recusals.AnyAsync(row => row.Cycle == id && row.Unit == unit && row.Account == person.Account, cancel)) return;
        var now = clock.GetUtcNow();
        db.Add(new RecusalRow { Cycle = id, Unit = unit, Account = person.Account, Reason = words, At = now });
        db.Note(new(person.Account, JournalAct.Judged, JournalObject.CycleUnit(id, unit), "appraiser.recused", now, Reason: words));
        await db.SaveChangesAsync(cancel);
    }
}
