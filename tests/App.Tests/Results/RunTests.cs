using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Appraisal;
using ParIndex.App.Cycles;
using ParIndex.App.Results;
using ParIndex.App.Tests.Cycles;
using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Documents.Cycles;
using ParIndex.Documents.OpenData;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Results;

public sealed class RunTests : IDisposable
{
    private readonly StandingClock clock = new(new(2026, 3, 2, 5, 0, 0, TimeSpan.Zero));
    private readonly SmallCycle small = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => small.Dispose();

    [Theory, BothEngines]
    public async Task A_run_keeps_every_units_figures_and_the_next_says_who_moved_and_by_which_leaf(Engine engine)
    {
        using var database = new Database(engine);
        var id = await ImportAsync(database);
        Assert.True((await ComputeAsync(database, id)).Final);
        await ActAsync(database, id, "SNV", "1.2.1", 4, 0.25m);
        Assert.Equal(2, (await ComputeAsync(database, id)).Number);

        await using var db = database.Open();
        var read = new ReadRuns(db);
        Assert.Equal([("SNV", 88.50m, 1), ("STC", 80.50m, 2), ("STP", 75.24m, 3)],
            (await read.UnitsAsync(People.Chair, id, 1, Cancel)).Select(unit => (unit.Unit, unit.Index!.Value, unit.Rank!.Value)));
        // 8.85 − 2.75 + 0.25 = 6.35 of 10.
        var moves = await read.MovesAsync(People.Chair, await new LoadCycle(db).RunAsync(id, Cancel), 2, Cancel);
        var snv = moves.Single(move => move.Unit == "SNV");
        Assert.Equal((1, 3, 88.50m, 63.50m), (snv.RankBefore!.Value, snv.Rank!.Value, snv.IndexBefore!.Value, snv.Index!.Value));
        var leaf = Assert.Single(snv.Leaves);
        Assert.Equal(("1.2.1", 2.75m, 0.25m), (leaf.Leaf, leaf.Before!.Value.Value, leaf.After!.Value.Value));
        Assert.Empty(moves.Single(move => move.Unit == "STC").Leaves);
    }

    [Theory, BothEngines]
    public async Task Only_the_chair_freezes_with_a_second_factor_and_the_package_computes_to_the_same_bytes(Engine engine)
    {
        using var database = new Database(engine);
        var id = await ImportAsync(database);
        await ComputeAsync(database, id);
        await RefusedAsync(() => FreezeAsync(database, id, 1, People.Secretary), "forbidden");
        await RefusedAsync(() => FreezeAsync(database, id, 1, People.Chair, secondFactor: false), "second_factor_needed");
        await RefusedAsync(() => FreezeAsync(database, id, 1, People.Chair, version: 7), "stale");
        await FreezeAsync(database, id, 1, People.Chair);
        await RefusedAsync(() => FreezeAsync(database, id, 1, People.Chair), "run_frozen");

        byte[] package;
        await using (var db = database.Open())
        {
            Assert.Equal(CycleState.Frozen, (await db.Cycles.SingleAsync(Cancel)).State);
            package = await new ReadRuns(db).PackageAsync(People.Chair, id, 1, Cancel);
        }

        var folder = Path.Combine(database.Folder, "frozen");
        await ZipFile.ExtractToDirectoryAsync(new MemoryStream(package), folder, Cancel);
        var again = Directory.CreateDirectory(Path.Combine(database.Folder, "again")).FullName;
        var tables = Package.WriteTables(again, Computing.Compute(CycleFolder.Read(Path.Combine(folder, "cycle")).Input!, "test"));
        Assert.All(tables, table => Assert.Equal(File.ReadAllBytes(Path.Combine(again, table.Name)), File.ReadAllBytes(Path.Combine(folder, "results", table.Name))));

        // What comes later is a new run with a reason, and the first package stays.
        await RefusedAsync(() => ComputeAsync(database, id), "reason_too_short");
        await ActAsync(database, id, "SNV", "1.2.1", 4, 2.5m);
        await ComputeAsync(database, id, "Đính chính theo kết luận kiểm tra");
        await FreezeAsync(database, id, 2, People.Chair);
        await using var stored = database.Open();
        Assert.Equal(package, await new ReadRuns(stored).PackageAsync(People.Chair, id, 1, Cancel));
    }

    [Theory, BothEngines]
    public async Task An_open_complaint_keeps_a_run_provisional_and_a_change_after_computing_forbids_the_freeze(Engine engine)
    {
        using var database = new Database(engine);
        var id = await ImportAsync(database);
        var complaint = new ComplaintRow
        {
            Cycle = id,
            Unit = "STC",
            Leaf = "1.2.1",
            Id = Guid.NewGuid(),
            Ground = ComplaintGround.RuleMisread,
            Claimed = Points.Of(3m),
            Words = "Đã có kết luận",
            By = Guid.NewGuid(),
            At = clock.Now,
            Version = 1,
        };
        await using (var db = database.Open())
        {
            db.Add(complaint);
            await db.SaveChangesAsync(Cancel);
        }

        var computed = await ComputeAsync(database, id);
        Assert.False(computed.Final);
        Assert.Contains(computed.Findings, finding => finding is { Code: "K001", Where: "STC" });
        await RefusedAsync(() => FreezeAsync(database, id, 1, People.Chair), "run_provisional");
        await using (var db = database.Open())
        {
            var row = await db.Complaints.AsTracking().SingleAsync(Cancel);
            row.WithdrawnAt = clock.Now;
            await db.SaveChangesAsync(Cancel);
        }

        Assert.True((await ComputeAsync(database, id)).Final);
        await ActAsync(database, id, "STC", "1.2.1", 3, 2m);
        await RefusedAsync(() => FreezeAsync(database, id, 2, People.Chair), "inputs_changed");
    }

    [Theory, BothEngines]
    public async Task Before_publication_nobody_but_those_who_run_the_cycle_sees_a_figure(Engine engine)
    {
        using var database = new Database(engine);
        var id = await ImportAsync(database);
        await ComputeAsync(database, id);
        Person[] others = [People.Officer, People.Of(Role.UnitHead, unit: "STC"), People.Of(Role.Appraiser, department: "SNV"), People.Of(Role.Administrator), People.Of(Role.SurveyManager)];
        await using var db = database.Open();
        var (read, cycle) = (new ReadRuns(db), await new LoadCycle(db).RunAsync(id, Cancel));
        foreach (var person in others)
        {
            await RefusedAsync(() => read.ListAsync(person, id, Cancel), "not_found");
            await RefusedAsync(() => read.UnitsAsync(person, id, 1, Cancel), "not_found");
            await RefusedAsync(() => read.MovesAsync(person, cycle, 1, Cancel), "not_found");
            await RefusedAsync(() => read.PackageAsync(person, id, 1, Cancel), "not_found");
            await RefusedAsync(() => new ComputeRun(db, clock).RunAsync(person, id, null, "test", Cancel), "forbidden");
        }

        // A member of the council sees results from the freeze on.
        var member = People.Of(Role.CouncilMember);
        Assert.Empty(await read.ListAsync(member, id, Cancel));
        await RefusedAsync(() => read.UnitsAsync(member, id, 1, Cancel), "not_found");
        await FreezeAsync(database, id, 1, People.Chair);
        Assert.Equal(3, (await read.UnitsAsync(member, id, 1, Cancel)).Count);
    }

    private async Task<int> ImportAsync(Database database)
    {
        await using var db = database.Open();
        return (await new ImportCycle(db, clock).RunAsync(small.Folder, CycleState.Open, Cancel)).Cycle!.Value;
    }

    private async Task<RunComputed> ComputeAsync(Database database, int id, string? reason = null)
    {
        await using var db = database.Open();
        return await new ComputeRun(db, clock).RunAsync(People.Secretary, id, reason, "test", Cancel);
    }

    private async Task FreezeAsync(Database database, int id, int run, Person person, bool secondFactor = true, int version = 1)
    {
        await using var db = database.Open();
        await new FreezeRun(db, clock).RunAsync(person, id, run, version, secondFactor, Cancel);
    }

    private async Task ActAsync(Database database, int id, string unit, string leaf, int seq, decimal points)
    {
        await using var db = database.Open();
        db.Add(new ActRow
        {
            Cycle = id,
            Unit = unit,
            Leaf = leaf,
            Seq = seq,
            Stage = "appraisal",
            Points = Points.Of(points),
            Reason = "Xem lại tài liệu",
            By = Guid.NewGuid(),
            Actor = "Tổ thẩm định",
            At = clock.Now,
        });
        await db.SaveChangesAsync(Cancel);
    }

    private static async Task RefusedAsync(Func<Task> act, string code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(act)).Refusal.Code);
}
