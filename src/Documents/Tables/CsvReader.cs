using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using ParIndex.Core;

namespace ParIndex.Documents.Tables;

/// <summary>
/// Reads one table with a header, strictly: every breach of form becomes a finding with its line and column, and its row is left out;
/// what remains are rows of the right width in valid UTF-8. See docs/decisions/0010-own-csv-reader.md.
/// </summary>
public sealed class CsvReader : IDisposable
{
    /// <summary>Longest cell.</summary>
    public const int CellLimit = 64 * 1024;

    private readonly CsvScanner scanner;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Column[] columns;
    private readonly int[] places;
    private bool ended;

    private CsvReader(Stream stream, FileFindings findings, IReadOnlyList<Column> columns)
    {
        scanner = new(stream, hash);
        Findings = findings;
        this.columns = [.. columns];
        places = new int[columns.Count];
        Array.Fill(places, -1);
    }

    public FileFindings Findings { get; }

    /// <summary>The header as it stands in the file; empty when it could not be read.</summary>
    public IReadOnlyList<string> Header { get; private set; } = [];

    /// <summary>Physical line on which the current row begins.</summary>
    public int Line => scanner.Line;

    /// <summary>Bytes of the file, after <see cref="Finish"/>.</summary>
    public long Bytes => scanner.Bytes;

    /// <summary>Opens a table and checks its header.</summary>
    /// <param name="stream">The file; closed by the reader.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="columns">What the header may have; cells are asked for by their index here.</param>
    /// <param name="others">True: further columns are welcome and read by <see cref="CellAt"/>.</param>
    public static CsvReader Open(Stream stream, FileFindings findings, IReadOnlyList<Column> columns, bool others = false)
    {
        var reader = new CsvReader(stream, findings, columns);
        try
        {
            if (!reader.ReadHeader(others)) reader.ended = true;
        }
        catch
        {
            reader.Dispose();
            throw;
        }

        return reader;
    }

    /// <summary>Goes to the next good row; false: there is none.</summary>
    public bool Read()
    {
        while (!ended)
        {
            switch (scanner.Next())
            {
                case RowState.End:
                    ended = true;
                    return false;
                case RowState.Broken:
                    ReportProblem();
                    break;
                default:
                    if (WellFormed()) return true;
                    break;
            }
        }

        return false;
    }

    /// <summary>Bytes of a cell, by the column's index in what <see cref="Open"/> was given; empty where the column is absent.</summary>
    public ReadOnlySpan<byte> this[int column] => places[column] is >= 0 and var place ? scanner.Cell(place) : default;

    /// <summary>Bytes of a cell by its position in <see cref="Header"/>.</summary>
    public ReadOnlySpan<byte> CellAt(int position) => scanner.Cell(position);

    /// <summary>True when the header has the column.</summary>
    public bool Has(int column) => places[column] >= 0;

    /// <summary>A cell as text, or null when empty: NFC, and without the apostrophe that a writer put before a formula sign.</summary>
    public string? Text(int column)
    {
        var bytes = this[column];
        return bytes.IsEmpty ? null : Plain(bytes, LineOf(column), columns[column].Name);
    }

    /// <summary>A cell as text by its position in <see cref="Header"/>.</summary>
    public string? TextAt(int position)
    {
        var bytes = CellAt(position);
        return bytes.IsEmpty ? null : Plain(bytes, scanner.LineOf(position), Header[position]);
    }

    /// <summary>Adds a finding about a cell of the current row.</summary>
    public void Report(int column, string code, Text message, Severity severity = Severity.Error) =>
        Findings.Add(code, LineOf(column), columns[column].Name, message, severity);

    /// <summary>Adds a finding about a cell of the current row, by its position in <see cref="Header"/>.</summary>
    public void ReportAt(int position, string code, Text message, Severity severity = Severity.Error) =>
        Findings.Add(code, scanner.LineOf(position), Header[position], message, severity);

    /// <summary>Reads what is left and gives the SHA-256 of the whole file.</summary>
    public byte[] Finish()
    {
        scanner.Drain();
        return hash.GetHashAndReset();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        scanner.Dispose();
        hash.Dispose();
    }

    private int LineOf(int column) => places[column] is >= 0 and var place ? scanner.LineOf(place) : Line;

    private string Plain(ReadOnlySpan<byte> bytes, int line, string column)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (!Ascii.IsValid(bytes))
        {
            if (DirectionMarks.StandIn(text)) Findings.Add("C060", line, column, TableText.DirectionMark);
            if (!text.IsNormalized(NormalizationForm.FormC))
            {
                Findings.Add("C013", line, column, TableText.NotNormalized, Severity.Warning);
                text = text.Normalize(NormalizationForm.FormC);
            }
        }

        return FormulaSigns.Reveal(text);
    }

    private bool ReadHeader(bool others)
    {
        switch (scanner.Next())
        {
            case RowState.End:
                Findings.Add("C004", 1, null, TableText.NoHeader(columns.Where(c => c.Presence != Presence.MayBeAbsent).Select(c => c.Name)));
                return false;
            case RowState.Broken:
                Header = [];
                ReportProblem();
                return false;
        }

        if (!scanner.ValidUtf8)
        {
            Findings.Add("C003", 1, null, TableText.NotUtf8);
            return false;
        }

        Header = [.. Enumerable.Range(0, scanner.Count).Select(i => Encoding.UTF8.GetString(scanner.Cell(i)))];
        var good = true;
        for (var i = 0; i < Header.Count; i++)
        {
            var known = Array.FindIndex(columns, column => column.Name == Header[i]);
            if (Header.Take(i).Contains(Header[i], StringComparer.Ordinal)) good &= Refuse("C006", Header[i], TableText.ColumnTwice(Header[i]));
            else if (known >= 0) places[known] = i;
            else if (!others) good &= Refuse("C005", Header[i], TableText.UnknownColumn(Header[i], columns.Select(c => c.Name)));
        }

        foreach (var (column, place) in columns.Zip(places))
            if (place < 0 && column.Presence != Presence.MayBeAbsent) good &= Refuse("C004", column.Name, TableText.MissingColumn(column.Name));
        return good;
    }

    private bool Refuse(string code, string column, Text message)
    {
        Findings.Add(code, 1, column.Length is > 0 and <= 60 ? column : null, message);
        return false;
    }

    private bool WellFormed()
    {
        if (scanner.Count != Header.Count)
        {
            Findings.Add("C007", Line, null, TableText.WrongWidth(scanner.Count, Header.Count));
            return false;
        }

        var good = true;
        if (!scanner.ValidUtf8)
        {
            var cell = Enumerable.Range(0, scanner.Count).FirstOrDefault(i => !Utf8.IsValid(scanner.Cell(i)));
            Findings.Add("C003", scanner.LineOf(cell), Header[cell], TableText.NotUtf8);
            good = false;
        }

        for (var i = 0; i < scanner.Count; i++)
            if (scanner.Cell(i).Length > CellLimit)
            {
                Findings.Add("C010", scanner.LineOf(i), Header[i], TableText.CellTooLong(scanner.Cell(i).Length));
                good = false;
            }

        for (var i = 0; i < columns.Length; i++)
            if (columns[i].Presence == Presence.Filled && this[i].IsEmpty)
            {
                Report(i, "C011", TableText.Empty(columns[i].Name));
                good = false;
            }

        return good;
    }

    private void ReportProblem()
    {
        var column = scanner.ProblemCell < Header.Count ? Header[scanner.ProblemCell] : null;
        var (code, message) = scanner.Problem switch
        {
            RowProblem.QuoteInside => ("C008", TableText.QuoteInside),
            RowProblem.TextAfterQuote => ("C008", TableText.TextAfterQuote),
            RowProblem.QuoteNeverClosed => ("C008", TableText.QuoteNeverClosed),
            RowProblem.ControlCharacter => ("C009", TableText.ControlCharacter),
            _ => ("C010", TableText.RowTooLong),
        };
        Findings.Add(code, scanner.ProblemLine, column, message);
    }
}
