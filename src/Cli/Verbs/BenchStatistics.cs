using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ParIndex.Core;
using ParIndex.Documents.Benching;
using ParIndex.Documents.SurveyReports;
using ParIndex.Statistics.Benching;
using ParIndex.Statistics.Estimation;
using ParIndex.Statistics.Index;
using ParIndex.Statistics.Ranks;
using ParIndex.Statistics.Resampling;

namespace ParIndex.Cli.Verbs;

/// <summary>
/// <c>bench statistics</c>: shares of survey forms, sets of places and weight replications at three sizes each, every run a process of its own, so
/// that its peak memory is its own; medians against the goals.
/// </summary>
internal static class BenchStatistics
{
    private const int Criteria = 49;
    private static readonly string[] Works = ["shares", "survey", "ranks", "weights"];

    public static Command Verb()
    {
        var only = new Option<string[]>("--only") { Description = BenchStatisticsText.Only.Both(), AllowMultipleArgumentsPerToken = true };
        only.AcceptOnlyFromAmong(Works);
        var sizes = new Option<int[]>("--sizes") { Description = BenchStatisticsText.Sizes.Both(), AllowMultipleArgumentsPerToken = true };
        var rounds = new Option<int>("--rounds") { Description = BenchText.Rounds.Both(), DefaultValueFactory = _ => 5 };
        var run = new Option<string?>("--run") { Hidden = true };
        var verb = new Command("statistics", BenchStatisticsText.Verb.Both()) { only, sizes, rounds, run };
        verb.SetAction(call =>
        {
            var output = call.InvocationConfiguration.Output;
            if (call.GetValue(run) is { } work) Once(work.Split('|'), output);
            else All(call.GetValue(only) is { Length: > 0 } chosen ? chosen : Works, call.GetValue(sizes), Math.Max(1, call.GetValue(rounds)), output, call.InvocationConfiguration.Error);
            return ExitCode.Good;
        });
        return verb;
    }

    /// <summary>What a run must not exceed.</summary>
    private sealed record Goal(double Seconds, double Mib, Text Words);

    private sealed record Run(double Wall, double Cpu, double Peak);

    private static void All(string[] works, int[]? sizes, int rounds, TextWriter output, TextWriter error)
    {
        output.WriteLine("work,size,replicates,seconds_median,cpu_seconds_median,rows_per_second,peak_mib,goal,met");
        foreach (var work in works)
        {
            if (work is "shares" or "survey") Forms(work, sizes is { Length: > 0 } ? sizes : work == "shares" ? [400_000, 4_000_000, 40_000_000] : [40_000, 400_000, 4_000_000], rounds, output, error);
            else if (work == "ranks")
                foreach (var replicates in (int[])[1_000, 20_000])
                    foreach (var units in sizes is { Length: > 0 } ? sizes : [125, 500, 2_000])
                        Say(output, work, units, replicates, Measured(rounds, $"ranks|{units}|{replicates}"), (double)units * replicates, RankGoal(units, replicates));
            else
                foreach (var units in sizes is { Length: > 0 } ? sizes : [51, 500, 2_000])
                {
                    // So many that one process start does not decide.
                    var replicates = 51_000_000 / units / 10 * 10;
                    Say(output, work, units, replicates, Measured(rounds, $"weights|{units}|{replicates}"), replicates,
                        units == 51 ? new(replicates * 90e-6, double.PositiveInfinity, BenchStatisticsText.Goal("0.09 ms each (COINr 90 ms)")) : null);
                }
        }
    }

    private static void Forms(string work, int[] sizes, int rounds, TextWriter output, TextWriter error)
    {
        foreach (var forms in sizes)
        {
            var folder = Directory.CreateTempSubdirectory("parindex-bench-");
            try
            {
                var file = Path.Combine(folder.FullName, "forms.csv");
                var bytes = SyntheticForms.Write(file, forms);
                File.WriteAllText(Path.Combine(folder.FullName, "design.json"), SyntheticForms.Design());
                error.WriteLine(BenchStatisticsText.Disk(forms, bytes / 1048576.0).Both());
                Say(output, work, forms, 0, Measured(rounds, $"{work}|{file}"), forms, work == "shares" ? SharesGoal(forms) : null);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static Goal? SharesGoal(int forms) => forms switch
    {
        400_000 => new(12.7 / 12, double.PositiveInfinity, BenchStatisticsText.Goal("1.06 s = 12 times R's 12.7 s; aim 0.51 s")),
        4_000_000 => new(6, 1024, BenchStatisticsText.Goal("6 s and 1024 MiB; R 90 s and 4.9 GB")),
        40_000_000 => new(double.PositiveInfinity, 1024, BenchStatisticsText.Goal("bounded memory, 1024 MiB; R 4.9 GB at a tenth")),
        _ => null,
    };

    private static Goal? RankGoal(int units, int replicates) => (units, replicates) switch
    {
        (500, 1_000) => new(2, double.PositiveInfinity, BenchStatisticsText.Goal("2 s; R 85 s and 8.4 GB")),
        (2_000, 1_000) => new(20, 250, BenchStatisticsText.Goal("20 s and 250 MiB; R cannot")),
        _ => null,
    };

    private static void Say(TextWriter output, string work, int size, int replicates, Run run, double rows, Goal? goal)
    {
        var met = goal is null ? "" : run.Wall < goal.Seconds && run.Peak < goal.Mib ? "met" : "not met";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{work},{size},{(replicates == 0 ? "" : replicates)},{run.Wall:0.000},{run.Cpu:0.000},{rows / run.Wall:0},{run.Peak:0},{(goal is null ? "" : $"\"{goal.Words.En}\"")},{met}"));
        output.Flush();
    }

    /// <summary>Medians of so many processes; the peak is the greatest.</summary>
    private static Run Measured(int rounds, string work)
    {
        var runs = Enumerable.Range(0, rounds).Select(_ => One(work)).ToList();
        return new(Median(runs.Select(run => run.Wall)), Median(runs.Select(run => run.Cpu)), runs.Max(run => run.Peak));
    }

    private static Run One(string work)
    {
        var clock = Stopwatch.StartNew();
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["bench", "statistics", "--run", work]) { RedirectStandardOutput = true })!;
        var said = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        var wall = clock.Elapsed.TotalSeconds;
        if (child.ExitCode != ExitCode.Good) throw new InvalidOperationException($"the measured run ended with {child.ExitCode}");
        var figures = said.Trim().Split('\n')[^1].Split(',').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
        return new(wall, figures[0], figures[1]);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    // The run itself: says its own processor time and peak, which nobody else can see once it has ended.
    private static void Once(string[] work, TextWriter output)
    {
        GC.KeepAlive(work switch
        {
            ["shares", var file] => Shares(file),
            ["survey", var file] => Survey(file),
            ["ranks", var units, var replicates] => Ranks(Number(units), Number(replicates)),
            ["weights", var units, var replicates] => Weights(Number(units), Number(replicates)),
            _ => throw new ArgumentException("no such run", nameof(work)),
        });
        using var self = Process.GetCurrentProcess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{self.TotalProcessorTime.TotalSeconds:0.000},{self.PeakWorkingSet64 / 1048576.0:0.0}"));
    }

    private static ClusterTotals.Share[] Shares(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        return CodedAnswers.Read(stream, SyntheticForms.Items).Shares(_ => 200);
    }

    private static SurveyReport Survey(string file)
    {
        var design = SurveyDesignFile.Read(Path.Combine(Path.GetDirectoryName(file)!, "design.json"), out var findings);
        using var folder = Documents.OpenData.OutputFolder.Begin(Path.Combine(Path.GetDirectoryName(file)!, "out"));
        var report = SurveyReport.Read(file, design!, folder.Path, out findings) ?? throw new RefusedException(ExitCode.Findings, findings);
        report.Write(folder.Path);
        folder.Complete();
        return report;
    }

    private static RankSet[] Ranks(int units, int replicates)
    {
        var draws = new Draws(7);
        double[] estimates = [.. Enumerable.Range(0, units).Select(i => 80 + (5 * draws.Gaussian(0, i)))];
        double[] errors = [.. Enumerable.Range(0, units).Select(i => 0.5 + draws.Uniform(1, i))];
        return RankSets.Independent(estimates, errors, replicates, seed: 7).Simultaneous();
    }

    private static WeightStability.Outcome Weights(int units, int replicates)
    {
        var draws = new Draws(9);
        double[][] scores = [.. Enumerable.Range(0, units).Select(i => Enumerable.Range(0, Criteria).Select(c => 60 + (40 * draws.Uniform(i, c))).ToArray())];
        double[] weights = [.. Enumerable.Range(0, Criteria).Select(c => 1 + (10 * draws.Uniform(units, c)))];
        return new WeightStability(scores).UnderNoise(weights, 0.25, replicates, 3);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>Words of <c>bench statistics</c>.</summary>
internal static class BenchStatisticsText
{
    public static Text Verb { get; } = new(
        "Ước lượng từ phiếu khảo sát, tập hạng và độ vững khi đổi trọng số: trung vị của các lần chạy, mỗi lần một tiến trình, so với mục tiêu.",
        "Shares of survey forms, sets of places and weight replications: medians of the runs, each a process of its own, against the goals.");

    public static Text Only { get; } = new(
        "chỉ đo: shares (ước lượng từ CSV), survey (cả lệnh survey), ranks, weights",
        "measure only: shares (estimates from CSV), survey (the whole verb), ranks, weights");

    public static Text Sizes { get; } = new("số phiếu hoặc số đơn vị", "numbers of forms or of units");

    public static Text Disk(int forms, double mib) => new(
        $"tệp tạm {forms} phiếu: {Words.Number((decimal)mib, 0, 0).Vi} MiB trên đĩa, xóa sau khi đo",
        $"temporary file of {forms} forms: {Words.Number((decimal)mib, 0, 0).En} MiB on disk, deleted afterwards");

    public static Text Goal(string words) => Text.Same(words);
}
