using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Audit;
using ParIndex.App.Heads;
using ParIndex.App.Storage;
using ParIndex.App.Units;
using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Documents.Cycles;

namespace ParIndex.App.Cycles;

/// <summary>A folder that became a cycle, or the findings that forbid it.</summary>
public sealed record CycleImported(int? Cycle, IReadOnlyList<Finding> Findings);

/// <summary>
/// Takes a cycle folder of plain files into the database, as a whole or not at all: what <see cref="ExportCycle"/> hands out again computes to the same
/// bytes. For the operator of the installation, who has the files.
/// </summary>
public sealed class ImportCycle(IndexDb db, TimeProvider clock)
{
    /// <summary>Imports.</summary>
    /// <param name="path">The cycle folder.</param>
    /// <param name="state">Where the cycle stands afterwards.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    /// <exception cref="RefusedException">There is a cycle of this code already.</exception>
    public async Task<CycleImported> RunAsync(string path, CycleState state, CancellationToken cancel)
    {
        var reading = CycleFolder.Read(path);
        if (reading.Input is not { } input) return new(null, reading.Findings);
        var code = input.Cycle.Code;
        if (await db.Cycles.AnyAsync(row => row.Code == code, cancel)) throw new RefusedException(Refusal.CycleExists(code));

        var id = (await db.Cycles.MaxAsync(row => (int?)row.Id, cancel) ?? 0) + 1;
        var now = clock.GetUtcNow();
        db.Add(new CycleRow
        {
            Id = id,
            Code = code,
            Year = input.Cycle.Year,
            State = state,
            Settings = Encoding.UTF8.GetString(CycleSettings.Write(CycleFolderRows.Settings(input))),
            Previous = await db.Cycles.Where(row => row.Year < input.Cycle.Year).OrderByDescending(row => row.Year).Select(row => (int?)row.Id).FirstOrDefaultAsync(cancel),
            Version = 1,
        });
        db.AddRange(new CycleFolderRows(input, reading.Files, Path.GetFullPath(path), id, Guid.Empty, now).All());
        await AddUnitsAsync(input, cancel);
        await new TakeHeads(db).RunAsync(input, id, now, cancel);
        db.Note(new(null, JournalAct.Moved, JournalObject.Cycle(id), "cycle.imported", now, After: new { code, input.InputsHash, units = input.Units.Count }));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (db.Cycles.Any(row => row.Code == code))
        {
            throw new RefusedException(Refusal.CycleExists(code));
        }

        return new(id, reading.Findings);
    }

    /// <summary>Units that the place does not have yet.</summary>
    private async Task AddUnitsAsync(CycleInput input, CancellationToken cancel)
    {
        var known = (await db.OrgUnits.Select(unit => unit.Code).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        foreach (var unit in input.Units.Where(unit => !known.Contains(unit.Code.Value)))
        {
            var from = unit.ValidFrom ?? new DateOnly(input.Cycle.Year, 1, 1);
            db.Add(new OrgUnitRow { Code = unit.Code.Value, Kind = KindOf(input, unit.Group), ValidFrom = unit.ValidFrom });
            db.Add(new OrgNameRow { Unit = unit.Code.Value, From = from, Name = unit.Name, ShortName = unit.ShortName, Document = unit.Source });
        }

        // A unit of an earlier folder that is called otherwise in this year's.
        var names = (await db.OrgNames.ToListAsync(cancel)).ToLookup(row => row.Unit, StringComparer.Ordinal);
        var first = new DateOnly(input.Cycle.Year, 1, 1);
        foreach (var unit in input.Units.Where(unit => known.Contains(unit.Code.Value)))
        {
            var last = names[unit.Code.Value].MaxBy(row => row.From);
            if (last is not null && last.From < first && (last.Name != unit.Name || last.ShortName != unit.ShortName))
                db.Add(new OrgNameRow { Unit = unit.Code.Value, From = first, Name = unit.Name, ShortName = unit.ShortName, Document = unit.Source });
        }
    }

    /// <summary>The kind of unit that its framework is for; of several, the one its group is called by.</summary>
    private static string KindOf(CycleInput input, string group)
    {
        var kinds = input.Frameworks.GetValueOrDefault(group)?.UnitKinds ?? [];
        var noun = input.Cycle.Groups.Single(one => one.Code == group).Noun.En.Replace(' ', '_').ToLowerInvariant();
        return kinds is [var only] ? only : kinds.FirstOrDefault(kind => kind == noun) ?? "other";
    }
}
