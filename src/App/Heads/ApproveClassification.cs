using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core.Heads;

namespace ParIndex.App.Heads;

/// <summary>
/// The chair approves the classification with reason and second factor, once the heads' time is over and every answer has a ruling. What the Decision takes
/// over is computed once more from the frozen run, with the rulings in heads.csv, and must give the same grades.
/// </summary>
public sealed class ApproveClassification(IndexDb db, TimeProvider clock)
{
    public async Task RunAsync(Person person, int id, int number, string? reason, int? version, bool secondFactor, CancellationToken cancel)
    {
        person.Need(id, Role.CouncilChair);
        if (!secondFactor) throw new RefusedException(Refusal.SecondFactorNeeded);
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        var row = await db.LatestAsync(id, number, cancel);
        Versions.Check(version, row.Version);
        if (row.State != ClassificationState.Noticed) throw new RefusedException(row.State == ClassificationState.Approved ? HeadRefusals.Approved : HeadRefusals.NotNoticed);
        var why = Reasons.Required(reason);
        await db.NeedFreshAsync(cycle, row, cancel);
        var now = clock.GetUtcNow();
        if (now < row.AnswersUntil) throw new RefusedException(HeadRefusals.AnswersOpen(row.AnswersUntil.Value));
        var cases = await db.HeadCases.Where(one => one.Cycle == id && one.Number == number).OrderBy(one => one.Order).ToListAsync(cancel);
        if (cases.Count(one => one.Recused && one.BodyAt is null) is > 0 and var left) throw new RefusedException(HeadRefusals.NoOtherBody(left));
        if (cases.Count(one => one.AnsweredAt is not null && one.RuledAt is null) is > 0 and var open) throw new RefusedException(HeadRefusals.Unruled(open));

        var heads = new HeadsOfCycle(db);
        var ruled = RuleHead.Ruled(await heads.ReadAsync(cycle, cancel), [.. cases.Where(one => one.Ruled is { } grade && grade != one.Proposed)
            .Select(one => (one.Head, new CouncilRuling(one.Ruled!, one.RulingReason!, one.RulingEvidence!)))]);
        var written = HeadsOfCycle.Written(ruled, ReadClassification.RulesOf(row));
        var result = Classify.Computed(HeadsOfCycle.With(await heads.FrozenAsync(id, row.Run, cancel), written), row.Engine);
        if (!result.Heads.Select(head => (head.Head.Id, head.Grade)).SequenceEqual(cases.Select(one => (one.Head, one.Grade)))) throw new RefusedException(HeadRefusals.VersionsMixed(row.Run));

        (row.ApprovedAt, row.ApprovedBy, row.ApprovalReason, row.Heads, row.Sha256) = (now, person.Account, why, written, HeadsOfCycle.Hash(written));
        row.Version++;
        db.Note(new(person.Account, JournalAct.Resulted, JournalObject.Classification(id, number), "heads.approved", now,
            After: new { number, row.Run, row.InputsHash, row.Sha256, grades = cases.CountBy(one => one.Grade).OrderBy(one => one.Key, StringComparer.Ordinal).ToDictionary() }, Reason: why));
        await db.SaveCaseAsync(row.Version, cancel);
    }
}
