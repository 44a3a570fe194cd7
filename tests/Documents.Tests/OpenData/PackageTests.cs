using System.Security.Cryptography;
using System.Text.Json;
using ParIndex.Core.Computation;
using ParIndex.Documents.Cycles;
using ParIndex.Documents.OpenData;
using ParIndex.Testing;

namespace ParIndex.Documents.Tests.OpenData;

public sealed class PackageTests : IDisposable
{
    private readonly SmallCycle cycle = new();
    private readonly Scratch scratch = new();

    public void Dispose()
    {
        cycle.Dispose();
        scratch.Dispose();
    }

    [Fact]
    public void Every_file_is_listed_with_its_hash()
    {
        Write();
        var listed = File.ReadAllLines(scratch.At(Package.Sums)).Select(line => line.Split("  ")).ToDictionary(parts => parts[1], parts => parts[0]);
        var there = scratch.All().Where(name => File.Exists(scratch.At(name)) && name != Package.Sums).ToList();
        Assert.Equal(there, listed.Keys.Order(StringComparer.Ordinal));
        Assert.All(there, name => Assert.Equal(listed[name], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(scratch.At(name))))));
    }

    [Fact]
    public void Every_table_has_the_columns_its_description_names()
    {
        Write();
        var package = JsonDocument.Parse(File.ReadAllBytes(scratch.At(OutputFolder.Mark))).RootElement;
        var tables = package.GetProperty("resources").EnumerateArray().Where(resource => resource.TryGetProperty("schema", out _)).ToList();
        Assert.Contains("results.csv", tables.Select(table => table.GetProperty("path").GetString()));
        Assert.All(tables, table => Assert.Equal(
            string.Join(',', table.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString())),
            File.ReadLines(scratch.At(table.GetProperty("path").GetString()!)).First()));
    }

    [Fact]
    public void Texts_that_a_spreadsheet_takes_for_formulas_are_disarmed_and_the_copy_reads_as_it_was_written()
    {
        cycle.Change("acts.csv", "Thiếu một kết luận", "=HYPERLINK(1)").Change("units.csv", "Department of Finance", "@Finance");
        Write();

        Assert.Contains(",'=HYPERLINK(1),", File.ReadAllText(scratch.At("cycle", "acts.csv")), StringComparison.Ordinal);
        Assert.Contains(",'@Finance,", File.ReadAllText(scratch.At("results.csv")), StringComparison.Ordinal);
        var again = CycleFolder.Read(scratch.At("cycle"));
        Assert.Empty(again.Findings);
        Assert.Equal("=HYPERLINK(1)", again.Input!.Sheets[0].Leaves[2].Acts[1].Reason);
        Assert.Equal("@Finance", again.Input.Units[1].Name.En);
    }

    [Fact]
    public void An_input_without_formulas_is_copied_byte_for_byte()
    {
        Write();
        Assert.Equal(File.ReadAllBytes(cycle.At("inputs.csv")), File.ReadAllBytes(scratch.At("cycle", "inputs.csv")));
        Assert.Equal(File.ReadAllBytes(cycle.At("evidence.csv")), File.ReadAllBytes(scratch.At("cycle", "evidence.csv")));
    }

    [Fact]
    public void Nobody_is_named_and_no_unit_is_quoted_yet_every_figure_can_be_recomputed()
    {
        cycle.Change("acts.csv", "2.5,,,Tổ thẩm định", "2.5,,Đủ căn cứ,Bà Nguyễn Thị Mẫu");
        Write();
        var acts = File.ReadAllText(scratch.At("cycle", "acts.csv"));
        Assert.StartsWith("unit,leaf,stage,points,level,reason,time\n", acts, StringComparison.Ordinal);
        Assert.Contains("\nSNV,1.2.1,explanation,,,\"Có nêu, không công bố / Given, not published\",2022-01-25T08:00:00+07:00\n", acts, StringComparison.Ordinal);
        Assert.Contains("\nSNV,1.2.1,appraisal,2.75,,Thiếu một kết luận,2022-01-20T08:05:00+07:00\n", acts, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(scratch.Folder, "*.csv", SearchOption.AllDirectories))
            foreach (var hidden in (string[])["Nguyễn Thị Mẫu", "Tổ thẩm định", "Đã bổ sung kết luận"])
                Assert.DoesNotContain(hidden, File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Empty(Verification.Of(scratch.Folder));
    }

    private void Write()
    {
        var reading = CycleFolder.Read(cycle.Folder);
        Assert.Empty(reading.Findings);
        Package.Write(scratch.Folder, Computing.Compute(reading.Input!, "test"), reading.Files);
    }
}
