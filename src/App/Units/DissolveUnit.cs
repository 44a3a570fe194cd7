using ParIndex.App.Accounts;
using ParIndex.App.Storage;

namespace ParIndex.App.Units;

/// <summary>Ends a unit that no other follows. What it was and scored stays.</summary>
public sealed class DissolveUnit(IndexDb db, TimeProvider clock)
{
    /// <summary>Dissolves it.</summary>
    public async Task RunAsync(Person person, string code, DateOnly? date, string? document, CancellationToken cancel)
    {
        var change = UnitChange.Begin(db, person, date, document, clock.GetUtcNow());
        var unit = await change.ExistingAsync(code, "Code", cancel);
        change.End(unit);
        change.Side(LineageKind.Dissolve, unit, after: false);
        await change.SaveAsync("unit.dissolved", [unit], new { unit.Code, until = change.Date }, cancel);
    }
}
