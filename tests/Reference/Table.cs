using System.Globalization;

namespace ParIndex.Reference;

/// <summary>A comma-separated table: header line, NA for missing.</summary>
public sealed class Table
{
    private readonly Dictionary<string, string[]> columns;
    private readonly Dictionary<string, double[]> numbers = [];

    private Table(string[] names, Dictionary<string, string[]> columns, int rows)
    {
        Names = names;
        this.columns = columns;
        Rows = rows;
    }

    public string[] Names { get; }

    public int Rows { get; }

    public static Table Read(string file)
    {
        var lines = File.ReadAllLines(file).Where(l => l.Length > 0).Select(l => l.TrimStart('\uFEFF')).ToArray();
        if (lines.Length == 0) throw new InvalidDataException($"{file}: empty file");
        var names = Cells(lines[0]);
        var columns = names.Distinct().ToDictionary(n => n, _ => new string[lines.Length - 1]);
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = Cells(lines[i]);
            if (cells.Length != names.Length) throw new InvalidDataException($"{file}, line {i + 1}: {cells.Length} cells, the header has {names.Length}");
            for (var j = 0; j < names.Length; j++) columns[names[j]][i - 1] = cells[j];
        }
        return new(names, columns, lines.Length - 1);
    }

    public bool Has(string column) => columns.ContainsKey(column);

    public string[] Text(string column) => columns.TryGetValue(column, out var c) ? c : throw new InvalidDataException($"column {column} is missing");

    /// <summary>A column as numbers, NaN for missing.</summary>
    public double[] Numbers(string column)
    {
        if (numbers.TryGetValue(column, out var found)) return found;
        var text = Text(column);
        var values = new double[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            values[i] = Number(text[i]);
            if (double.IsNaN(values[i]) && text[i] is not ("NA" or "" or "NaN"))
                throw new InvalidDataException($"row {i + 1}, column {column}: \"{text[i]}\" is not a number");
        }
        return numbers[column] = values;
    }

    public bool IsNumeric(string column) => Text(column).All(t => t is "NA" or "" || !double.IsNaN(Number(t)));

    /// <summary>The different values of a column, in the order of numbers or of letters.</summary>
    public string[] Levels(string column) => LevelsOf(Text(column));

    public static string[] LevelsOf(IEnumerable<string> text)
    {
        var different = text.Where(t => t is not ("NA" or "")).Distinct().ToArray();
        if (different.All(t => !double.IsNaN(Number(t)))) return [.. different.OrderBy(Number)];
        return [.. different.OrderBy(t => t, StringComparer.OrdinalIgnoreCase).ThenBy(t => t, StringComparer.Ordinal)];
    }

    /// <summary>Each row's place among the levels, -1 for missing.</summary>
    public int[] Codes(string column, string[]? levels = null)
    {
        var place = (levels ?? Levels(column)).Select((l, i) => (l, i)).ToDictionary(p => p.l, p => p.i);
        return [.. Text(column).Select(t => place.TryGetValue(t, out var i) ? i : -1)];
    }

    public static double Number(string text) => text switch
    {
        "Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var v) ? v : double.NaN,
    };

    private static string[] Cells(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal)) return line.Split(',');
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) { cells.Add(cell.ToString()); cell.Clear(); }
            else cell.Append(c);
        }
        cells.Add(cell.ToString());
        return [.. cells];
    }
}
