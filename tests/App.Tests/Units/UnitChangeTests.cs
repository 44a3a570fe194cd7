using Microsoft.EntityFrameworkCore;
using ParIndex.App.Accounts;
using ParIndex.App.Audit;
using ParIndex.App.Cycles;
using ParIndex.App.Storage;
using ParIndex.App.Tests.Cycles;
using ParIndex.App.Units;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Units;

public sealed class UnitChangeTests
{
    private const string Paper = "Nghị quyết 12/NQ-HĐND ngày 10/6/2025";
    private static readonly DateOnly July = new(2025, 7, 1);
    private readonly StandingClock clock = new(PreparedCycle.Opens);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task On_the_day_of_a_merger_the_old_ones_are_no_more_and_the_new_one_is_there(Engine engine)
    {
        using var database = await WithUnitsAsync(engine, "A", "B", "C");
        await DoAsync(database, db => new MergeUnits(db, clock).RunAsync(People.Secretary, ["A", "B"], null, New("AB", "Phường Hợp Nhất"), July, Paper, Cancel));
        await using var db = database.Open();
        Assert.Equal(["A", "B", "C"], await OnAsync(db, July.AddDays(-1)));
        Assert.Equal(["AB", "C"], await OnAsync(db, July));
        var change = Assert.Single((await new ReadUnits(db).RunAsync(July, Cancel)).Changes);
        Assert.Equal((LineageKind.Merge, July, Paper), (change.Kind, change.Date, change.Document));
        Assert.Equal(["A", "B"], change.Before);
        Assert.Equal(["AB"], change.After);
        foreach (var code in new[] { "A", "B", "AB" })
        {
            var entry = (await new ReadHistory(db).RunAsync(JournalObject.Unit(code), Cancel))[0];
            Assert.Equal(("unit.merged", Paper), (entry.What, entry.Reason));
        }
    }

    [Theory, BothEngines]
    public async Task Who_takes_others_in_keeps_its_code_and_may_be_called_otherwise(Engine engine)
    {
        using var database = await WithUnitsAsync(engine, "A", "B");
        await DoAsync(database, db => new MergeUnits(db, clock).RunAsync(People.Secretary, ["A", "B"], "A", New("unused", "Phường A mở rộng"), July, Paper, Cancel));
        await using var db = database.Open();
        Assert.Equal(["A"], await OnAsync(db, July));
        Assert.Equal("Đơn vị A", (await new ReadUnits(db).RunAsync(July.AddDays(-1), Cancel)).Unit("A")!.Name.Vi);
        Assert.Equal("Phường A mở rộng", (await new ReadUnits(db).RunAsync(July, Cancel)).Unit("A")!.Name.Vi);
    }

    [Theory, BothEngines]
    public async Task A_split_a_rename_and_an_end_hold_from_their_day(Engine engine)
    {
        using var database = await WithUnitsAsync(engine, "A", "B");
        await DoAsync(database, db => new SplitUnit(db, clock).RunAsync(People.Secretary, "A", false, [New("A1", "Phường A Một"), New("A2", "Phường A Hai")], July, Paper, Cancel));
        await DoAsync(database, db => new RenameUnit(db, clock).RunAsync(People.Secretary, "A1", new("Phường Tân Một", null, null, null), July.AddDays(30), Paper, Cancel));
        await DoAsync(database, db => new DissolveUnit(db, clock).RunAsync(People.Secretary, "B", July, Paper, Cancel));
        await using var db = database.Open();
        Assert.Equal(["A", "B"], await OnAsync(db, July.AddDays(-1)));
        Assert.Equal(["A1", "A2"], await OnAsync(db, July));
        Assert.Equal("Phường A Một", (await new ReadUnits(db).RunAsync(July.AddDays(29), Cancel)).Unit("A1")!.Name.Vi);
        Assert.Equal("Phường Tân Một", (await new ReadUnits(db).RunAsync(July.AddDays(30), Cancel)).Unit("A1")!.Name.Vi);
        Assert.Equal(["A", "A1", "A2"], (await new ReadUnits(db).RunAsync(July, Cancel)).Family("A2").Select(unit => unit.Code));
    }

    [Theory, BothEngines]
    public async Task What_cannot_have_happened_is_refused_and_nothing_is_kept(Engine engine)
    {
        using var database = await WithUnitsAsync(engine, "A", "B", "C");
        await DoAsync(database, db => new MergeUnits(db, clock).RunAsync(People.Secretary, ["A", "B"], null, New("AB", "Phường Hợp Nhất"), July, Paper, Cancel));
        MergeUnits Merge(IndexDb db) => new(db, clock);
        var later = July.AddYears(1);
        await RefusedAsync(database, "invalid", db => Merge(db).RunAsync(People.Secretary, ["A", "C"], null, New("AC", "Phường AC"), later, Paper, Cancel));
        await RefusedAsync(database, "invalid", db => Merge(db).RunAsync(People.Secretary, ["AB", "C"], null, New("ABC", "Phường ABC"), July, Paper, Cancel));
        await RefusedAsync(database, "invalid", db => Merge(db).RunAsync(People.Secretary, ["AB", "C"], null, New("a", "Phường dùng lại mã"), later, Paper, Cancel));
        await RefusedAsync(database, "invalid", db => Merge(db).RunAsync(People.Secretary, ["AB", "AB"], null, New("X", "Phường X"), later, Paper, Cancel));
        await RefusedAsync(database, "unknown_unit", db => Merge(db).RunAsync(People.Secretary, ["AB", "ZZ"], null, New("X", "Phường X"), later, Paper, Cancel));
        await RefusedAsync(database, "invalid", db => Merge(db).RunAsync(People.Secretary, ["AB", "C"], null, New("X", "Phường X"), later, " ", Cancel));
        await RefusedAsync(database, "forbidden", db => Merge(db).RunAsync(People.Of(Role.Administrator), ["AB", "C"], null, New("X", "Phường X"), later, Paper, Cancel));
        await using var db = database.Open();
        Assert.Equal(["AB", "C"], await OnAsync(db, later));
        Assert.Single((await new ReadUnits(db).RunAsync(later, Cancel)).Changes);
    }

    [Theory, BothEngines]
    public async Task Two_who_end_the_same_unit_at_once_do_not_both_do_it(Engine engine)
    {
        using var database = await WithUnitsAsync(engine, "A", "B", "C");
        await using var first = database.Open();
        await using var second = database.Open();
        var gone = await UnitRowAsync(first, "A");
        await DoAsync(second, db => new DissolveUnit(db, clock).RunAsync(People.Second, "A", July, Paper, Cancel));
        gone.ValidUntil = July.AddDays(3);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => first.SaveChangesAsync(Cancel));
    }

    [Theory, BothEngines]
    public async Task A_cycle_being_prepared_takes_the_units_of_its_year_with_where_they_came_from(Engine engine)
    {
        using var database = new Database(engine);
        using var small = new SmallCycle();
        int draft;
        await using (var db = database.Open())
        {
            var id = (await new ImportCycle(db, clock).RunAsync(small.Folder, CycleState.Published, Cancel)).Cycle!.Value;
            draft = await new CreateCycle(db, clock).RunAsync(People.Secretary, new("small-2022", 2022, id, "Kế hoạch 1/KH-UBND"), Cancel);
        }

        var day = new DateOnly(2022, 3, 1);
        await DoAsync(database, db => new MergeUnits(db, clock).RunAsync(People.Secretary, ["STC", "STP"], null, New("STT", "Sở Tài chính và Tư pháp") with { Kind = "department" }, day, Paper, Cancel));
        UnitsTaken taken = null!;
        await DoAsync(database, async db => taken = await new TakeUnits(db, clock).RunAsync(People.Secretary, draft, new(2022, 12, 31), Cancel));
        Assert.Equal(["STT"], taken.Added);
        Assert.Equal(["STC", "STP"], taken.Removed.Order(StringComparer.Ordinal));
        await using var later = database.Open();
        var unit = (await new LoadCycle(later).RunAsync(draft, Cancel)).Unit("STT")!;
        Assert.Equal(["STC", "STP"], unit.Predecessors.Select(code => code.Value));
        Assert.Equal((day, "dept", Paper), (unit.ValidFrom, unit.Group, unit.Source));
        var csv = System.Text.Encoding.UTF8.GetString((await new ExportCycle(later).RunAsync(draft, Cancel)).Single(file => file.Name == "units.csv").Content);
        Assert.Contains("STT,Sở Tài chính và Tư pháp", csv, StringComparison.Ordinal);
        Assert.Contains("2022-03-01,STC STP", csv, StringComparison.Ordinal);
        // The second time there is nothing left to do.
        await DoAsync(database, async db => taken = await new TakeUnits(db, clock).RunAsync(People.Secretary, draft, new(2022, 12, 31), Cancel));
        Assert.Equal((0, 0, 0), (taken.Added.Count, taken.Removed.Count, taken.Changed.Count));
    }

    private static NewUnit New(string code, string name) => new(code, "ward", new(name, null, null, null));

    private static async Task<List<string>> OnAsync(IndexDb db, DateOnly day) =>
        [.. (await new ReadUnits(db).RunAsync(day, Cancel)).Units.Where(unit => unit.ExistsOn(day)).Select(unit => unit.Code).Order(StringComparer.Ordinal)];

    private static async Task<OrgUnitRow> UnitRowAsync(IndexDb db, string code) => await db.OrgUnits.AsTracking().SingleAsync(row => row.Code == code, Cancel);

    private async Task<Database> WithUnitsAsync(Engine engine, params string[] codes)
    {
        var database = new Database(engine);
        foreach (var code in codes)
            await DoAsync(database, db => new AddUnit(db, clock).RunAsync(People.Secretary, New(code, $"Đơn vị {code}"), new(2020, 1, 1), "Quyết định 1/QĐ-UBND", Cancel));
        return database;
    }

    private static async Task DoAsync(Database database, Func<IndexDb, Task> act)
    {
        await using var db = database.Open();
        await act(db);
    }

    private static Task DoAsync(IndexDb db, Func<IndexDb, Task> act) => act(db);

    private static async Task RefusedAsync(Database database, string code, Func<IndexDb, Task> act)
    {
        await using var db = database.Open();
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(() => act(db))).Refusal.Code);
    }
}
