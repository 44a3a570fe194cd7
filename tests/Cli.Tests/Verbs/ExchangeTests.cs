using ParIndex.Testing;

namespace ParIndex.Cli.Tests.Verbs;

public sealed class ExchangeTests
{
    [Fact]
    public void A_folder_goes_into_the_database_and_comes_out_as_a_folder_that_computes_to_the_same_files()
    {
        using var small = new SmallCycle();
        using var scratch = new Scratch();
        var data = scratch.At("index.db");
        Assert.Equal((0, ""), Said(Call.Of("import", small.Folder, "--data", data)));
        Assert.Equal((0, ""), Said(Call.Of("export", "small-2021", "--data", data, "--out", scratch.At("out"))));
        Assert.Equal((0, ""), Said(Call.Of("export", "small-2021", "--data", data, "--out", scratch.At("out.zip"))));
        Assert.Equal(0, Call.Of("compute", small.Folder, "--out", scratch.At("a")).ExitCode);
        Assert.Equal(0, Call.Of("compute", scratch.At("out"), "--out", scratch.At("b")).ExitCode);
        foreach (var table in new[] { "areas.csv", "criteria.csv", "leaves.csv", "groups.csv", "units.csv" })
            Assert.Equal(File.ReadAllText(scratch.At("a", table)), File.ReadAllText(scratch.At("b", table)));

        var again = Call.Of("import", small.Folder, "--data", data);
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("E003 Đã có kỳ đánh giá mã “small-2021”.", again.Error, StringComparison.Ordinal);
        var taken = Call.Of("export", "small-2021", "--data", data, "--out", scratch.At("out"));
        Assert.Equal(1, taken.ExitCode);
        Assert.Contains("E002", taken.Error, StringComparison.Ordinal);
        var unknown = Call.Of("export", "small-2031", "--data", data, "--out", scratch.At("none"));
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains("E001 Không có kỳ đánh giá này. Đang có: small-2021.", unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_is_published_once_and_other_figures_need_a_note_that_says_why()
    {
        using var small = new SmallCycle();
        using var scratch = new Scratch();
        var data = scratch.At("index.db");
        var first = Call.Of("publish", small.Folder, "--data", data);
        Assert.Equal(0, first.ExitCode);
        Assert.Contains("phiên bản 1", first.Output, StringComparison.Ordinal);
        Assert.Contains("phiên bản 1", Call.Of("publish", small.Folder, "--data", data).Output, StringComparison.Ordinal);

        var acts = Path.Combine(small.Folder, "acts.csv");
        File.AppendAllText(acts, File.ReadAllLines(acts)[^1].Replace("2022-", "2023-", StringComparison.Ordinal) + "\n");
        var changed = Call.Of("publish", small.Folder, "--data", data);
        Assert.Equal(1, changed.ExitCode);
        Assert.Contains("E004", changed.Error, StringComparison.Ordinal);
        var corrected = Call.Of("publish", small.Folder, "--data", data, "--note-vi", "Đính chính giờ chấm.");
        Assert.Equal(0, corrected.ExitCode);
        Assert.Contains("phiên bản 1.1", corrected.Output, StringComparison.Ordinal);
    }

    private static (int, string) Said(Call call) => (call.ExitCode, call.Error);
}
