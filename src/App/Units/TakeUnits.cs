using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;

namespace ParIndex.App.Units;

/// <summary>What taking the units as they are on a day did to a cycle, by code.</summary>
public sealed record UnitsTaken(IReadOnlyList<string> Added, IReadOnlyList<string> Removed, IReadOnlyList<string> Changed);

/// <summary>
/// Brings the units of a cycle that is being prepared to where they are on a day: names of that day, units that are no more taken out, and those that
/// came out of them put in, with their predecessors, so that the computation knows who may be compared with the year before.
/// </summary>
public sealed class TakeUnits(IndexDb db, TimeProvider clock)
{
    /// <summary>Takes them.</summary>
    public async Task<UnitsTaken> RunAsync(Person person, int cycle, DateOnly? asOf, CancellationToken cancel)
    {
        person.Need(cycle, Role.Secretariat);
        if (asOf is not { } day) throw new RefusedException(Refusal.Invalid("AsOf", new("Nhập ngày lấy danh sách, dạng ngày/tháng/năm.", "Give the day of the list, as day/month/year.")));
        var row = await db.Cycles.SingleOrDefaultAsync(one => one.Id == cycle, cancel) ?? throw new RefusedException(Refusal.NotFound);
        if (row.State != CycleState.Draft) throw new RefusedException(Refusal.CycleFixed(row.State));
        var book = await new ReadUnits(db).RunAsync(day, cancel);
        var rows = await db.CycleUnits.AsTracking().Where(one => one.Cycle == cycle).OrderBy(one => one.Order).ToListAsync(cancel);
        var year = await db.Cycles.Where(one => one.Id == row.Previous).Select(one => (int?)one.Year).SingleOrDefaultAsync(cancel) ?? row.Year - 1;
        var earlier = (await db.CycleUnits.Where(one => one.Cycle == row.Previous).Select(one => one.Unit).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var since = new DateOnly(year, 12, 31);
        if (earlier.Count == 0) earlier = [.. rows.Select(one => one.Unit)];

        var (added, removed, changed) = (new List<string>(), new List<string>(), new List<string>());
        var gone = rows.Where(one => book.Unit(one.Unit)?.ExistsOn(day) == false).ToList();
        var here = rows.Select(one => one.Unit).ToHashSet(StringComparer.Ordinal);
        foreach (var one in rows.Except(gone))
        {
            if (book.Unit(one.Unit) is not { } unit) continue;
            var before = (one.Name, one.ShortName, one.ValidFrom, string.Join(' ', one.Predecessors));
            (one.Name, one.ShortName) = (unit.Name, unit.ShortName);
            Formed(one, book, since, day, earlier, unit);
            if (before != (one.Name, one.ShortName, one.ValidFrom, string.Join(' ', one.Predecessors))) changed.Add(one.Unit);
        }

        var order = rows.Count == 0 ? 0 : rows.Max(one => one.Order) + 1;
        foreach (var unit in book.Units.Where(unit => unit.ExistsOn(day) && !here.Contains(unit.Code)))
        {
            // Only what came out of units of this cycle: others are added by hand.
            var from = book.CameFrom(unit.Code, since, day, earlier).Predecessors;
            var groups = rows.Where(one => from.Contains(one.Unit)).Select(one => one.Group).Distinct(StringComparer.Ordinal).ToList();
            if (groups.Count == 0) continue;
            // Out of several groups: people decide, and until then the cycle does not open.
            var made = Row(cycle, unit, groups is [var only] ? only : "", order++, rows.Where(one => from.Contains(one.Unit)).Any(one => one.SatisfactionMeasured));
            Formed(made, book, since, day, earlier, unit);
            db.Add(made);
            added.Add(unit.Code);
        }

        foreach (var one in gone)
        {
            db.Remove(one);
            db.RemoveRange(await db.Applicability.AsTracking().Where(decided => decided.Cycle == cycle && decided.Unit == one.Unit).ToListAsync(cancel));
            removed.Add(one.Unit);
        }

        var taken = new UnitsTaken(added, removed, changed);
        if (added.Count + removed.Count + changed.Count == 0) return taken;
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Cycle(cycle), "cycle.units", clock.GetUtcNow(), null, new { asOf = day, added, removed, changed }));
        await db.SaveChangesAsync(cancel);
        return taken;
    }

    /// <summary>Puts one unit into a cycle that is being prepared, in a group.</summary>
    public async Task AddAsync(Person person, int cycle, string? code, string? group, CancellationToken cancel)
    {
        person.Need(cycle, Role.Secretariat);
        var at = await new LoadCycle(db).RunAsync(cycle, cancel);
        if (at.Row.State != CycleState.Draft) throw new RefusedException(Refusal.CycleFixed(at.Row.State));
        if (at.Cycle.Groups.All(one => one.Code != group)) throw new RefusedException(Refusal.Invalid("Group", new("Chọn khối xếp hạng.", "Choose the ranking group.")));
        var day = new DateOnly(at.Cycle.Year, 12, 31);
        var book = await new ReadUnits(db).RunAsync(day, cancel);
        if (book.Unit(code ?? "") is not { } unit) throw new RefusedException(Refusal.UnknownUnit("Unit", code ?? ""));
        if (at.Unit(unit.Code) is not null) throw new RefusedException(Refusal.Invalid("Unit", new("Đơn vị đã có trong kỳ.", "The unit is in the cycle.")));
        if (!unit.ExistsOn(day))
            throw new RefusedException(Refusal.Invalid("Unit", new($"Đơn vị không còn hoặc chưa có vào ngày {Said(day)}.", $"The unit does not exist on {Said(day)}.")));
        var order = (await db.CycleUnits.Where(one => one.Cycle == cycle).MaxAsync(one => (int?)one.Order, cancel) ?? -1) + 1;
        db.Add(Row(cycle, unit, group!, order, measured: true));
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Cycle(cycle), "cycle.unit_added", clock.GetUtcNow(), null, new { unit.Code, group }));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Takes one unit out of a cycle that is being prepared.</summary>
    public async Task RemoveAsync(Person person, int cycle, string code, string? reason, CancellationToken cancel)
    {
        person.Need(cycle, Role.Secretariat);
        var why = Reasons.Required(reason);
        var state = await db.Cycles.Where(one => one.Id == cycle).Select(one => one.State).SingleAsync(cancel);
        if (state != CycleState.Draft) throw new RefusedException(Refusal.CycleFixed(state));
        var row = await db.CycleUnits.AsTracking().SingleOrDefaultAsync(one => one.Cycle == cycle && one.Unit == code, cancel) ?? throw new RefusedException(Refusal.NotFound);
        db.Remove(row);
        db.RemoveRange(await db.Applicability.AsTracking().Where(one => one.Cycle == cycle && one.Unit == code).ToListAsync(cancel));
        db.Note(new(person.Account, JournalAct.Changed, JournalObject.Cycle(cycle), "cycle.unit_removed", clock.GetUtcNow(), new { row.Unit, row.Group }, null, why));
        await db.SaveChangesAsync(cancel);
    }

    private static CycleUnitRow Row(int cycle, UnitOnDay unit, string group, int order, bool measured) => new()
    {
        Cycle = cycle,
        Unit = unit.Code,
        Group = group,
        Name = unit.Name,
        ShortName = unit.ShortName,
        Slug = Folding.Slug(unit.ShortName.Vi) is { Length: > 0 } slug ? $"{slug}-{Folding.Slug(unit.Code)}" : Folding.Slug(unit.Code),
        Order = order,
        SatisfactionMeasured = measured,
        ValidFrom = unit.From,
        Predecessors = [],
    };

    private static void Formed(CycleUnitRow row, UnitBook book, DateOnly since, DateOnly day, HashSet<string> earlier, UnitOnDay unit)
    {
        var (predecessors, formed) = book.CameFrom(unit.Code, since, day, earlier);
        if (formed is null) return;
        row.Predecessors = [.. predecessors];
        row.ValidFrom = formed;
        row.Source = book.Changes.Where(change => change.Forms && change.After.Contains(unit.Code) && change.Date == formed).Select(change => change.Document).FirstOrDefault() ?? row.Source;
    }

    private static string Said(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
