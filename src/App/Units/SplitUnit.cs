using ParIndex.App.Accounts;
using ParIndex.App.Storage;

namespace ParIndex.App.Units;

/// <summary>One unit becomes several from a day on; it may go on itself, smaller.</summary>
public sealed class SplitUnit(IndexDb db, TimeProvider clock)
{
    /// <summary>Splits it.</summary>
    public async Task RunAsync(Person person, string code, bool goesOn, IReadOnlyList<NewUnit> made, DateOnly? date, string? document, CancellationToken cancel)
    {
        var change = UnitChange.Begin(db, person, date, document, clock.GetUtcNow());
        var unit = await change.ExistingAsync(code, "Code", cancel);
        if (made.Count + (goesOn ? 1 : 0) < 2)
            throw new RefusedException(Refusal.Invalid("Units", new("Chia, tách phải có ít nhất hai đơn vị sau đó.", "After a split there must be at least two units.")));
        var after = new List<OrgUnitRow>();
        foreach (var one in made) after.Add(await change.NewAsync(one with { Kind = one.Kind ?? unit.Kind }, "Units", cancel));
        if (goesOn) after.Add(unit);
        else change.End(unit);
        change.Side(LineageKind.Split, unit, after: false);
        foreach (var one in after) change.Side(LineageKind.Split, one, after: true);
        await change.SaveAsync("unit.split", [unit, .. after], new { unit = unit.Code, into = after.Select(one => one.Code), from = change.Date }, cancel);
    }
}
