using System.Diagnostics;
using System.Globalization;
using ParIndex.Documents.Benching;
using ParIndex.Statistics.Benching;
using ParIndex.Statistics.Index;
using ParIndex.Statistics.Ranks;
using ParIndex.Statistics.Resampling;

/// <summary>dotnet run -c Release --project bench -- statistics, inside one process (whole processes: <c>parindex bench statistics</c>): reading and estimating survey forms, rank sets, weight replications.</summary>
internal static class StatisticsBench
{
    public static void Run()
    {
        var file = Path.Combine(Path.GetTempPath(), $"forms-{Environment.ProcessId}.csv");
        try
        {
            foreach (var forms in (int[])[40_000, 400_000, 4_000_000])
            {
                SyntheticForms.Write(file, forms);
                var seconds = Median(forms > 1_000_000 ? 3 : 5, () =>
                {
                    using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
                    return CodedAnswers.Read(stream, SyntheticForms.Items).Shares(_ => 200);
                });
                Say($"shares {forms,8} forms x {SyntheticForms.Items} items x {SyntheticForms.Provinces} provinces, CSV read: {seconds,7:0.000} s, {forms / seconds / 1e6,5:0.00} million forms a second");
            }
        }
        finally
        {
            File.Delete(file);
        }

        foreach (var (units, replicates) in ((int, int)[])[(50, 1_000), (500, 1_000), (500, 20_000), (2_000, 1_000)])
        {
            var draws = new Draws(7);
            double[] x = [.. Enumerable.Range(0, units).Select(i => 80 + 5 * draws.Gaussian(0, i))];
            double[] s = [.. Enumerable.Range(0, units).Select(i => 0.5 + draws.Uniform(1, i))];
            Say($"rank sets {units,5} units, {replicates,6} replicates, step-down: {Median(3, () => RankSets.Independent(x, s, replicates, 7).Simultaneous()),7:0.000} s");
        }

        var scores = Enumerable.Range(0, 63).Select(i => Enumerable.Range(0, 8).Select(c => 60 + 40 * new Draws(9).Uniform(i, c)).ToArray()).ToArray();
        double[] weights = [10, 8, 20, 14, 14, 12, 10, 12];
        var each = Median(3, () => new WeightStability(scores).UnderNoise(weights, 0.25, 100_000, 3)) / 100_000;
        Say($"weight replications, 63 units x 8 criteria: {each * 1e6,7:0.00} microseconds each");
        using var self = Process.GetCurrentProcess();
        Say($"peak memory of the whole process: {self.PeakWorkingSet64 / 1048576.0:0} MiB");
    }

    private static double Median(int rounds, Func<object> work)
    {
        var times = new List<double>();
        for (var i = -1; i < rounds; i++)
        {
            var clock = Stopwatch.StartNew();
            GC.KeepAlive(work());
            if (i >= 0) times.Add(clock.Elapsed.TotalSeconds);
        }
        times.Sort();
        return times[times.Count / 2];
    }

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
