using Microsoft.EntityFrameworkCore;
using ParIndex.App.Cycles;
using ParIndex.App.Tests.Cycles;
using ParIndex.App.Units;
using ParIndex.Documents.Workbooks;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Units;

/// <summary>Units and assignments by Excel: whole or not at all, with the cell of every fault.</summary>
public sealed class ImportSheetTests
{
    private readonly StandingClock clock = new(PreparedCycle.Opens);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Units_come_in_whole_and_each_fault_names_its_cell(Engine engine)
    {
        using var database = new Database(engine);
        await using (var db = database.Open())
        {
            var bad = Units(["P1", "Phường Một", "", "", "phường", "1/7/2025", "NQ 1", ""], ["p1", "Phường Hai", "", "", "Phường", "1/7/2025", "NQ 1", ""], ["P3", "Phường Ba", "", "", "Thôn", "1/7/2025", "NQ 1", ""], ["P4", "Phường Bốn", "", "", "Phường", "31/6/2025", "NQ 1", ""]);
            var faults = await new ImportUnits(db, clock).RunAsync(People.Secretary, bad, Cancel);
            Assert.Equal(["A3", "E4", "F5"], faults.Select(fault => fault.Cell));
        }

        await using (var db = database.Open()) Assert.Empty(await db.OrgUnits.ToListAsync(Cancel));
        await using (var db = database.Open())
            await Assert.ThrowsAsync<RefusedException>(() => new ImportUnits(db, clock).RunAsync(People.Officer, Units(["P1", "Phường Một", "", "", "Phường", "1/7/2025", "NQ 1", ""]), Cancel));
        await using (var db = database.Open())
            Assert.Empty(await new ImportUnits(db, clock).RunAsync(People.Secretary, FilledSheet.Unpacked(Units(["P1", "Phường Một", "", "", "phường", "01/07/2025", "NQ 1", "11302"]).Packed()), Cancel));
        await using var stored = database.Open();
        var unit = await stored.OrgUnits.SingleAsync(Cancel);
        Assert.Equal(("P1", "ward", new DateOnly(2025, 7, 1), "11302"), (unit.Code, unit.Kind, unit.ValidFrom, unit.OfficialCode));
        Assert.Equal("Phường Một", (await stored.OrgNames.SingleAsync(Cancel)).Name.Vi);
    }

    [Theory, BothEngines]
    public async Task Assignments_go_out_as_a_workbook_and_come_back_whole(Engine engine)
    {
        using var database = new Database(engine);
        var id = await PreparedCycle.AddAsync(database, Cancel, CycleState.Draft);
        await using (var db = database.Open())
        {
            foreach (var leaf in new[] { "1.1.1", "1.2.1" }) db.Add(new AssignmentRow { Cycle = id, File = "framework.json", Leaf = leaf, Department = "SNV" });
            await db.SaveChangesAsync(Cancel);
        }

        var (own, other) = (await People.AppraiserAsync(database, "SNV", "SNV", Cancel), await People.AppraiserAsync(database, "SNV", null, Cancel));
        await using var reading = database.Open();
        string Mail(Guid account) => reading.Users.Single(row => row.Id == account).Email!;
        var file = new MemoryStream();
        await new ImportAssignments(reading, clock).WriteAsync(People.Secretary, id, file, Cancel);
        file.Position = 0;
        var sheet = FilledSheet.Read(file, ImportAssignments.Columns);
        Assert.Equal(["1.1.1", "1.2.1"], sheet.Rows.Select(row => row["Leaf"]));

        FilledSheet With(params (string? Account, string? Substitute)[] people) => sheet with
        {
            Rows = [.. sheet.Rows.Zip(people, (row, who) => row with { Values = row.Values.Concat(Given("Account", who.Account)).Concat(Given("Substitute", who.Substitute)).ToDictionary(StringComparer.Ordinal) })],
        };
        static IEnumerable<KeyValuePair<string, string>> Given(string field, string? value) => value is null ? [] : [new(field, value)];

        await using (var db = database.Open())
        {
            // The first works in a unit that is scored and has no substitute; the second address belongs to nobody.
            var refused = await new ImportAssignments(db, clock).RunAsync(People.Secretary, id, With((Mail(own), null), ("khong@co.vn", null)), Cancel);
            Assert.Equal(["F2", "E3"], refused.Faults.Select(fault => fault.Cell));
        }

        await using (var db = database.Open()) Assert.All(await db.Assignments.ToListAsync(Cancel), row => Assert.Null(row.Account));
        await using (var db = database.Open())
            Assert.Empty((await new ImportAssignments(db, clock).RunAsync(People.Secretary, id, With((Mail(own), Mail(other)), (Mail(other), null)), Cancel)).Faults);
        await using var after = database.Open();
        var book = await new ReadAssignments(after).RunAsync(await new LoadCycle(after).RunAsync(id, Cancel), Cancel);
        Assert.Equal([(own, (Guid?)other), (other, null)], book.Leaves.Select(leaf => (leaf.Row.Account!.Value, leaf.Row.Substitute)));
        // Three units: the first may not appraise the own one, which the other takes over, beside all three of the second leaf.
        Assert.Equal((1, 2), (book.Person(own)!.Leaves, book.Person(own)!.Scores));
        Assert.Equal((2, 4), (book.Person(other)!.Leaves, book.Person(other)!.Scores));
        Assert.Equal("SNV", Assert.Single(book.Person(own)!.Conflicts).Code.Value);
    }

    private static FilledSheet Units(params string[][] rows)
    {
        var file = new MemoryStream();
        PlainWorkbook.Write([new("Đơn vị", [.. ImportUnits.Columns.Select(column => (column.Heading, column.Width))], rows)], file);
        file.Position = 0;
        return FilledSheet.Read(file, ImportUnits.Columns);
    }
}
