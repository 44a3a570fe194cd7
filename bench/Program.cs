using System.Diagnostics;
using System.Globalization;
using ParIndex.Core.Computation;
using ParIndex.Core.Ranking;
using ParIndex.Documents.Benching;

if (args is ["statistics", ..])
{
    StatisticsBench.Run();
    return 0;
}

if (args is ["forms", ..]) return await FormsLoad.RunAsync(args[1..]);

if (args is ["load", ..])
{
    await Load.RunAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 200, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 60,
        args.Length > 3 ? args[3] : "cycles/hai-phong-2021");
    return 0;
}

// The core alone, without files and workings: median of the rounds after three seconds to warm up.
var sizes = args.Length > 0 ? args.Select(size => int.Parse(size, CultureInfo.InvariantCulture)) : [340, 3_400, 34_000];
foreach (var units in sizes)
{
    var input = SyntheticCountry.Input(units);
    var scores = (double)units * SyntheticCountry.LeafCount;
    var (seconds, processor) = Median(() => Computing.Compute(input, "bench"), rounds: units > 10_000 ? 5 : 25);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"compute {units,6} units: {seconds * 1000,8:0.0} ms, {scores / seconds / 1e6,6:0.0} million leaf scores a second; ")
        + string.Create(CultureInfo.InvariantCulture, $"processor time {processor * 1000,8:0.0} ms, {scores / processor / 1e6,6:0.0} million a second of one core"));
}

foreach (var rows in (int[])[10_000, 100_000])
{
    decimal?[] table = [.. Enumerable.Range(0, rows).Select(i => (decimal?)((i * 7_919L % 10_000) / 100m))];
    var (seconds, _) = Median(() => Standings.Of(table, 2), rounds: 15);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rank {rows,9} rows: {seconds * 1000,8:0.0} ms"));
}

return 0;

// Wall time, and the processor's own time, which a busy machine does not stretch.
static (double Wall, double Processor) Median(Func<object> work, int rounds)
{
    var (wall, processor) = (new List<double>(), new List<double>());
    using var process = Process.GetCurrentProcess();
    for (var warm = Stopwatch.StartNew(); warm.Elapsed.TotalSeconds < 3;) GC.KeepAlive(work());
    for (var i = 0; i < rounds; i++)
    {
        var before = Processor(process);
        var clock = Stopwatch.StartNew();
        GC.KeepAlive(work());
        wall.Add(clock.Elapsed.TotalSeconds);
        processor.Add((Processor(process) - before).TotalSeconds);
    }

    wall.Sort();
    processor.Sort();
    return (wall[wall.Count / 2], processor[processor.Count / 2]);
}

static TimeSpan Processor(Process process)
{
    process.Refresh();
    return process.TotalProcessorTime;
}
