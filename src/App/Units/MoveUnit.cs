using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;

namespace ParIndex.App.Units;

/// <summary>Moves a unit to another ranking group of a cycle that is being prepared: groups hold cycle by cycle.</summary>
public sealed class MoveUnit(IndexDb db, TimeProvider clock)
{
    /// <summary>Moves it.</summary>
    public async Task RunAsync(Person person, int cycle, string code, string? group, DateOnly? date, string? document, CancellationToken cancel)
    {
        person.Need(cycle, Role.Secretariat);
        var now = clock.GetUtcNow();
        var change = UnitChange.Begin(db, person, date, document, now);
        var at = await new LoadCycle(db).RunAsync(cycle, cancel);
        if (at.Row.State != CycleState.Draft) throw new RefusedException(Refusal.CycleFixed(at.Row.State));
        var row = await db.CycleUnits.AsTracking().SingleOrDefaultAsync(one => one.Cycle == cycle && one.Unit == code, cancel) ?? throw new RefusedException(Refusal.NotFound);
        if (at.Cycle.Groups.All(one => one.Code != group))
            throw new RefusedException(Refusal.Invalid("Group", new("Chọn khối xếp hạng.", "Choose the ranking group.")));
        if (row.Group == group) throw new RefusedException(Refusal.Invalid("Group", new("Đơn vị đang ở khối này.", "The unit is in this group.")));
        var before = row.Group;
        row.Group = group!;
        // What did not concern the unit was decided by its former framework.
        if (at.FileOf(before) != at.FileOf(group!))
            db.RemoveRange(await db.Applicability.AsTracking().Where(one => one.Cycle == cycle && one.Unit == code).ToListAsync(cancel));
        var unit = await db.OrgUnits.SingleOrDefaultAsync(one => one.Code == code, cancel) ?? throw new RefusedException(Refusal.UnknownUnit("Code", code));
        change.Side(LineageKind.Move, unit, after: false);
        change.Side(LineageKind.Move, unit, after: true);
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.CycleUnit(cycle, code), "unit.moved", now, new { group = before }, new { group }, change.Document));
        await change.SaveAsync("unit.moved", [unit], new { code, cycle = at.Row.Code, before, group, from = change.Date }, cancel);
    }
}
