using System.Collections.Concurrent;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Documents.Cycles;

namespace ParIndex.App.Cycles;

/// <summary>Reads a cycle with its frameworks. Frameworks are known by their hash and parsed once in the life of the program.</summary>
public sealed class LoadCycle(IndexDb db)
{
    private const int MostKept = 200;
    private static readonly ConcurrentDictionary<string, Framework> Parsed = new(StringComparer.Ordinal);

    /// <summary>The cycle with all of its units, or with <paramref name="unit"/> alone.</summary>
    /// <exception cref="RefusedException">There is no such cycle.</exception>
    public async Task<CycleAtWork> RunAsync(int id, CancellationToken cancel, string? unit = null)
    {
        var row = await db.Cycles.SingleOrDefaultAsync(one => one.Id == id, cancel) ?? throw new RefusedException(Refusal.NotFound);
        return await WithAsync(row, unit, cancel);
    }

    /// <summary>The cycle of that code.</summary>
    /// <exception cref="RefusedException">There is no such cycle.</exception>
    public async Task<CycleAtWork> ByCodeAsync(string code, CancellationToken cancel, string? unit = null)
    {
        var row = await db.Cycles.SingleOrDefaultAsync(one => one.Code == code, cancel) ?? throw new RefusedException(Refusal.NotFound);
        return await WithAsync(row, unit, cancel);
    }

    private async Task<CycleAtWork> WithAsync(CycleRow row, string? unit, CancellationToken cancel)
    {
        var files = await db.CycleFrameworks.Where(file => file.Cycle == row.Id).Select(file => new { file.File, file.Sha256 }).ToListAsync(cancel);
        var frameworks = new Dictionary<string, Framework>(StringComparer.Ordinal);
        foreach (var file in files) frameworks[file.File] = await FrameworkAsync(row.Id, file.File, file.Sha256, cancel);
        var units = await db.CycleUnits.Where(one => one.Cycle == row.Id && (unit == null || one.Unit == unit)).OrderBy(one => one.Order).ToListAsync(cancel);
        return new()
        {
            Row = row,
            Cycle = CycleSettings.Read(Encoding.UTF8.GetBytes(row.Settings)).Value ?? throw new InvalidDataException($"Settings of cycle {row.Code}."),
            Frameworks = frameworks,
            Units = [.. units.Select(UnitOf)],
        };
    }

    private async Task<Framework> FrameworkAsync(int cycle, string file, string sha256, CancellationToken cancel)
    {
        if (Parsed.TryGetValue(sha256, out var known)) return known;
        var json = await db.CycleFrameworks.Where(row => row.Cycle == cycle && row.File == file).Select(row => row.Json).SingleAsync(cancel);
        var read = FrameworkJson.Read(json, file).Framework ?? throw new InvalidDataException($"Framework {file}.");
        if (Parsed.Count >= MostKept) Parsed.Clear();
        return Parsed[sha256] = read;
    }

    private static Unit UnitOf(CycleUnitRow row) => new()
    {
        Code = UnitCode.Parse(row.Unit),
        Name = row.Name,
        Group = row.Group,
        ShortName = row.ShortName,
        Slug = row.Slug,
        ValidFrom = row.ValidFrom,
        Predecessors = [.. row.Predecessors.Select(UnitCode.Parse)],
        SatisfactionMeasured = row.SatisfactionMeasured,
        Source = row.Source,
    };
}
