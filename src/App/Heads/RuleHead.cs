using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core.Heads;

namespace ParIndex.App.Heads;

/// <summary>
/// The chair rules on a head: the proposed grade stays, or another one within what the rules allow the council, with reason, evidence and second factor.
/// The rules themselves are asked, by computing the classification with the ruling in it.
/// </summary>
public sealed class RuleHead(IndexDb db, TimeProvider clock)
{
    public async Task RunAsync(
        Person person, int id, int number, string head, string? grade, string? reason, string? evidence, int? version, bool secondFactor, CancellationToken cancel)
    {
        person.Need(id, Role.CouncilChair);
        if (!secondFactor) throw new RefusedException(Refusal.SecondFactorNeeded);
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        var row = await db.LatestAsync(id, number, cancel);
        if (row.State != ClassificationState.Noticed) throw new RefusedException(row.State == ClassificationState.Approved ? HeadRefusals.Approved : HeadRefusals.NotNoticed);
        var one = await db.CaseAsync(row, head, cancel);
        HeadCases.NeedOther(cycle, person, one.Unit);
        Versions.Check(version, one.Version);
        await db.NeedFreshAsync(cycle, row, cancel);
        var rules = ReadClassification.RulesOf(row);
        if (grade is null || rules.Grades.All(known => known.Code != grade)) throw new RefusedException(HeadRefusals.UnknownGrade);
        var why = Reasons.Required(reason);
        var paper = Visible.Checked(evidence, "evidence", 500)?.Trim();
        if (grade != one.Proposed)
        {
            if (string.IsNullOrEmpty(paper)) throw new RefusedException(Refusal.Invalid("evidence", new("Đổi mức cần tài liệu kiểm chứng: ghi số, ngày, tên tài liệu.", "Another grade needs evidence: enter number, date and title.")));
            var files = await new HeadsOfCycle(db).FrozenAsync(id, row.Run, cancel);
            var ruled = Ruled(await new HeadsOfCycle(db).ReadAsync(cycle, cancel), [(head, new(grade, why, paper))]);
            var result = Classify.Computed(HeadsOfCycle.With(files, HeadsOfCycle.Written(ruled, rules)), row.Engine).Heads.Single(found => found.Head.Id == head);
            if (result.Grade != grade) throw new RefusedException(HeadRefusals.RulingNotApplied(result.Steps.Last(step => step.Step == "council").Words));
        }

        var now = clock.GetUtcNow();
        var before = one.RuledAt is null ? null : new { grade = one.Ruled, reason = one.RulingReason };
        (one.Ruled, one.RulingReason, one.RulingEvidence, one.RuledBy, one.RuledAt) = (grade, why, string.IsNullOrEmpty(paper) ? null : paper, person.Account, now);
        one.Version++;
        db.Note(new(person.Account, JournalAct.Judged, JournalObject.Head(id, head), "head.ruled", now, before, new { number, one.Proposed, grade, evidence = one.RulingEvidence }, why));
        await db.SaveCaseAsync(one.Version, cancel);
    }

    /// <summary>The heads with the council's changes of grade; a grade that was kept is no change.</summary>
    internal static IReadOnlyList<Head> Ruled(IReadOnlyList<Head> heads, IReadOnlyList<(string Head, CouncilRuling Ruling)> rulings) =>
        [.. heads.Select(head => rulings.Where(one => one.Head == head.Id).Select(one => head with { Ruling = one.Ruling }).FirstOrDefault() ?? head)];
}
