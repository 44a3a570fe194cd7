using System.Diagnostics;
using ParIndex.Testing;

namespace ParIndex.Cli.Tests;

/// <summary>The program itself, as somebody starts it, on a disk that fills up while it writes.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void A_disk_that_fills_up_leaves_no_half_written_folder_and_the_earlier_output_untouched(int kilobytes)
    {
        using var cycle = new SmallCycle();
        Assert.Equal(0, Call.Of("compute", cycle.Folder, "--out", scratch.At("out")).ExitCode);
        var before = File.ReadAllBytes(scratch.At("out", "leaves.csv"));
        cycle.Change("acts.csv", "2.75", "2.5");

        // The limit on a file's size fails the write that passes it, as a full disk does; the signal that comes with it is ignored.
        var (code, error) = Run($"trap '' XFSZ; ulimit -f {kilobytes}; exec dotnet \"$0\" compute \"$1\" --out \"$2\"", typeof(Terminal).Assembly.Location, cycle.Folder, scratch.At("out"));

        Assert.Equal(1, code);
        Assert.Contains($"{scratch.At("out")}: O002 Không ghi được vào {scratch.At("out")}: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(scratch.At("out", "leaves.csv")));
        Assert.Equal([scratch.At("out")], Directory.GetFileSystemEntries(scratch.Folder));
    }

    private static (int Code, string Error) Run(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", ["-c", script, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
        // The runtime maps its code through a file in memory, which the limit would cut too.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        using var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }
}
