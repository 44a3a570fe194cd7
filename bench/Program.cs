using System.Diagnostics;
using System.Globalization;
using ParIndex.Core.Computation;
using ParIndex.Core.Ranking;
using ParIndex.Documents.Benching;

if (args is ["statistics", ..])
{
    StatisticsBench.Run();
    return;
}

// The core alone, without files and workings: median of the rounds after two to warm up.
var sizes = args.Length > 0 ? args.Select(size => int.Parse(size, CultureInfo.InvariantCulture)) : [340, 3_400, 34_000];
foreach (var units in sizes)
{
    var input = SyntheticCountry.Input(units);
    var scores = (double)units * SyntheticCountry.LeafCount;
    var seconds = Median(() => Computing.Compute(input, "bench"), rounds: units > 10_000 ? 5 : 15);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"compute {units,6} units: {seconds * 1000,8:0.0} ms, {scores / seconds / 1e6,6:0.0} million leaf scores a second"));
}

foreach (var rows in (int[])[10_000, 100_000])
{
    decimal?[] table = [.. Enumerable.Range(0, rows).Select(i => (decimal?)((i * 7_919L % 10_000) / 100m))];
    var seconds = Median(() => Standings.Of(table, 2), rounds: 15);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rank {rows,9} rows: {seconds * 1000,8:0.0} ms"));
}

static double Median(Func<object> work, int rounds)
{
    var times = new List<double>();
    for (var i = -2; i < rounds; i++)
    {
        var clock = Stopwatch.StartNew();
        GC.KeepAlive(work());
        if (i >= 0) times.Add(clock.Elapsed.TotalSeconds);
    }

    times.Sort();
    return times[times.Count / 2];
}
