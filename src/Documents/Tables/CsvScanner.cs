using System.Buffers;
using System.Security.Cryptography;
using System.Text.Unicode;

namespace ParIndex.Documents.Tables;

/// <summary>What came of looking for a row.</summary>
internal enum RowState
{
    /// <summary>A whole row, well formed.</summary>
    Row,

    /// <summary>A whole row that breaks the form; <see cref="CsvScanner.Problem"/> says how.</summary>
    Broken,

    /// <summary>No more rows.</summary>
    End,
}

/// <summary>How a row breaks the form of CSV.</summary>
internal enum RowProblem
{
    None,
    QuoteInside,
    TextAfterQuote,
    QuoteNeverClosed,
    ControlCharacter,
    RowTooLong,
}

/// <summary>
/// Cuts a stream of bytes into rows and cells by RFC 4180, row by row in one buffer, knowing the physical line of each cell. Works on bytes:
/// in UTF-8 no byte of a longer character looks like a comma, a quote or a line end. Hashes what it reads.
/// </summary>
internal sealed class CsvScanner(Stream stream, IncrementalHash? hash) : IDisposable
{
    /// <summary>Longest row.</summary>
    public const int RowLimit = 32 * 1024 * 1024;

    private static readonly SearchValues<byte> PlainStops = SearchValues.Create([.. Controls(), (byte)',', (byte)'"']);
    private static readonly SearchValues<byte> QuotedStops = SearchValues.Create([.. Controls(), (byte)'"']);

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(512 * 1024);
    private int filled;
    private int rowStart;
    private int nextRow;
    private int nextLine = 1;
    private bool finished;
    private bool begun;
    private int[] starts = new int[64];
    private int[] lengths = new int[64];
    private int[] lines = new int[64];
    private bool[] doubled = new bool[64];

    /// <summary>Cells of the row.</summary>
    public int Count { get; private set; }

    /// <summary>Physical line on which the row begins.</summary>
    public int Line { get; private set; }

    public RowProblem Problem { get; private set; }

    /// <summary>The cell in which the problem is.</summary>
    public int ProblemCell { get; private set; }

    /// <summary>Physical line of the problem.</summary>
    public int ProblemLine { get; private set; }

    /// <summary>Bytes read so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>False: some byte of the row is not UTF-8.</summary>
    public bool ValidUtf8 { get; private set; }

    /// <summary>Bytes of a cell without its quotes.</summary>
    public ReadOnlySpan<byte> Cell(int index) => buffer.AsSpan(starts[index], lengths[index]);

    /// <summary>Physical line on which a cell begins.</summary>
    public int LineOf(int index) => lines[index];

    /// <summary>Goes to the next row.</summary>
    public RowState Next()
    {
        if (!begun) Begin();
        rowStart = nextRow;
        while (true)
        {
            if (rowStart == filled && finished) return RowState.End;
            if (Scan() is { } state)
            {
                if (state == RowState.Row && Count == 1 && lengths[0] == 0)
                {
                    rowStart = nextRow;
                    continue;
                }

                return state;
            }

            if (!Fill())
            {
                Problem = RowProblem.RowTooLong;
                (ProblemCell, ProblemLine, Line) = (Math.Max(Count - 1, 0), nextLine, nextLine);
                (rowStart, nextRow, filled, finished) = (0, 0, 0, true);
                return RowState.Broken;
            }
        }
    }

    /// <summary>Reads to the end, so that the hash covers the whole file.</summary>
    public void Drain()
    {
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            Bytes += read;
            hash?.AppendData(buffer, 0, read);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        stream.Dispose();
    }

    private static IEnumerable<byte> Controls() => Enumerable.Range(0, 0x20).Where(b => b != '\t').Append(0x7F).Select(b => (byte)b);

    private void Begin()
    {
        begun = true;
        while (filled < 3 && !finished) Fill();
        if (buffer.AsSpan(0, filled).StartsWith("\uFEFF"u8)) nextRow = 3;
    }

    /// <summary>Null: the row is not whole in the buffer yet.</summary>
    private RowState? Scan()
    {
        Count = 0;
        Problem = RowProblem.None;
        Line = nextLine;
        var line = nextLine;
        var at = rowStart;
        while (true)
        {
            Begin(at, line);
            var quoted = at < filled && buffer[at] == '"';
            var end = quoted ? Quoted(ref at, ref line) : Plain(ref at, line);
            if (end == CellEnd.NotThere) return null;
            if (end == CellEnd.Comma) continue;
            nextRow = at;
            nextLine = line + 1;
            if (Problem != RowProblem.None) return RowState.Broken;
            // Only now is the row whole: checked as it stands in the file, then quotes are made single.
            ValidUtf8 = Utf8.IsValid(buffer.AsSpan(rowStart, nextRow - rowStart));
            for (var cell = 0; cell < Count; cell++)
                if (doubled[cell]) lengths[cell] = Undouble(starts[cell], lengths[cell]);
            return RowState.Row;
        }
    }

    private enum CellEnd
    {
        NotThere,
        Comma,
        Row,
    }

    private void Begin(int at, int line)
    {
        if (Count == starts.Length)
        {
            Array.Resize(ref starts, Count * 2);
            Array.Resize(ref lengths, Count * 2);
            Array.Resize(ref lines, Count * 2);
            Array.Resize(ref doubled, Count * 2);
        }

        (starts[Count], lengths[Count], lines[Count], doubled[Count]) = (at, 0, line, false);
        Count++;
    }

    private CellEnd Plain(ref int at, int line)
    {
        var from = at;
        while (true)
        {
            var stop = buffer.AsSpan(at, filled - at).IndexOfAny(PlainStops);
            if (stop < 0 || (buffer[at + stop] == '\r' && at + stop + 1 == filled))
            {
                if (!finished) return CellEnd.NotThere;
                lengths[Count - 1] = (stop < 0 ? filled : at + stop) - from;
                at = filled;
                return CellEnd.Row;
            }

            at += stop;
            switch (buffer[at])
            {
                case (byte)',':
                    lengths[Count - 1] = at++ - from;
                    return CellEnd.Comma;
                case (byte)'\n':
                    lengths[Count - 1] = at++ - from;
                    return CellEnd.Row;
                case (byte)'\r' when buffer[at + 1] == '\n':
                    lengths[Count - 1] = at - from;
                    at += 2;
                    return CellEnd.Row;
                case (byte)'"':
                    Report(RowProblem.QuoteInside, line);
                    break;
                default:
                    Report(RowProblem.ControlCharacter, line);
                    break;
            }

            at++;
        }
    }

    private CellEnd Quoted(ref int at, ref int line)
    {
        var (cell, opened, from) = (Count - 1, line, ++at);
        starts[cell] = from;
        while (true)
        {
            var stop = buffer.AsSpan(at, filled - at).IndexOfAny(QuotedStops);
            if (stop < 0 || (buffer[at + stop] == '"' && at + stop + 1 == filled && !finished))
            {
                if (!finished) return CellEnd.NotThere;
                Report(RowProblem.QuoteNeverClosed, opened);
                at = filled;
                return CellEnd.Row;
            }

            at += stop;
            var found = buffer[at++];
            if (found == '\n') line++;
            else if (found == '"')
            {
                if (at < filled && buffer[at] == '"')
                {
                    doubled[cell] = true;
                    at++;
                    continue;
                }

                lengths[cell] = at - 1 - from;
                break;
            }
            else if (found != '\r') Report(RowProblem.ControlCharacter, line);
        }

        var close = at;
        var end = Plain(ref at, line);
        if (end == CellEnd.NotThere) return end;
        // Plain has measured from the closing quote: anything it found before the comma does not belong there.
        var (after, inside) = (lengths[cell], close - 1 - from);
        if (after != 0) Report(RowProblem.TextAfterQuote, line, replace: true);
        lengths[cell] = inside;
        return end;
    }

    /// <summary>Takes the second of each pair of quotes out.</summary>
    private int Undouble(int from, int length)
    {
        var (read, write, end) = (from, from, from + length);
        while (read < end)
        {
            if (buffer[read] == '"') read++;
            buffer[write++] = buffer[read++];
        }

        return write - from;
    }

    private void Report(RowProblem problem, int line, bool replace = false)
    {
        if (Problem != RowProblem.None && !replace) return;
        (Problem, ProblemCell, ProblemLine) = (problem, Count - 1, line);
    }

    /// <summary>False: the row is longer than any row may be.</summary>
    private bool Fill()
    {
        if (rowStart > 0)
        {
            buffer.AsSpan(rowStart, filled - rowStart).CopyTo(buffer);
            (filled, nextRow, rowStart) = (filled - rowStart, 0, 0);
        }

        if (filled == buffer.Length)
        {
            if (buffer.Length >= RowLimit) return false;
            var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
            buffer.AsSpan(0, filled).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        var read = stream.Read(buffer, filled, buffer.Length - filled);
        finished = read == 0;
        hash?.AppendData(buffer, filled, read);
        filled += read;
        Bytes += read;
        return true;
    }
}
