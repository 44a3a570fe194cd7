using System.Globalization;
using System.Text;
using ParIndex.Core;

namespace ParIndex.Documents.Tables;

/// <summary>A published table with any columns, read for some of them; a number is a decimal with a point.</summary>
public sealed class ScoreTable
{
    private ScoreTable(FileFindings findings) => Findings = findings;

    public FileFindings Findings { get; }
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Physical line of each row.</summary>
    public List<int> Lines { get; } = [];

    /// <summary>Rows of texts, in the order of the header.</summary>
    public List<string[]> Rows { get; } = [];

    /// <summary>Reads a table.</summary>
    /// <param name="path">The file; its name stands in the findings as it was given.</param>
    /// <param name="needed">Columns that must be there.</param>
    public static ScoreTable Read(string path, params IEnumerable<string> needed)
    {
        var table = new ScoreTable(new(path));
        try
        {
            using var reader = CsvReader.Open(File.OpenRead(path), table.Findings, [.. needed.Distinct().Select(Column.MayBeEmpty)], others: true);
            table.Header = reader.Header;
            while (reader.Read())
            {
                table.Lines.Add(reader.Line);
                table.Rows.Add([.. Enumerable.Range(0, reader.Header.Count).Select(i => reader.TextAt(i) ?? "")]);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            table.Findings.Add("C002", 0, null, Cycles.CycleText.CannotRead(refused));
        }

        return table;
    }

    /// <summary>Place of a column in the header, or −1.</summary>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Header.Count; i++)
            if (Header[i] == column) return i;
        return -1;
    }

    /// <summary>The column's values; null where empty; what is no number is reported.</summary>
    public decimal?[] Numbers(string column)
    {
        var place = IndexOf(column);
        var values = new decimal?[Rows.Count];
        if (place < 0) return values;
        for (var i = 0; i < values.Length; i++)
        {
            var text = Rows[i][place];
            if (text.Length == 0) continue;
            if (Number(text) is { } value) values[i] = value;
            else Report(i, column, NotANumber(text));
        }

        return values;
    }

    /// <summary>Adds a finding about a cell.</summary>
    public void Report(int row, string column, (string Code, Text Message) what, Severity severity = Severity.Error) =>
        Findings.Add(what.Code, Lines[row], column, what.Message, severity);

    private static decimal? Number(string text) =>
        text.Length <= 30 && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && (text[0] == '-' || char.IsAsciiDigit(text[0]))
            ? value
            : null;

    private static (string Code, Text Message) NotANumber(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var form = CellNumbers.TenThousandths(bytes, out _);
        return CellNumbers.Say(form == NumberForm.Good ? NumberForm.NotANumber : form, bytes);
    }
}
