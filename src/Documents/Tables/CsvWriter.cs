using System.Buffers;
using System.Buffers.Text;
using System.Text;
using ParIndex.Core;

namespace ParIndex.Documents.Tables;

/// <summary>
/// Writes rows by RFC 4180 in UTF-8 with line feeds: texts are disarmed (<see cref="FormulaSigns"/>) and quoted where they must be,
/// numbers stay numbers, with a point and without trailing zeros unless places are named.
/// </summary>
public sealed class CsvWriter
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    private static readonly SearchValues<byte> QuotedBytes = SearchValues.Create(",\"\r\n"u8);

    /// <summary>First bytes that may begin a formula, or its apostrophe; those of the wide signs begin with EF.</summary>
    private static readonly SearchValues<byte> FirstBytes = SearchValues.Create([.. " \t'=+@-"u8, 0xEF]);

    private byte[] buffer = new byte[64 * 1024];
    private int length;
    private bool inRow;

    /// <summary>What was written so far.</summary>
    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    /// <summary>Forgets what was written, keeping the room.</summary>
    public void Clear() => length = 0;

    /// <summary>The header.</summary>
    public CsvWriter Header(params IEnumerable<string> names)
    {
        foreach (var name in names) Text(name);
        return End();
    }

    public CsvWriter Text(string? text)
    {
        Separate();
        if (string.IsNullOrEmpty(text)) return this;
        text = FormulaSigns.Disarm(text);
        var room = Encoding.UTF8.GetMaxByteCount(text.Length) + 2;
        if (text.AsSpan().IndexOfAny(Quoted) < 0 && text[0] != ' ' && text[^1] != ' ')
        {
            Ensure(room);
            length += Encoding.UTF8.GetBytes(text, buffer.AsSpan(length));
            return this;
        }

        var inner = text.Replace("\"", "\"\"", StringComparison.Ordinal);
        Ensure(Encoding.UTF8.GetMaxByteCount(inner.Length) + 2);
        buffer[length++] = (byte)'"';
        length += Encoding.UTF8.GetBytes(inner, buffer.AsSpan(length));
        buffer[length++] = (byte)'"';
        return this;
    }

    /// <summary>A cell of another table, disarmed where it was not.</summary>
    public CsvWriter Copy(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty || (cell.IndexOfAny(QuotedBytes) < 0 && !FirstBytes.Contains(cell[0]) && cell[^1] != (byte)' '))
        {
            Separate();
            Ensure(cell.Length);
            cell.CopyTo(buffer.AsSpan(length));
            length += cell.Length;
            return this;
        }

        return Text(FormulaSigns.Reveal(Encoding.UTF8.GetString(cell)));
    }

    /// <summary>Words in two cells, Vietnamese and English.</summary>
    public CsvWriter Words(Text? words) => Text(words?.Vi).Text(words?.En);

    public CsvWriter Number(long? value)
    {
        Separate();
        if (value is not { } number) return this;
        Ensure(24);
        Utf8Formatter.TryFormat(number, buffer.AsSpan(length), out var written);
        length += written;
        return this;
    }

    /// <summary>Points: at most four decimals, no trailing zeros.</summary>
    public CsvWriter Points(Points? points)
    {
        Separate();
        if (points is not { } value) return this;
        Ensure(28);
        var rest = value.TenThousandths;
        if (rest < 0)
        {
            buffer[length++] = (byte)'-';
            rest = -rest;
        }

        Utf8Formatter.TryFormat(rest / 10_000, buffer.AsSpan(length), out var written);
        length += written;
        var part = (int)(rest % 10_000);
        if (part == 0) return this;
        buffer[length++] = (byte)'.';
        for (var digit = 1_000; part > 0; digit /= 10)
        {
            buffer[length++] = (byte)('0' + (part / digit));
            part %= digit;
        }

        return this;
    }

    /// <summary>A decimal as it is, or with exactly <paramref name="places"/> decimals.</summary>
    public CsvWriter Decimal(decimal? value, int? places = null)
    {
        Separate();
        if (value is not { } number) return this;
        Ensure(40);
        var format = places is { } fixedPlaces ? new StandardFormat('F', (byte)fixedPlaces) : default;
        Utf8Formatter.TryFormat(number, buffer.AsSpan(length), out var written, format);
        length += written;
        return this;
    }

    public CsvWriter Date(DateOnly? value) => Text(value?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    public CsvWriter YesNo(bool? value) => Text(value is null ? null : value.Value ? "yes" : "no");

    /// <summary>Ends the row.</summary>
    public CsvWriter End()
    {
        Ensure(1);
        buffer[length++] = (byte)'\n';
        inRow = false;
        return this;
    }

    private void Separate()
    {
        if (inRow)
        {
            Ensure(1);
            buffer[length++] = (byte)',';
        }

        inRow = true;
    }

    private void Ensure(int more)
    {
        if (buffer.Length - length >= more) return;
        Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + more));
    }
}
