using System.Diagnostics;
using System.Globalization;
using ParIndex.Statistics.Benching;
using ParIndex.Statistics.Index;
using ParIndex.Statistics.Ranks;
using ParIndex.Statistics.Resampling;

/// <summary>dotnet run -c Release --project bench -- statistics: reading and estimating survey forms, rank sets, weight replications.</summary>
internal static class StatisticsBench
{
    private const int Items = 50, Strata = 63, Wards = 20;

    public static void Run()
    {
        var file = Path.Combine(Path.GetTempPath(), $"forms-{Environment.ProcessId}.csv");
        try
        {
            foreach (var forms in (int[])[40_000, 400_000, 4_000_000])
            {
                Write(file, forms);
                var seconds = Median(forms > 1_000_000 ? 3 : 5, () =>
                {
                    using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
                    return CodedAnswers.Read(stream, Items).Shares(_ => 200);
                });
                Say($"shares {forms,8} forms x {Items} items x {Strata} provinces, CSV read: {seconds,7:0.000} s, {forms / seconds / 1e6,5:0.00} million forms a second");
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

    private static void Write(string file, int forms)
    {
        var draws = new Draws(1);
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        stream.Write(System.Text.Encoding.ASCII.GetBytes("province,ward,weight," + string.Join(',', Enumerable.Range(1, Items).Select(q => $"q{q}")) + "\n"));
        var line = new byte[200];
        for (var f = 0; f < forms; f++)
        {
            var bits = draws.Bits(f, 0);
            var province = (int)(bits % Strata);
            var head = string.Create(CultureInfo.InvariantCulture, $"{province},{province * Wards + (int)((bits >> 8) % Wards)},{5 + (bits >> 20) % 20_000 / 1000.0:0.000},");
            var at = System.Text.Encoding.ASCII.GetBytes(head, line);
            for (var q = 0; q < Items; q += 10)
            {
                var word = draws.Bits(f, 1 + q);
                for (var k = 0; k < 10; k++, word >>= 6)
                {
                    var r = (int)(word & 63);
                    if (r > 3) line[at++] = (byte)('0' + (r < 6 ? 1 : r < 12 ? 2 : r < 22 ? 3 : r < 46 ? 4 : 5));
                    line[at++] = (byte)',';
                }
            }
            line[at - 1] = (byte)'\n';
            stream.Write(line.AsSpan(0, at));
        }
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
