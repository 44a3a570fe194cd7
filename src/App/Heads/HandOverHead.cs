using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.App.Heads;

/// <summary>The agency that runs the classification steps back from its own head's case: the chair names the body that looks at it, and the document.</summary>
public sealed class HandOverHead(IndexDb db, TimeProvider clock)
{
    public async Task RunAsync(Person person, int id, int number, string head, string? body, string? document, int? version, CancellationToken cancel)
    {
        person.Need(id, Role.CouncilChair);
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        var row = await db.LatestAsync(id, number, cancel);
        if (row.State == ClassificationState.Approved) throw new RefusedException(HeadRefusals.Approved);
        var one = await db.CaseAsync(row, head, cancel);
        if (!one.Recused) throw new RefusedException(HeadRefusals.NotItsOwn);
        HeadCases.NeedOther(cycle, person, one.Unit);
        Versions.Check(version, one.Version);
        var (name, paper) = (Needed(body, "body", new("Ghi tên cơ quan thẩm định hồ sơ này.", "Name the body that looks at this case.")),
            Needed(document, "document", new("Ghi số, ngày văn bản giao việc.", "Enter number and date of the document that hands it over.")));
        var now = clock.GetUtcNow();
        var before = one.BodyAt is null ? null : new { one.Body, document = one.BodyDocument };
        (one.Body, one.BodyDocument, one.BodyBy, one.BodyAt) = (name, paper, person.Account, now);
        one.Version++;
        db.Note(new(person.Account, JournalAct.Judged, JournalObject.Head(id, head), "head.handed_over", now, before, new { number, one.Body, document = one.BodyDocument }));
        await db.SaveCaseAsync(one.Version, cancel);
    }

    private static string Needed(string? words, string field, Text why) =>
        Visible.Checked(words, field, 300)?.Trim() is { Length: > 0 } given ? given : throw new RefusedException(Refusal.Invalid(field, why));
}
