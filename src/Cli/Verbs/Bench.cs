using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ParIndex.Core;
using ParIndex.Core.Computation;
using ParIndex.Documents.Benching;
using ParIndex.Documents.Cycles;
using ParIndex.Documents.OpenData;

namespace ParIndex.Cli.Verbs;

/// <summary><c>bench compute</c>: an invented country from CSV to all CSV results, each run a process of its own, with time and peak memory.</summary>
internal static class Bench
{
    public static Command Verb()
    {
        var sizes = new Option<int[]>("--units") { Description = BenchText.Units.Both(), AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [340, 3_400, 34_000] };
        var rounds = new Option<int>("--rounds") { Description = BenchText.Rounds.Both(), DefaultValueFactory = _ => 5 };
        var folder = new Option<string>("--folder") { Hidden = true };
        var compute = new Command("compute", BenchText.Compute.Both()) { sizes, rounds, folder };
        compute.SetAction(call =>
        {
            if (call.GetValue(folder) is { } only) Once(only);
            else Run(call.GetValue(sizes)!, Math.Max(1, call.GetValue(rounds)), call.InvocationConfiguration.Output);
            return ExitCode.Good;
        });
        return new Command("bench", BenchText.Verb.Both()) { compute, BenchStatistics.Verb(), BenchEstimates.Verb() };
    }

    private static void Run(int[] sizes, int rounds, TextWriter output)
    {
        output.WriteLine("units,leaves,acts,seconds_median,acts_per_second,peak_mib");
        foreach (var units in sizes)
        {
            var folder = Directory.CreateTempSubdirectory("parindex-bench-");
            try
            {
                SyntheticFolder.Write(Path.Combine(folder.FullName, "cycle"), units);
                var runs = Enumerable.Range(0, rounds).Select(_ => Measured(folder.FullName)).OrderBy(run => run.Seconds).ToList();
                var (leaves, seconds) = (units * SyntheticCountry.LeafCount, runs[runs.Count / 2].Seconds);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{units},{leaves},{leaves * 3L},{seconds:0.00},{leaves * 3L / seconds:0},{runs.Max(run => run.Peak) / 1048576.0:0}"));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    /// <summary>One run as a process of its own: start of the runtime included, peak of the resident set as the system counts it.</summary>
    private static (double Seconds, long Peak) Measured(string folder)
    {
        var clock = Stopwatch.StartNew();
        using var run = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["bench", "compute", "--folder", folder]))!;
        var peak = 0L;
        while (!run.WaitForExit(10))
        {
            try
            {
                run.Refresh();
                peak = Math.Max(peak, run.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                // It ended between the two calls.
            }
        }

        if (run.ExitCode != ExitCode.Good) throw new InvalidOperationException($"the measured run ended with {run.ExitCode}");
        return (clock.Elapsed.TotalSeconds, peak);
    }

    private static void Once(string folder)
    {
        var reading = CycleFolder.Read(Path.Combine(folder, "cycle"));
        var errors = reading.Findings.Where(finding => finding.Severity == Severity.Error).ToList();
        if (reading.Input is null) throw new RefusedException(ExitCode.Findings, errors);
        using var output = OutputFolder.Begin(Path.Combine(folder, "out"));
        Package.Write(output.Path, Computing.Compute(reading.Input, ParIndex.Cli.Verbs.Compute.Engine), reading.Files, forms: false);
        output.Complete();
    }
}

/// <summary>Words of <c>bench</c>.</summary>
internal static class BenchText
{
    public static Text Verb { get; } = new("Đo tốc độ và bộ nhớ trên máy này.", "Measures speed and memory on this machine.");

    public static Text Compute { get; } = new(
        "Một quốc gia giả định từ CSV đến toàn bộ CSV kết quả: trung vị của các lần chạy, mỗi lần một tiến trình.",
        "An invented country from CSV to all CSV results: median of the runs, each a process of its own.");

    public static Text Units { get; } = new("số đơn vị, một hoặc nhiều cỡ", "number of units, one size or several");

    public static Text Rounds { get; } = new("số lần chạy mỗi cỡ", "runs of each size");
}
