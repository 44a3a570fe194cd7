
namespace ParIndex.Reference;

/// <summary>Compares answers with expected.csv exactly as compare.awk does.</summary>
public static class Expectation
{
    /// <summary>The rows that fail, each in words; empty when the case passes.</summary>
    public static List<string> Failures(string folder, Answers answers)
    {
        var got = answers.ByRow();
        var failures = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(folder, "expected.csv")).Skip(1).Where(l => l.Length > 0))
        {
            var cell = line.Split(',');
            var (wanted, atol, rtol) = (cell[3], Table.Number(cell[4]), Table.Number(cell[5]));
            var place = $"{cell[0]}  {cell[1]}  {cell[2]}  expected {wanted}";
            if (!got.TryGetValue((cell[0], cell[1], cell[2]), out var value)) failures.Add($"{place} got nothing");
            else if (!Passes(wanted, value, atol, rtol)) failures.Add($"{place} got {Answers.Plain(value)}");
        }
        return failures;
    }

    private static bool Passes(string wanted, double value, double atol, double rtol)
    {
        var undefined = wanted is "" or "NA" or "NaN" or "null";
        if (undefined || double.IsNaN(value)) return undefined && double.IsNaN(value);
        var v = Table.Number(wanted);
        if (double.IsInfinity(v) || double.IsInfinity(value)) return v.Equals(value);
        return Math.Abs(value - v) <= atol + rtol * Math.Abs(v);
    }

    /// <summary>How many rows a case expects.</summary>
    public static int Rows(string folder) => File.ReadLines(Path.Combine(folder, "expected.csv")).Count(l => l.Length > 0) - 1;

}
