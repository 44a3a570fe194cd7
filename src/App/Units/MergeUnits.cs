using ParIndex.App.Accounts;
using ParIndex.App.Storage;

namespace ParIndex.App.Units;

/// <summary>Several units become one from a day on: a new one, or one of them that takes the others in.</summary>
public sealed class MergeUnits(IndexDb db, TimeProvider clock)
{
    /// <summary>Merges them.</summary>
    /// <param name="person">Who.</param>
    /// <param name="codes">The units that become one.</param>
    /// <param name="survivor">The one of them that goes on under its code; null: a new unit.</param>
    /// <param name="made">The new unit, or the survivor's name where it changes; null: the survivor keeps its name.</param>
    /// <param name="date">From when.</param>
    /// <param name="document">The document that decided it.</param>
    /// <param name="cancel">Stops.</param>
    public async Task RunAsync(Person person, IReadOnlyList<string> codes, string? survivor, NewUnit? made, DateOnly? date, string? document, CancellationToken cancel)
    {
        var change = UnitChange.Begin(db, person, date, document, clock.GetUtcNow());
        var distinct = codes.Distinct(StringComparer.Ordinal).ToList();
        if (distinct.Count < 2) throw new RefusedException(Refusal.Invalid("Units", new("Chọn ít nhất hai đơn vị để hợp nhất.", "Choose at least two units to merge.")));
        if (survivor is not null && !distinct.Contains(survivor))
            throw new RefusedException(Refusal.Invalid("Survivor", new("Đơn vị tiếp nhận phải là một trong các đơn vị được chọn.", "The unit that goes on must be one of those chosen.")));
        var before = new List<OrgUnitRow>();
        foreach (var code in distinct) before.Add(await change.ExistingAsync(code, "Units", cancel));
        var after = survivor is not null ? before.Single(unit => unit.Code == survivor)
            : await change.NewAsync(made ?? throw new RefusedException(Refusal.Invalid("Code", new("Nhập mã và tên đơn vị mới.", "Give the new unit's code and name."))), "Code", cancel);
        if (survivor is not null && made is not null)
            db.Add(new OrgNameRow { Unit = survivor, From = change.Date, Name = made.Named.Name, ShortName = made.Named.ShortName, Document = change.Document });
        foreach (var unit in before)
        {
            change.Side(LineageKind.Merge, unit, after: false);
            if (unit != after) change.End(unit);
        }

        change.Side(LineageKind.Merge, after, after: true);
        await change.SaveAsync("unit.merged", [.. before, after], new { units = distinct, into = after.Code, from = change.Date }, cancel);
    }
}
