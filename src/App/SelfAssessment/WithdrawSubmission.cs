using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core.Cycles;

namespace ParIndex.App.SelfAssessment;

/// <summary>The head takes a submission back before anybody appraised it, to correct it; it stays on record with the reason.</summary>
public sealed class WithdrawSubmission(IndexDb db, TimeProvider clock)
{
    public async Task RunAsync(Person person, int cycleId, string unit, string? reason, bool secondFactor, CancellationToken cancel)
    {
        person.NeedFor(cycleId, unit, Role.UnitOfficer, Role.UnitHead);
        if (!person.ActsFor(cycleId, unit, Role.UnitHead)) throw new RefusedException(Refusal.Forbidden);
        if (!secondFactor) throw new RefusedException(Refusal.SecondFactorNeeded);
        var why = Reasons.Required(reason);
        var found = await SubmitSelfAssessment.InForceAsync(db, cycleId, unit, cancel) ?? throw new RefusedException(Refusal.NotSubmitted);
        var cycle = await new LoadCycle(db).RunAsync(cycleId, cancel, unit);
        var own = cycle.Cycle.Stages.Where(stage => stage.Kind == StageKind.SelfAssessment).Select(stage => stage.Code).ToList();
        if (await db.Acts.AnyAsync(act => act.Cycle == cycleId && act.Unit == unit && !own.Contains(act.Stage), cancel))
            throw new RefusedException(Refusal.WrongState(SelfAssessmentText.Appraised, SelfAssessmentText.Of(EntryState.Submitted)));
        await new PhaseGate(db, clock).RequireAsync(cycleId, Phase.SelfAssessment, unit, cancel);

        var now = clock.GetUtcNow();
        db.Attach(found);
        (found.WithdrawnAt, found.WithdrawnReason) = (now, why);
        foreach (var entry in await db.Entries.AsTracking().Where(row => row.Cycle == cycleId && row.Unit == unit && row.State == EntryState.Submitted).ToListAsync(cancel))
        {
            entry.State = EntryState.Ready;
            entry.Version++;
        }

        db.Note(new(
            person.Account, JournalAct.Submitted, JournalObject.CycleUnit(cycleId, unit), "selfassessment.withdrawn", now,
            new { found.Receipt, found.Sha256 }, new { found.WithdrawnAt }, why));
        await db.SaveChangesAsync(cancel);
    }
}
