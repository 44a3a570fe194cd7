using System.Globalization;
using ParIndex.Testing;

namespace ParIndex.Cli.Tests.Verbs;

public sealed class ComputeTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void The_sample_city_has_its_published_results_and_the_same_bytes_in_any_culture()
    {
        var cycle = Repository.Path("cycles", "hai-phong-2021");
        var first = Call.Of("compute", cycle, "--out", scratch.At("first"));
        Assert.Equal(0, first.ExitCode);
        Assert.Contains("35 đơn vị, 35 được xếp hạng", first.Output, StringComparison.Ordinal);

        var rows = File.ReadAllLines(scratch.At("first", "results.csv"));
        Assert.StartsWith("group,rank,tied,unit,name_vi,name_en,points,applicable,index,band,change,previous_index,previous_rank", rows[0], StringComparison.Ordinal);
        Assert.Equal(["so,1,no,SGTVT,95.98", "so,2,no,TTR,93.00", "so,3,no,STTTT,92.57"], rows.Skip(1).Take(3).Select(Short));
        Assert.Equal(
            ["quan,1,no,DK,91.26", "quan,2,no,NQ,91.07"], rows.Where(row => row.StartsWith("quan,", StringComparison.Ordinal)).Take(2).Select(Short));
        Assert.Equal(2, rows.Count(row => row.StartsWith("quan,3,yes,", StringComparison.Ordinal)));

        foreach (var culture in new[] { "vi-VN", "tr-TR" })
        {
            In(culture, () => Assert.Equal(0, Call.Of("compute", cycle, "--out", scratch.At(culture)).ExitCode));
            Assert.Equal(Files("first"), Files(culture));
            foreach (var file in Files("first")) Assert.True(Same(file, culture), $"{file} differs under {culture}");
        }

        bool Same(string file, string folder) => File.ReadAllBytes(scratch.At("first", file)).AsSpan().SequenceEqual(File.ReadAllBytes(scratch.At(folder, file)));
    }

    [Fact]
    public void Totals_alone_are_ranked_and_every_output_says_so()
    {
        var call = Call.Of("compute", Repository.Path("cycles", "hai-phong-2020"), "--out", scratch.At("out"));
        Assert.Equal(0, call.ExitCode);
        Assert.Contains(",totals,", File.ReadAllLines(scratch.At("out", "results.csv"))[1], StringComparison.Ordinal);
        Assert.Contains("\"totals_only\": true", File.ReadAllText(scratch.At("out", "datapackage.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_output_is_replaced_whole()
    {
        using var cycle = new SmallCycle();
        Assert.Equal(0, Call.Of("compute", cycle.Folder, "--out", scratch.At("out")).ExitCode);
        File.WriteAllText(scratch.At("out", "left-over.txt"), "old");
        Assert.Equal(0, Call.Of("compute", cycle.Folder, "--out", scratch.At("out")).ExitCode);
        Assert.False(File.Exists(scratch.At("out", "left-over.txt")));
        Assert.Equal([scratch.At("out")], Directory.GetFileSystemEntries(scratch.Folder));
    }

    [Fact]
    public void An_error_in_the_input_writes_nothing_and_exits_with_1()
    {
        using var cycle = new SmallCycle();
        cycle.Change("acts.csv", "STC,1.2.1,self,2.5,", "STC,1.2.1,self,NaN,");

        var call = Call.Of("compute", cycle.Folder, "--out", scratch.At("out"));

        Assert.Equal((1, ""), (call.ExitCode, call.Output));
        Assert.StartsWith("acts.csv:10:points: C014 \"NaN\" không phải số hữu hạn.", call.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(scratch.Folder));
    }

    [Fact]
    public void A_framework_with_an_error_blocks_the_cycle()
    {
        using var cycle = new SmallCycle();
        cycle.Change("framework.json", "\"max\": 6", "\"max\": 7");

        var call = Call.Of("compute", cycle.Folder, "--out", scratch.At("out"));

        Assert.Equal((1, ""), (call.ExitCode, call.Output));
        Assert.Contains("framework.json", call.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(scratch.Folder));
    }

    [Fact]
    public void A_folder_of_somebody_else_is_not_touched()
    {
        using var cycle = new SmallCycle();
        Directory.CreateDirectory(scratch.At("theirs"));
        scratch.File("theirs/letter.txt", "Kính gửi");

        var call = Call.Of("compute", cycle.Folder, "--out", scratch.At("theirs"));

        Assert.Equal((1, ""), (call.ExitCode, call.Output));
        Assert.Contains($"{scratch.At("theirs")}: O001 ", call.Error, StringComparison.Ordinal);
        Assert.Equal("Kính gửi", File.ReadAllText(scratch.At("theirs", "letter.txt")));
        Assert.Equal([scratch.At("theirs")], Directory.GetFileSystemEntries(scratch.Folder));
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_refused_and_kept()
    {
        using var cycle = new SmallCycle();
        var path = scratch.File("out", "text");

        var call = Call.Of("compute", cycle.Folder, "--out", path);

        Assert.Equal((1, ""), (call.ExitCode, call.Output));
        Assert.Contains($"{path}: O001 {path} là tệp. Chọn một thư mục để ghi kết quả. / {path} is a file.", call.Error, StringComparison.Ordinal);
        Assert.Contains("Choose a folder for the output.", call.Error, StringComparison.Ordinal);
        Assert.Equal("text", File.ReadAllText(path));
    }

    [Fact]
    public void A_place_nobody_may_write_to_is_refused_without_a_stack_trace()
    {
        using var cycle = new SmallCycle();
        // /proc takes no new folder, not even from root.
        var call = Call.Of("compute", cycle.Folder, "--out", "/proc/parindex/out");

        Assert.Equal((1, ""), (call.ExitCode, call.Output));
        Assert.Contains("/proc/parindex/out: O002 Không ghi được vào /proc/parindex/out: ", call.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", call.Error, StringComparison.Ordinal);
    }

    private static string Short(string row)
    {
        var cells = row.Split(',');
        return string.Join(',', [.. cells[..4], cells[8]]);
    }

    private string[] Files(string folder) =>
        [.. Directory.EnumerateFiles(scratch.At(folder), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(scratch.At(folder), path)).Order(StringComparer.Ordinal)];

    private static void In(string culture, Action action)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (new(culture), new(culture));
        try
        {
            action();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
