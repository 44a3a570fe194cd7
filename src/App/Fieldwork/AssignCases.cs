using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Campaigns;
using ParIndex.App.Storage;

namespace ParIndex.App.Fieldwork;

/// <summary>
/// Assigns open cases to an interviewer, or moves them to another with a reason. A supervisor does so for the own team; the interviewer's device
/// must be registered, so that everything it sends is known as its own.
/// </summary>
public sealed class AssignCases(IndexDb db, TimeProvider clock)
{
    /// <summary>Whether somebody can still be sent to the person.</summary>
    public static bool IsOpen(SampleCaseRow row) => row.Active && row.State is CaseState.Waiting or CaseState.Invited or CaseState.Contacted or CaseState.NotReached;

    /// <summary>Assigns; says how many.</summary>
    /// <param name="person">Who.</param>
    /// <param name="code">The campaign.</param>
    /// <param name="cases">Cases as <c>unit/number</c>.</param>
    /// <param name="collector">The interviewer's device; empty: nobody, the person is asked by letter.</param>
    /// <param name="reason">Why, where somebody had them already.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public async Task<int> RunAsync(Person person, string code, IReadOnlyList<string> cases, string? collector, string? reason, CancellationToken cancel)
    {
        var team = await FieldTeam.OfAsync(db, person, code, cancel);
        person.Need(team.Campaign.Cycle, Role.SurveyManager, Role.FieldSupervisor);
        var wanted = cases.Distinct(StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0) throw new RefusedException(FieldworkRefusals.NoCases);
        var units = wanted.Select(one => one.Split('/')[0]).ToHashSet(StringComparer.Ordinal);
        var rows = (await db.SampleCases.AsTracking().Where(row => row.Campaign == code && units.Contains(row.Unit)).ToListAsync(cancel))
            .Where(row => wanted.Contains($"{row.Unit}/{row.Number}") && team.Has(row.Unit)).ToList();
        if (rows.Count != wanted.Count) throw new RefusedException(Refusal.NotFound);
        if (rows.Where(row => !IsOpen(row)).Select(row => $"{row.Unit}/{row.Number}").ToList() is { Count: > 0 } closed) throw new RefusedException(FieldworkRefusals.NotOpen(string.Join(", ", closed.Take(10))));
        var to = collector?.Trim() ?? "";
        if (to.Length > 0 && !await db.Devices.AnyAsync(row => row.Campaign == code && row.Device == to && !row.Revoked && (row.Channel == Channel.Interview || row.Channel == Channel.Phone), cancel))
            throw new RefusedException(FieldworkRefusals.NoCollector);
        var moved = rows.Any(row => row.Collector.Length > 0 && row.Collector != to);
        var why = moved ? Reasons.Required(reason) : Visible.Checked(reason, "reason", 1000)?.Trim();
        var before = rows.CountBy(row => row.Collector).ToDictionary(one => one.Key.Length == 0 ? "-" : one.Key, one => one.Value);
        foreach (var row in rows) row.Collector = to;
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Campaign(code), "cases.assigned", clock.GetUtcNow(), before,
            new { to, cases = rows.Select(row => $"{row.Unit}/{row.Number}").Order(StringComparer.Ordinal) }, string.IsNullOrEmpty(why) ? null : why));
        await db.SaveChangesAsync(cancel);
        return rows.Count;
    }
}
