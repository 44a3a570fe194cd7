using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Messages;
using ParIndex.App.Storage;

namespace ParIndex.App.Heads;

/// <summary>A head answers the own notice inside the window; a second answer replaces the first, both stand in the journal.</summary>
public sealed class AnswerClassification(IndexDb db, TimeProvider clock)
{
    public async Task RunAsync(Person person, int id, int number, string head, string? words, string? document, int? version, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var own = await new ReadClassification(db).OwnPostsAsync(person, id, Vietnam.Day(now), cancel);
        if (!own.Contains(head)) throw new RefusedException(Refusal.NotFound);
        var row = await db.LatestAsync(id, number, cancel);
        if (row.NoticedAt is null) throw new RefusedException(Refusal.NotFound);
        var one = await db.CaseAsync(row, head, cancel);
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        if (row.ApprovedAt is not null) throw new RefusedException(HeadRefusals.Approved);
        if (now >= row.AnswersUntil) throw new RefusedException(HeadRefusals.AnswersClosed(row.AnswersUntil.Value));
        Versions.Check(version, one.Version);
        var answer = Reasons.Required(words, "answer");
        var paper = Visible.Checked(document, "document", 500)?.Trim();

        var before = one.Answer is null ? null : new { one.Answer, document = one.AnswerDocument };
        (one.Answer, one.AnswerDocument, one.AnsweredBy, one.AnsweredAt) = (answer, string.IsNullOrEmpty(paper) ? null : paper, person.Account, now);
        // What was ruled before was ruled on other words.
        (one.Ruled, one.RulingReason, one.RulingEvidence, one.RuledBy, one.RuledAt) = (null, null, null, null, null);
        one.Version++;
        db.Note(new(person.Account, JournalAct.Submitted, JournalObject.Head(id, head), "head.answered", now, before, new { number, one.Answer, document = one.AnswerDocument }));
        await db.TellAsync(await db.PeopleAsync(id, cancel, Role.Secretariat, Role.CouncilChair),
            MailText.HeadAnswered(cycle.Unit(one.Unit)!.Name, $"/noi-bo/phan-loai/{cycle.Row.Code}/{head}"), now, cancel);
        await db.SaveCaseAsync(one.Version, cancel);
    }
}
