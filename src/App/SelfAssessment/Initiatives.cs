using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;

namespace ParIndex.App.SelfAssessment;

/// <summary>An initiative as a unit enters it: its title and the document that recognises it.</summary>
public sealed record InitiativeGiven(string? Title, string? Document, string? Date, string? Issuer);

/// <summary>
/// Sáng kiến: entered one by one with the document that recognises each. Their number is the input of the leaf that counts them, in the same save, so
/// that nobody types it.
/// </summary>
public sealed class Initiatives(IndexDb db, TimeProvider clock)
{
    public async Task AddAsync(Person person, int id, string unit, InitiativeGiven given, CancellationToken cancel)
    {
        var (cycle, leaf) = await RequireAsync(person, id, unit, cancel);
        var now = clock.GetUtcNow();
        var row = new InitiativeRow
        {
            Cycle = id,
            Unit = unit,
            Id = Guid.CreateVersion7(now),
            Title = Reasons.Required(given.Title, "title"),
            Document = Needed(given.Document, "document"),
            Date = Day(given.Date),
            Issuer = Needed(given.Issuer, "issuer"),
            By = person.Account,
            At = now,
        };
        if (await db.Initiatives.AnyAsync(one => one.Cycle == id && one.Unit == unit && one.Title == row.Title && one.Document == row.Document, cancel))
            throw new RefusedException(Refusal.Invalid("title", new("Sáng kiến này đã có trong danh sách.", "This initiative is on the list already.")));
        db.Add(row);
        await CountAsync(person, cycle, unit, leaf, await db.Initiatives.CountAsync(one => one.Cycle == id && one.Unit == unit, cancel) + 1, now, cancel);
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.CycleUnit(id, unit), "initiative.entered", now, After: new { row.Id, row.Title, row.Document, row.Date, row.Issuer }));
        await db.SaveChangesAsync(cancel);
    }

    public async Task RemoveAsync(Person person, int id, string unit, Guid initiative, CancellationToken cancel)
    {
        var (cycle, leaf) = await RequireAsync(person, id, unit, cancel);
        var row = await db.Initiatives.AsTracking().SingleOrDefaultAsync(one => one.Cycle == id && one.Unit == unit && one.Id == initiative, cancel)
            ?? throw new RefusedException(Refusal.NotFound);
        var now = clock.GetUtcNow();
        db.Remove(row);
        await CountAsync(person, cycle, unit, leaf, await db.Initiatives.CountAsync(one => one.Cycle == id && one.Unit == unit, cancel) - 1, now, cancel);
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.CycleUnit(id, unit), "initiative.removed", now, new { row.Id, row.Title, row.Document, row.Date, row.Issuer }));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The input that is counted from the list; null: this leaf has none.</summary>
    public static RuleInput? Counted(CycleAtWork cycle, Leaf leaf) =>
        cycle.Cycle.InitiativesLeaf == leaf.Code && leaf.Rule.Inputs is [{ Kind: InputKind.Count } counted] ? counted : null;

    /// <summary>The inputs as sent, with the counted one from the list.</summary>
    internal static async Task<IReadOnlyDictionary<string, string?>> WithCountAsync(
        IndexDb db, CycleAtWork cycle, string unit, Leaf leaf, IReadOnlyDictionary<string, string?> inputs, CancellationToken cancel)
    {
        if (Counted(cycle, leaf) is not { } counted) return inputs;
        var id = cycle.Id;
        var number = await db.Initiatives.CountAsync(row => row.Cycle == id && row.Unit == unit, cancel);
        return new Dictionary<string, string?>(inputs, StringComparer.Ordinal) { [counted.Name] = number.ToString(CultureInfo.InvariantCulture) };
    }

    private async Task<(CycleAtWork Cycle, Leaf Leaf)> RequireAsync(Person person, int id, string unit, CancellationToken cancel)
    {
        person.NeedFor(id, unit, Role.UnitOfficer, Role.UnitHead);
        await new PhaseGate(db, clock).RequireAsync(id, Cycles.Phase.SelfAssessment, unit, cancel);
        var cycle = await new LoadCycle(db).RunAsync(id, cancel, unit);
        var leaf = cycle.FrameworkOfUnit(unit)?.Leaves.FirstOrDefault(one => Counted(cycle, one) is not null) ?? throw new RefusedException(Refusal.NotFound);
        return (cycle, leaf);
    }

    /// <summary>Takes the new number into what the unit entered, and with it the points where the rule's were claimed.</summary>
    private async Task CountAsync(Person person, CycleAtWork cycle, string unit, Leaf leaf, int number, DateTimeOffset now, CancellationToken cancel)
    {
        var (id, code) = (cycle.Id, leaf.Code.Value);
        var entry = await db.Entries.AsTracking().SingleOrDefaultAsync(row => row.Cycle == id && row.Unit == unit && row.Leaf == code, cancel);
        if (entry is null) return;
        if (entry.State == EntryState.Submitted) throw new RefusedException(Refusal.WrongState(SelfAssessmentText.Of(EntryState.Submitted), SelfAssessmentText.Of(EntryState.Entering)));
        var rounding = cycle.FrameworkOfUnit(unit)!.Rounding;
        var (before, old) = (EntryDecision.Of(leaf, entry.Inputs, rounding), new { entry.State, entry.Inputs, entry.Claimed });
        var decision = EntryDecision.Of(leaf, new Dictionary<string, string?> { [leaf.Rule.Inputs[0].Name] = number.ToString(CultureInfo.InvariantCulture) }, rounding);
        if (entry.Claimed is null || entry.Claimed == before.Proposed) entry.Claimed = decision.Proposed;
        (entry.Inputs, entry.State, entry.By, entry.At) = (decision.Inputs, EntryState.Entering, person.Account, now);
        entry.Version++;
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Leaf(id, unit, code), "entry.counted", now, old, new { entry.State, entry.Inputs, entry.Claimed }));
    }

    private static string Needed(string? words, string field) => Visible.Checked(words, field, 400)?.Trim() is { Length: > 0 } given
        ? given
        : throw new RefusedException(Refusal.Invalid(field, new("Ghi số văn bản công nhận và cơ quan công nhận.", "Give the recognition document's number and who issued it.")));

    private static DateOnly Day(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), ["dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new RefusedException(Refusal.Invalid("date", new("Ghi ngày văn bản theo dạng 31/12/2026.", "Give the document's day as 31/12/2026.")));
}
