using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Storage;
using ParIndex.Core;
using ParIndex.Documents.Cycles;

namespace ParIndex.App.Cycles;

/// <summary>A new cycle after an earlier one: its groups, stages, frameworks and units, to be changed while it is prepared.</summary>
/// <param name="Code">Own code.</param>
/// <param name="Year">The evaluated year.</param>
/// <param name="From">The cycle it is made after.</param>
/// <param name="Plan">Number and date of the plan.</param>
public sealed record NewCycle(string Code, int Year, int From, string? Plan);

/// <summary>Makes a draft cycle.</summary>
public sealed class CreateCycle(IndexDb db, TimeProvider clock)
{
    /// <summary>Makes it; answers its number.</summary>
    public async Task<int> RunAsync(Person person, NewCycle request, CancellationToken cancel)
    {
        if (!person.Is(Role.Secretariat)) throw new RefusedException(Refusal.Forbidden);
        var code = request.Code.Trim();
        if (!UnitCode.TryParse(code, out _))
            throw new RefusedException(Refusal.Invalid("code", new("Mã gồm 1–40 chữ cái không dấu, chữ số, dấu - _ .", "A code has 1 to 40 letters without marks, digits, - _ .")));
        var before = await new LoadCycle(db).RunAsync(request.From, cancel);
        if (request.Year <= before.Cycle.Year || request.Year > 2100)
            throw new RefusedException(Refusal.Invalid("year", new($"Năm phải sau {before.Cycle.Year}.", $"The year must be after {before.Cycle.Year}.")));
        if (await db.Cycles.AnyAsync(row => row.Code == code, cancel)) throw new RefusedException(Refusal.CycleExists(code));

        var id = await db.Cycles.MaxAsync(row => row.Id, cancel) + 1;
        var settings = before.Cycle with { Code = code, Year = request.Year, Previous = null, Decision = null, GroupingNote = null };
        db.Add(new CycleRow
        {
            Id = id,
            Code = code,
            Year = request.Year,
            State = CycleState.Draft,
            Settings = Encoding.UTF8.GetString(CycleSettings.Write(settings)),
            Plan = Visible.Checked(request.Plan, "plan", 500),
            Previous = before.Id,
            Version = 1,
        });
        await CopyAsync(before.Id, id, cancel);
        db.Note(new(person.Account, JournalAct.Moved, JournalObject.Cycle(id), "cycle.created", clock.GetUtcNow(), After: request));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (db.Cycles.Any(row => row.Code == code))
        {
            throw new RefusedException(Refusal.CycleExists(code));
        }

        return id;
    }

    private async Task CopyAsync(int from, int to, CancellationToken cancel)
    {
        foreach (var row in await db.CycleFrameworks.Where(row => row.Cycle == from).ToListAsync(cancel))
            db.Add(new CycleFrameworkRow { Cycle = to, File = row.File, Json = row.Json, Sha256 = Convert.ToHexStringLower(SHA256.HashData(row.Json)) });
        // Persons are assigned anew each year; the departments stay.
        foreach (var row in await db.Assignments.Where(row => row.Cycle == from).ToListAsync(cancel))
            db.Add(new AssignmentRow { Cycle = to, File = row.File, Leaf = row.Leaf, Department = row.Department });
        // The rules by which heads are classified go on; whose facts they are applied to is entered anew.
        foreach (var row in await db.CycleFiles.Where(row => row.Cycle == from && row.Name == CycleFileRow.HeadRules).ToListAsync(cancel))
        {
            row.Cycle = to;
            db.Add(row);
        }

        foreach (var row in await db.CycleUnits.Where(row => row.Cycle == from).ToListAsync(cancel))
        {
            row.Cycle = to;
            db.Add(row);
        }
    }
}
