using System.Globalization;

namespace ParIndex.Reference;

/// <summary>What the engine answers: one number a row. NaN is written NA: undefined.</summary>
public sealed class Answers
{
    private readonly List<(string Estimand, string Key, string Statistic, double Value)> rows = [];

    public void Add(string estimand, string key, string statistic, double value) => rows.Add((estimand, key, statistic, value));

    public void Add(string estimand, string key, params (string Statistic, double Value)[] figures)
    {
        foreach (var (statistic, value) in figures) Add(estimand, key, statistic, value);
    }

    public Dictionary<(string, string, string), double> ByRow()
    {
        var found = new Dictionary<(string, string, string), double>();
        foreach (var r in rows) found[(r.Estimand, r.Key, r.Statistic)] = r.Value;
        return found;
    }

    public void Write(string file)
    {
        using var text = new StreamWriter(file) { NewLine = "\n" };
        text.WriteLine("estimand,key,statistic,value");
        foreach (var r in rows) text.WriteLine($"{r.Estimand},{r.Key},{r.Statistic},{Plain(r.Value)}");
    }

    /// <summary>A double that reads back to itself; NA, Inf and -Inf as the cases write them.</summary>
    public static string Plain(double value) =>
        double.IsNaN(value) ? "NA" : double.IsInfinity(value) ? value > 0 ? "Inf" : "-Inf" : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A number inside a key, as R writes it: the shortest of 15 to 17 digits, 1e-04 below 1e-4.</summary>
    public static string InKey(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value)) return Plain(value);
        if (value == Math.Floor(value) && Math.Abs(value) < 1e15) return value.ToString("F0", CultureInfo.InvariantCulture);
        var size = Math.Abs(value);
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return size is >= 1e-4 and < 1e15 ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
            : value.ToString("0.################e-00", CultureInfo.InvariantCulture);
    }
}
