using ParIndex.Core.Computation;
using ParIndex.Documents.Cycles;
using ParIndex.Documents.OpenData;
using ParIndex.Testing;

namespace ParIndex.Documents.Tests.OpenData;

public sealed class OutputFolderTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void It_appears_only_when_it_is_complete()
    {
        using (var folder = OutputFolder.Begin(scratch.At("out")))
        {
            File.WriteAllText(Path.Combine(folder.Path, OutputFolder.Mark), "{}");
            Assert.False(Directory.Exists(scratch.At("out")));
            folder.Complete();
        }

        Assert.Equal(["out", "out/datapackage.json"], scratch.All());
    }

    [Fact]
    public void Without_completion_nothing_stays()
    {
        using (var folder = OutputFolder.Begin(scratch.At("out"))) File.WriteAllText(Path.Combine(folder.Path, "results.csv"), "half");
        Assert.Empty(scratch.All());
    }

    [Fact]
    public void An_earlier_output_stays_until_the_new_one_is_complete_and_is_then_replaced_whole()
    {
        Made("out", "old.csv");
        using (var folder = OutputFolder.Begin(scratch.At("out"))) File.WriteAllText(Path.Combine(folder.Path, "results.csv"), "half");
        Assert.Equal(["out", "out/datapackage.json", "out/old.csv"], scratch.All());

        using (var folder = OutputFolder.Begin(scratch.At("out") + "/"))
        {
            File.WriteAllText(Path.Combine(folder.Path, OutputFolder.Mark), "{}");
            folder.Complete();
        }

        Assert.Equal(["out", "out/datapackage.json"], scratch.All());
    }

    [Fact]
    public void An_empty_folder_may_be_filled()
    {
        Directory.CreateDirectory(scratch.At("out"));
        using (var folder = OutputFolder.Begin(scratch.At("out"))) folder.Complete();
        Assert.Equal(["out"], scratch.All());
    }

    [Fact]
    public void A_folder_that_is_not_ours_is_refused_and_left_as_it_is()
    {
        Directory.CreateDirectory(scratch.At("theirs"));
        File.WriteAllText(scratch.At("theirs", "letter.txt"), "Kính gửi");

        var refused = Assert.Throws<NotOursException>(() => OutputFolder.Begin(scratch.At("theirs")));

        Assert.Equal(scratch.At("theirs"), refused.Place);
        Assert.Contains("Chọn thư mục khác hoặc dọn thư mục đó.", refused.Why.Vi, StringComparison.Ordinal);
        Assert.Equal(["theirs", "theirs/letter.txt"], scratch.All());
        Assert.Equal("Kính gửi", File.ReadAllText(scratch.At("theirs", "letter.txt")));
    }

    [Fact]
    public void A_file_in_the_place_of_the_folder_is_refused_and_kept()
    {
        File.WriteAllText(scratch.At("out"), "text");
        var refused = Assert.Throws<NotOursException>(() => OutputFolder.Begin(scratch.At("out")));
        Assert.Contains("is a file. Choose a folder for the output.", refused.Why.En, StringComparison.Ordinal);
        Assert.Equal("text", File.ReadAllText(scratch.At("out")));
    }

    [Theory]
    [InlineData("/proc/out")]
    [InlineData("/proc/self/cmdline/out")]
    [InlineData("/sys/parindex/out")]
    public void A_place_that_takes_no_folder_is_an_input_or_permission_error(string place)
    {
        var refused = Record.Exception(() => OutputFolder.Begin(place));
        Assert.True(refused is IOException or UnauthorizedAccessException, refused?.ToString() ?? "nothing was refused");
    }

    [Fact]
    public void A_write_that_fails_in_the_middle_leaves_the_earlier_output_untouched()
    {
        using var cycle = new SmallCycle();
        var reading = CycleFolder.Read(cycle.Folder);
        var result = Computing.Compute(reading.Input!, "test");
        Made("out", "old.csv");
        // Every table is written before the inputs are copied: the copy of a file that is gone fails in the middle.
        cycle.Delete("evidence.csv");

        Assert.ThrowsAny<IOException>(() =>
        {
            using var folder = OutputFolder.Begin(scratch.At("out"));
            Package.Write(folder.Path, result, reading.Files);
            folder.Complete();
        });

        Assert.Equal(["out", "out/datapackage.json", "out/old.csv"], scratch.All());
    }

    private void Made(string name, string file)
    {
        Directory.CreateDirectory(scratch.At(name));
        File.WriteAllText(scratch.At(name, OutputFolder.Mark), "{}");
        File.WriteAllText(scratch.At(name, file), "old");
    }
}
