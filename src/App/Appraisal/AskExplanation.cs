using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Messages;
using ParIndex.App.Storage;

namespace ParIndex.App.Appraisal;

/// <summary>An appraiser asks a unit to explain a leaf; the unit hears of it and has until the explanation phase closes for it.</summary>
public sealed class AskExplanation(IndexDb db, TimeProvider clock)
{
    public async Task<Guid> RunAsync(Person person, int id, string unit, string leaf, string? question, CancellationToken cancel)
    {
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        var desk = await AppraisalDesk.OfAsync(db, person, cycle, cancel);
        desk.Require(unit, leaf);
        var words = Reasons.Required(question, "question");
        var (now, window) = (clock.GetUtcNow(), await new PhaseGate(db, clock).WindowAsync(id, Phase.Explanation, unit, cancel));
        if (!window.Running && !window.IsOpen(now)) await new PhaseGate(db, clock).RequireAsync(id, Phase.Explanation, unit, cancel);
        if (now >= window.ClosesForUnit) throw new RefusedException(Refusal.PhaseClosed(CycleText.Of(Phase.Explanation).Vi, CycleText.Of(Phase.Explanation).En, now, window.ClosesForUnit));
        if (await db.Explanations.AnyAsync(row => row.Cycle == id && row.Unit == unit && row.Leaf == leaf && row.AnsweredAt == null, cancel))
            throw new RefusedException(Refusal.AlreadyAsked);
        var row = new ExplanationRow
        {
            Cycle = id,
            Unit = unit,
            Leaf = leaf,
            Id = Guid.CreateVersion7(now),
            Question = words,
            AskedBy = person.Account,
            AskedAt = now,
            Due = window.ClosesForUnit,
        };
        db.Add(row);
        db.Note(new(person.Account, JournalAct.Judged, JournalObject.Leaf(id, unit, leaf), "explanation.asked", now, After: new { row.Id, row.Due }, Reason: words));
        await db.TellAsync(await db.PeopleOfUnitAsync(id, unit, cancel), MailText.ExplanationAsked(leaf, row.Due, $"/noi-bo/giai-trinh/{cycle.Row.Code}"), now, cancel);
        await db.SaveChangesAsync(cancel);
        return row.Id;
    }
}
