using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.App.Units;

/// <summary>How units are called.</summary>
public static class UnitNames
{
    /// <summary>Names of units by code: as called today, or in the newest cycle they took part in.</summary>
    public static async Task<IReadOnlyDictionary<string, Text>> ReadAsync(IndexDb db, CancellationToken cancel)
    {
        var names = new SortedDictionary<string, Text>(StringComparer.Ordinal);
        foreach (var code in await db.OrgUnits.Select(row => row.Code).ToListAsync(cancel)) names[code] = Text.Same(code);
        foreach (var row in await db.CycleUnits.OrderBy(row => row.Cycle).Select(row => new { row.Unit, row.Name }).ToListAsync(cancel)) names[row.Unit] = row.Name;
        foreach (var row in await db.OrgNames.OrderBy(row => row.From).Select(row => new { row.Unit, row.Name }).ToListAsync(cancel)) names[row.Unit] = row.Name;
        foreach (var code in await db.Assignments.Select(row => row.Department).Distinct().ToListAsync(cancel)) names.TryAdd(code, Text.Same(code));
        return names;
    }
}
