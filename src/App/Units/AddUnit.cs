using ParIndex.App.Accounts;
using ParIndex.App.Storage;

namespace ParIndex.App.Units;

/// <summary>Adds a unit that is there from a day on, by a document, and came from none other.</summary>
public sealed class AddUnit(IndexDb db, TimeProvider clock)
{
    /// <summary>Adds it.</summary>
    public async Task RunAsync(Person person, NewUnit unit, DateOnly? date, string? document, CancellationToken cancel)
    {
        var change = UnitChange.Begin(db, person, date, document, clock.GetUtcNow());
        var added = await change.NewAsync(unit, "Code", cancel);
        await change.SaveAsync("unit.added", [added], new { added.Code, name = unit.Named.Name.Vi, added.Kind, from = change.Date }, cancel);
    }
}
