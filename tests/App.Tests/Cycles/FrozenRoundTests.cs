using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Cycles;
using ParIndex.App.Results;
using ParIndex.App.Units;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Cycles;

/// <summary>A year that was prepared, merged, decided, computed and frozen in one database goes through files into an empty one of the other engine.</summary>
public sealed class FrozenRoundTests
{
    private readonly StandingClock clock = new(new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_frozen_cycle_imported_into_an_empty_database_is_exported_to_the_same_bytes(Engine engine)
    {
        using var small = new SmallCycle();
        using var first = new Database(engine);
        using var second = new Database(engine == Engine.Sqlite ? Engine.Postgres : Engine.Sqlite);
        int id;
        await using (var db = first.Open()) id = (await new ImportCycle(db, clock).RunAsync(small.Folder, CycleState.Draft, Cancel)).Cycle!.Value;
        // What the office does before opening reaches the files: a renamed unit, one more leaf that does not concern a unit.
        await using (var db = first.Open())
            await new RenameUnit(db, clock).RunAsync(People.Secretary, "STP", new("Sở Tư pháp và Hộ tịch", null, null, null), new(2021, 6, 1), "Quyết định 8/QĐ-UBND", Cancel);
        await using (var db = first.Open()) Assert.Equal(["STP"], (await new TakeUnits(db, clock).RunAsync(People.Secretary, id, new(2021, 12, 31), Cancel)).Changed);
        await using (var db = first.Open()) await new DecideApplicability(db, clock).RunAsync(People.Secretary, id, "STP", "1.1.2", false, "Không được giao nhiệm vụ", Cancel);
        await using (var db = first.Open())
        {
            (await db.Cycles.AsTracking().SingleAsync(Cancel)).State = CycleState.Open;
            await db.SaveChangesAsync(Cancel);
        }

        await using (var db = first.Open()) await new ComputeRun(db, clock).RunAsync(People.Secretary, id, null, "test", Cancel);
        await using (var db = first.Open()) await new FreezeRun(db, clock).RunAsync(People.Chair, id, 1, (await db.Cycles.SingleAsync(Cancel)).Version, secondFactor: true, Cancel);

        var exported = await ExportAsync(first, id);
        var folder = Path.Combine(first.Folder, "exported");
        await ZipFile.ExtractToDirectoryAsync(new MemoryStream(exported), folder, Cancel);
        Assert.Contains("Sở Tư pháp và Hộ tịch", await File.ReadAllTextAsync(Path.Combine(folder, "units.csv"), Cancel), StringComparison.Ordinal);
        Assert.Contains("STP,1.1.2,full,Không được giao nhiệm vụ", await File.ReadAllTextAsync(Path.Combine(folder, "applicability.csv"), Cancel), StringComparison.Ordinal);
        int again;
        await using (var db = second.Open()) again = (await new ImportCycle(db, clock).RunAsync(folder, CycleState.Frozen, Cancel)).Cycle!.Value;
        Assert.Equal(exported, await ExportAsync(second, again));
    }

    private static async Task<byte[]> ExportAsync(Database database, int id)
    {
        await using var db = database.Open();
        return ExportCycle.Zip(await new ExportCycle(db).RunAsync(id, Cancel));
    }
}
