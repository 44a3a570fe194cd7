using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.SelfAssessment;
using ParIndex.App.Storage;
using ParIndex.Core.Heads;

namespace ParIndex.App.Heads;

/// <summary>
/// Enters what a document says of a head. Nobody does so for the own agency: the case of the agency that runs the classification is filled in by
/// somebody from elsewhere. A classification computed before is stale from then on.
/// </summary>
public sealed class EnterHeadFact(IndexDb db, TimeProvider clock)
{
    /// <summary>Enters it; an empty value takes it back.</summary>
    public async Task RunAsync(Person person, int id, string head, string? input, string? value, string? document, CancellationToken cancel)
    {
        person.Need(id, Role.Secretariat, Role.CouncilChair);
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        if (cycle.Row.State == CycleState.Draft) throw new RefusedException(Refusal.WrongState(CycleText.Of(cycle.Row.State), CycleText.Of(CycleState.Open)));
        var post = await db.HeadPosts.SingleOrDefaultAsync(row => row.Code == head, cancel);
        if (post is null || cycle.Unit(post.Unit) is null || !post.HeldIn(cycle.Row.Year)) throw new RefusedException(Refusal.NotFound);
        if (Assign.InterestsOf(cycle, person).Any(unit => unit.Code.Value == post.Unit)) throw new RefusedException(HeadRefusals.OwnUnit);
        var rules = await new HeadsOfCycle(db).RulesAsync(cycle, cancel) ?? throw new RefusedException(HeadRefusals.NotClassified);
        var asked = rules.Inputs.FirstOrDefault(one => one.Name == input && one.MayBeEntered()) ?? throw new RefusedException(HeadRefusals.UnknownFact);
        var text = Visible.Checked(value, "value", 40)?.Trim() ?? "";
        if (asked.Kind != HeadInputKind.Boolean) text = TypedNumber.Read(text, "value", asked.Kind == HeadInputKind.Integer) is { } number ? Written(number) : "";
        if (text.Length > 0 && asked.WhyNot(text) is { } why) throw new RefusedException(Refusal.Invalid("value", why));

        var row = await db.HeadFacts.AsTracking().SingleOrDefaultAsync(one => one.Cycle == id && one.Head == head && one.Input == asked.Name, cancel);
        var before = row is null ? null : new { input = asked.Name, row.Value, row.Document };
        if (row is null && text.Length == 0) return;
        var paper = Visible.Checked(document, "document", 500)?.Trim();
        if (string.IsNullOrEmpty(paper))
            throw new RefusedException(Refusal.Invalid("document", new("Ghi số, ngày, tên tài liệu làm căn cứ.", "Enter number, date and title of the document it rests on.")));
        var now = clock.GetUtcNow();
        if (text.Length == 0) db.Remove(row!);
        else if (row is null) db.Add(new HeadFactRow { Cycle = id, Head = head, Input = asked.Name, Value = text, Document = paper, By = person.Account, At = now });
        else (row.Value, row.Document, row.By, row.At) = (text, paper, person.Account, now);
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Head(id, head), text.Length == 0 ? "head.fact_removed" : "head.fact_entered", now, before,
            new { input = asked.Name, value = text, document = paper }));
        await db.SaveChangesAsync(cancel);
    }

    private static string Written(decimal number) => number.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture);
}
