using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;

namespace ParIndex.App.Appraisal;

/// <summary>A finding of a PAR inspection, as the secretariat enters it.</summary>
public sealed record InspectionFinding(string? Unit, string? Leaf, string? What, string? Document, string? Who, string? Due);

/// <summary>
/// What a unit has to mend: the secretariat enters findings of inspections, the unit says who mends it by when and names the proof, the secretariat
/// accepts the proof, which closes it, or gives it back with a reason.
/// </summary>
public sealed class FollowUps(IndexDb db, TimeProvider clock)
{
    /// <summary>Enters a finding of an inspection.</summary>
    public async Task<Guid> AddAsync(Person person, int id, InspectionFinding finding, CancellationToken cancel)
    {
        person.Need(id, Role.Secretariat);
        var cycle = await new LoadCycle(db).RunAsync(id, cancel);
        if (finding.Unit is not { Length: > 0 } unit || cycle.Unit(unit) is null) throw new RefusedException(Refusal.Invalid("unit", new("Chọn đơn vị.", "Choose the unit.")));
        var leaf = Blank(finding.Leaf);
        if (leaf is not null && cycle.Leaf(unit, leaf) is null)
            throw new RefusedException(Refusal.Invalid("leaf", new($"Bộ chỉ số của đơn vị không có tiêu chí {leaf}.", $"The unit's framework has no criterion {leaf}.")));
        var document = Blank(Visible.Checked(finding.Document, "document", 400))
            ?? throw new RefusedException(Refusal.Invalid("document", new("Ghi số, ngày văn bản kết luận kiểm tra.", "Give number and date of the inspection's document.")));
        var now = clock.GetUtcNow();
        var row = new FollowUpRow
        {
            Unit = unit,
            Id = Guid.CreateVersion7(now),
            Cycle = id,
            Leaf = leaf,
            Kind = FollowUpKind.Inspection,
            What = Reasons.Required(finding.What, "what"),
            Document = document,
            Who = Blank(Visible.Checked(finding.Who, "who", 200)),
            Due = Day(finding.Due),
            By = person.Account,
            At = now,
        };
        db.Add(row);
        db.Note(new(person.Account, JournalAct.Changed, ObjectOf(row), "followup.entered", now, After: new { row.Id, row.What, row.Document, row.Who, row.Due }));
        await db.SaveChangesAsync(cancel);
        return row.Id;
    }

    /// <summary>The unit says who mends it by when, and names the proof once there is one.</summary>
    public async Task AnswerAsync(Person person, int id, string unit, Guid followUp, string? who, string? due, string? proof, CancellationToken cancel)
    {
        person.NeedFor(id, unit, Role.UnitOfficer, Role.UnitHead);
        var row = await OpenAsync(unit, followUp, cancel);
        var before = new { row.Who, row.Due, row.Proof };
        (row.Who, row.Due, row.Proof) = (Blank(Visible.Checked(who, "who", 200)), Day(due), Blank(Visible.Checked(proof, "proof", 1000)));
        if (row.Who is null && row.Due is null && row.Proof is null)
            throw new RefusedException(Refusal.Invalid("who", new("Ghi người làm, hạn hoặc tài liệu chứng minh.", "Give who mends it, by when, or the proof.")));
        db.Note(new(person.Account, JournalAct.Changed, ObjectOf(row), "followup.answered", clock.GetUtcNow(), before, new { row.Who, row.Due, row.Proof }));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The proof is accepted, which closes it.</summary>
    /// <param name="person">Who.</param>
    /// <param name="id">The cycle the person works in.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="followUp">The follow-up.</param>
    /// <param name="seen">The proof that was looked at.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public async Task CloseAsync(Person person, int id, string unit, Guid followUp, string? seen, CancellationToken cancel)
    {
        var row = await ProvenAsync(person, id, unit, followUp, seen, cancel);
        var now = clock.GetUtcNow();
        (row.ClosedBy, row.ClosedAt) = (person.Account, now);
        db.Note(new(person.Account, JournalAct.Judged, ObjectOf(row), "followup.closed", now, After: new { row.Id, row.Proof }));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The proof does not do: it is given back with the reason, which the unit reads beside it.</summary>
    public async Task GiveBackAsync(Person person, int id, string unit, Guid followUp, string? seen, string? reason, CancellationToken cancel)
    {
        var row = await ProvenAsync(person, id, unit, followUp, seen, cancel);
        var words = Reasons.Required(reason);
        var (now, before) = (clock.GetUtcNow(), row.Proof);
        row.Proof = null;
        row.What = $"{row.What}\n{Vietnam.Moment(now)}: chưa chấp nhận “{before}”. {words}";
        db.Note(new(person.Account, JournalAct.Judged, ObjectOf(row), "followup.returned", now, new { row.Id, Proof = before }, new { row.Proof }, words));
        await db.SaveChangesAsync(cancel);
    }

    private async Task<FollowUpRow> ProvenAsync(Person person, int id, string unit, Guid followUp, string? seen, CancellationToken cancel)
    {
        person.Need(id, Role.Secretariat);
        var row = await OpenAsync(unit, followUp, cancel);
        if (row.Proof is null) throw new RefusedException(Refusal.NothingProven);
        return row.Proof == seen?.ReplaceLineEndings("\n") ? row : throw new RefusedException(Refusal.ProofChanged);
    }

    private async Task<FollowUpRow> OpenAsync(string unit, Guid followUp, CancellationToken cancel)
    {
        var row = await db.FollowUps.AsTracking().SingleOrDefaultAsync(one => one.Unit == unit && one.Id == followUp, cancel) ?? throw new RefusedException(Refusal.NotFound);
        return row.ClosedAt is null ? row : throw new RefusedException(Refusal.FollowUpClosed);
    }

    private static string ObjectOf(FollowUpRow row) => row.Leaf is { } leaf ? JournalObject.Leaf(row.Cycle, row.Unit, leaf) : JournalObject.CycleUnit(row.Cycle, row.Unit);

    private static DateOnly? Day(string? typed) => Blank(typed) is not { } given
        ? null
        : DateOnly.TryParseExact(given, ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new RefusedException(Refusal.Invalid("due", new("Ghi ngày theo dạng 31/12/2026.", "Give the day as 31/12/2026.")));

    private static string? Blank(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim().ReplaceLineEndings("\n");
}
