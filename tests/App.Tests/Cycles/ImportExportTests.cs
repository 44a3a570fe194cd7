using System.Text;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Cycles;
using ParIndex.Core.Computation;
using ParIndex.Documents.Cycles;
using ParIndex.Documents.OpenData;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Cycles;

public sealed class ImportExportTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task A_year_that_was_imported_and_exported_computes_to_the_same_bytes(Engine engine)
    {
        using var database = new Database(engine);
        var folder = Repository.Path("cycles", "hai-phong-2021");
        var exported = Path.Combine(database.Folder, "exported");
        int id;
        await using (var db = database.Open())
        {
            var imported = await new ImportCycle(db, TimeProvider.System).RunAsync(folder, CycleState.Open, Cancel);
            Assert.Empty(imported.Findings);
            id = imported.Cycle!.Value;
        }

        await using (var db = database.Open())
        {
            var files = await new ExportCycle(db).RunAsync(id, Cancel);
            ExportCycle.Write(files, exported);
            Assert.Equal(ExportCycle.Zip(files), ExportCycle.Zip(await new ExportCycle(db).RunAsync(id, Cancel)));
        }

        var (expected, found) = (Tables(folder, database.Folder, "a"), Tables(exported, database.Folder, "b"));
        Assert.Contains("results.csv", expected.Keys);
        Assert.Equal(expected.Keys, found.Keys);
        Assert.All(expected, file => Assert.Equal(file.Value.Split('\n'), found[file.Key].Split('\n')));
        // Line for line, but for the order of rows and the name of the number: who acted and when is kept.
        Assert.Equal(Lines(folder, "acts.csv"), Lines(exported, "acts.csv"));
        Assert.Equal(Lines(folder, "inputs.csv"), Lines(exported, "inputs.csv"));
        Assert.Equal(Lines(folder, "evidence.csv"), Lines(exported, "evidence.csv"));
    }

    [Theory, BothEngines]
    public async Task What_was_exported_is_imported_and_exported_byte_for_byte(Engine engine)
    {
        using var small = new SmallCycle();
        var first = await RoundAsync(small.Folder);
        var again = Path.Combine(small.Folder, "again");
        await System.IO.Compression.ZipFile.ExtractToDirectoryAsync(new MemoryStream(first), again, Cancel);
        Assert.Equal(first, await RoundAsync(again));

        async Task<byte[]> RoundAsync(string from)
        {
            using var database = new Database(engine);
            await using var db = database.Open();
            var id = (await new ImportCycle(db, TimeProvider.System).RunAsync(from, CycleState.Open, Cancel)).Cycle!.Value;
            await using var later = database.Open();
            return ExportCycle.Zip(await new ExportCycle(later).RunAsync(id, Cancel));
        }
    }

    [Theory, BothEngines]
    public async Task Drafts_are_no_part_of_what_is_computed_and_withdrawn_documents_prove_nothing(Engine engine)
    {
        using var database = new Database(engine);
        using var small = new SmallCycle();
        await using var db = database.Open();
        var id = (await new ImportCycle(db, TimeProvider.System).RunAsync(small.Folder, CycleState.Open, Cancel)).Cycle!.Value;
        await using var later = database.Open();
        var entry = await later.Entries.AsTracking().SingleAsync(row => row.Unit == "SNV" && row.Leaf == "2.1.1", Cancel);
        entry.State = App.SelfAssessment.EntryState.Entering;
        var document = await later.Evidence.AsTracking().SingleAsync(row => row.Title == "Kết luận 12/KL-SNV", Cancel);
        (document.WithdrawnAt, document.WithdrawnReason) = (DateTimeOffset.UnixEpoch, "Nộp nhầm tài liệu");
        await later.SaveChangesAsync(Cancel);

        var files = (await new ExportCycle(later).RunAsync(id, Cancel)).ToDictionary(file => file.Name, file => Encoding.UTF8.GetString(file.Content));
        Assert.DoesNotContain("SNV,2.1.1", files["inputs.csv"], StringComparison.Ordinal);
        Assert.Contains("STC,2.1.1,on_time,50,", files["inputs.csv"], StringComparison.Ordinal);
        Assert.DoesNotContain("12/KL-SNV", files["evidence.csv"], StringComparison.Ordinal);
        Assert.Contains("SNV,1.1.1,Kế hoạch 01/KH-SNV,2021-01-18", files["evidence.csv"], StringComparison.Ordinal);
        Assert.Contains("SNV,1.1.1,appraisal,0.5,\"Ban hành sau ngày 15/01,\nchậm 3 ngày\",Tổ thẩm định,2022-01-20T08:00:00+07:00", files["acts.csv"], StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_cycle_is_imported_once_and_a_folder_with_an_error_leaves_nothing(Engine engine)
    {
        using var database = new Database(engine);
        using var small = new SmallCycle();
        await using (var db = database.Open()) await new ImportCycle(db, TimeProvider.System).RunAsync(small.Folder, CycleState.Open, Cancel);
        await using (var db = database.Open())
            Assert.Equal("cycle_exists", (await Assert.ThrowsAsync<RefusedException>(() => new ImportCycle(db, TimeProvider.System).RunAsync(small.Folder, CycleState.Open, Cancel))).Refusal.Code);
        using var spoilt = new SmallCycle();
        spoilt.Change("cycle.json", "small-2021", "small-2022").Change("acts.csv", "2.75", "NaN");
        await using (var db = database.Open())
        {
            var refused = await new ImportCycle(db, TimeProvider.System).RunAsync(spoilt.Folder, CycleState.Open, Cancel);
            Assert.Null(refused.Cycle);
            Assert.Equal("C014", refused.Findings[0].Code);
        }

        await using var stored = database.Open();
        Assert.Equal((1, 3, 1), (await stored.Cycles.CountAsync(Cancel), await stored.OrgUnits.CountAsync(Cancel), await stored.JournalLines.CountAsync(Cancel)));
    }

    private static SortedDictionary<string, string> Tables(string folder, string scratch, string name)
    {
        var reading = CycleFolder.Read(folder);
        Assert.Empty(reading.Findings);
        var to = Directory.CreateDirectory(Path.Combine(scratch, name)).FullName;
        return new(Package.WriteTables(to, Computing.Compute(reading.Input! with { InputsHash = "same" }, "test")).ToDictionary(file => file.Name, file => File.ReadAllText(Path.Combine(to, file.Name))), StringComparer.Ordinal);
    }

    private static List<string> Lines(string folder, string file) => [.. File.ReadAllLines(Path.Combine(folder, file)).Order(StringComparer.Ordinal)];
}
