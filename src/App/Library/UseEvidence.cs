using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;

namespace ParIndex.App.Library;

/// <summary>A document serves a leaf, or no longer does: a link, not a copy. One that was handed in is withdrawn with a reason, never deleted.</summary>
public sealed class UseEvidence(IndexDb db, TimeProvider clock)
{
    public async Task AttachAsync(Person person, int cycle, string unit, string leaf, Guid evidence, CancellationToken cancel)
    {
        await CheckAsync(person, cycle, unit, leaf, evidence, cancel);
        if (await db.EvidenceUses.AnyAsync(use => use.Cycle == cycle && use.Unit == unit && use.Leaf == leaf && use.Evidence == evidence, cancel)) return;
        var now = clock.GetUtcNow();
        db.Add(new EvidenceUseRow { Cycle = cycle, Unit = unit, Leaf = leaf, Evidence = evidence, By = person.Account, At = now });
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Leaf(cycle, unit, leaf), "evidence.attached", now, After: new { evidence }));
        await db.SaveChangesAsync(cancel);
    }

    public async Task DetachAsync(Person person, int cycle, string unit, string leaf, Guid evidence, CancellationToken cancel)
    {
        await CheckAsync(person, cycle, unit, leaf, evidence, cancel);
        var use = await db.EvidenceUses.AsTracking().SingleOrDefaultAsync(one => one.Cycle == cycle && one.Unit == unit && one.Leaf == leaf && one.Evidence == evidence, cancel);
        if (use is null) return;
        await RequireDraftAsync(cycle, unit, leaf, cancel);
        var now = clock.GetUtcNow();
        db.Remove(use);
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Leaf(cycle, unit, leaf), "evidence.detached", now, Before: new { evidence }));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Withdraws a document with a reason; its files stay with their hashes.</summary>
    public async Task WithdrawAsync(Person person, int cycle, string unit, Guid evidence, string? reason, CancellationToken cancel)
    {
        person.NeedFor(cycle, unit, Role.UnitOfficer, Role.UnitHead);
        await new DossierGate(db, clock).RequireAsync(cycle, unit, clock.GetUtcNow(), cancel);
        var row = await db.Evidence.AsTracking().SingleOrDefaultAsync(one => one.Cycle == cycle && one.Unit == unit && one.Id == evidence && one.WithdrawnAt == null, cancel)
            ?? throw new RefusedException(Refusal.NotFound);
        foreach (var leaf in await db.EvidenceUses.Where(use => use.Cycle == cycle && use.Unit == unit && use.Evidence == evidence).Select(use => use.Leaf).ToListAsync(cancel))
            await RequireDraftAsync(cycle, unit, leaf, cancel);
        var why = Reasons.Required(reason);
        var now = clock.GetUtcNow();
        (row.WithdrawnAt, row.WithdrawnReason) = (now, why);
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Evidence(cycle, unit, evidence), "evidence.withdrawn", now, Reason: why));
        await db.SaveChangesAsync(cancel);
    }

    private async Task CheckAsync(Person person, int cycle, string unit, string leaf, Guid evidence, CancellationToken cancel)
    {
        person.NeedFor(cycle, unit, Role.UnitOfficer, Role.UnitHead);
        await new DossierGate(db, clock).RequireAsync(cycle, unit, clock.GetUtcNow(), cancel);
        if ((await new LoadCycle(db).RunAsync(cycle, cancel, unit)).Leaf(unit, leaf) is null) throw new RefusedException(Refusal.NotFound);
        if (!await db.Evidence.AnyAsync(row => row.Cycle == cycle && row.Unit == unit && row.Id == evidence && row.WithdrawnAt == null, cancel)) throw new RefusedException(Refusal.NotFound);
    }

    // What was handed in is part of a dossier with a receipt.
    private async Task RequireDraftAsync(int cycle, string unit, string leaf, CancellationToken cancel)
    {
        if (await db.Entries.AnyAsync(row => row.Cycle == cycle && row.Unit == unit && row.Leaf == leaf && row.State == EntryState.Submitted, cancel))
            throw new RefusedException(Refusal.EvidenceHandedIn);
    }
}
