using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Messages;
using ParIndex.App.Storage;
using ParIndex.Core.Cycles;

namespace ParIndex.App.Appraisal;

/// <summary>The unit answers inside its window: the answer is an act without points, beside the question.</summary>
public sealed class AnswerExplanation(IndexDb db, TimeProvider clock)
{
    public async Task RunAsync(Person person, int id, string unit, Guid question, string? answer, CancellationToken cancel)
    {
        person.NeedFor(id, unit, Role.UnitOfficer, Role.UnitHead);
        var row = await db.Explanations.AsTracking().SingleOrDefaultAsync(one => one.Cycle == id && one.Unit == unit && one.Id == question, cancel)
            ?? throw new RefusedException(Refusal.NotFound);
        await new PhaseGate(db, clock).RequireAsync(id, Phase.Explanation, unit, cancel);
        if (row.AnsweredAt is not null) throw new RefusedException(Refusal.AlreadyAnswered);
        var words = Reasons.Required(answer, "answer");
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        var (found, leaf) = (cycle.Unit(unit) ?? throw new RefusedException(Refusal.NotFound), cycle.Leaf(unit, row.Leaf) ?? throw new RefusedException(Refusal.NotFound));
        var now = clock.GetUtcNow();
        (row.Answer, row.AnsweredBy, row.AnsweredAt) = (words, person.Account, now);
        if (await new AppraisalStages(db, clock, cycle).OfAsync(Phase.Explanation, cancel) is { } stage && cycle.Cycle.Stages.Any(one => one.Code == stage && one.Kind == StageKind.Explanation))
        {
            var last = await db.Acts.Where(act => act.Cycle == id && act.Unit == unit && act.Leaf == row.Leaf).MaxAsync(act => (int?)act.Seq, cancel) ?? 0;
            db.Add(new ActRow { Cycle = id, Unit = unit, Leaf = row.Leaf, Seq = last + 1, Stage = stage, Reason = words, By = person.Account, Actor = found.Name.Vi, At = now });
        }

        db.Note(new(person.Account, JournalAct.Submitted, JournalObject.Leaf(id, unit, row.Leaf), "explanation.answered", now, new { row.Question }, new { row.Id, Answer = words }));
        await db.TellAsync([row.AskedBy], MailText.ExplanationAnswered(found.Name, row.Leaf, $"/noi-bo/tham-dinh/{cycle.Row.Code}/{unit}/{leaf.Code}"), now, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
