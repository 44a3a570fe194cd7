using System.Buffers.Text;
using System.Text;
using ParIndex.Core;

namespace ParIndex.Documents.Tables;

/// <summary>What a cell that should be a number turned out to be.</summary>
internal enum NumberForm
{
    Good,
    NotANumber,
    DecimalComma,
    NotFinite,
    TooManyPlaces,
    TooLarge,
}

/// <summary>Numbers, dates and times of cells, from their bytes and without culture.</summary>
internal static class CellNumbers
{
    private const long Limit = 9_000_000_000_000_000_000;

    /// <summary>A decimal with at most four places as whole ten-thousandths: <c>-?digits(.digits)?</c> and nothing else.</summary>
    public static NumberForm TenThousandths(ReadOnlySpan<byte> cell, out long value)
    {
        value = 0;
        var at = !cell.IsEmpty && cell[0] == '-' ? 1 : 0;
        var (digits, places, point) = (0, 0, false);
        for (var i = at; i < cell.Length; i++)
        {
            var b = cell[i];
            if (b == '.' && !point && digits > 0) point = true;
            else if (b is >= (byte)'0' and <= (byte)'9')
            {
                digits++;
                if (point && ++places > 4)
                {
                    if (b != '0') return Odd(cell, NumberForm.TooManyPlaces);
                    continue;
                }

                if (value > Limit / 10) return Odd(cell, NumberForm.TooLarge);
                value = (value * 10) + (b - '0');
            }
            else return Odd(cell, NumberForm.NotANumber);
        }

        if (digits == 0 || cell[^1] == '.') return NumberForm.NotANumber;
        for (var i = Math.Min(places, 4); i < 4; i++)
        {
            if (value > Limit / 10) return NumberForm.TooLarge;
            value *= 10;
        }

        if (at == 1) value = -value;
        return NumberForm.Good;
    }

    /// <summary>What to say about a cell that is no number.</summary>
    public static (string Code, Text Message) Say(NumberForm form, ReadOnlySpan<byte> cell)
    {
        var text = Encoding.UTF8.GetString(cell[..Math.Min(cell.Length, 200)]);
        return form switch
        {
            NumberForm.DecimalComma => ("C014", TableText.DecimalComma(TableText.Short(text))),
            NumberForm.NotFinite => ("C014", TableText.NotFinite(text)),
            NumberForm.TooManyPlaces => ("C015", TableText.TooManyPlaces(text)),
            NumberForm.TooLarge => ("C015", TableText.TooLarge(text)),
            _ => ("C014", TableText.NotANumber(text)),
        };
    }

    /// <summary><c>yyyy-MM-dd</c>.</summary>
    public static bool Date(ReadOnlySpan<byte> cell, out DateOnly date)
    {
        date = default;
        if (cell.Length != 10 || cell[4] != '-' || cell[7] != '-') return false;
        if (!Digits(cell[..4], out var year) || !Digits(cell[5..7], out var month) || !Digits(cell[8..], out var day)) return false;
        if (year < 1900 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new(year, month, day);
        return true;
    }

    /// <summary><c>yyyy-MM-ddTHH:mm[:ss[.fff]]</c> and <c>Z</c> or an offset.</summary>
    public static bool Time(ReadOnlySpan<byte> cell, out DateTimeOffset time)
    {
        time = default;
        if (cell.Length < 17 || cell[10] != 'T' || cell[13] != ':' || !Date(cell[..10], out var date)) return false;
        if (!Digits(cell[11..13], out var hour) || !Digits(cell[14..16], out var minute) || hour > 23 || minute > 59) return false;
        var rest = cell[16..];
        long ticks = 0;
        if (rest[0] == ':')
        {
            if (rest.Length < 3 || !Digits(rest[1..3], out var second) || second > 59) return false;
            ticks = second * TimeSpan.TicksPerSecond;
            rest = rest[3..];
            if (!rest.IsEmpty && rest[0] == '.')
            {
                var part = TimeSpan.TicksPerSecond;
                var i = 1;
                for (; i < rest.Length && rest[i] is >= (byte)'0' and <= (byte)'9'; i++) ticks += (rest[i] - '0') * (part /= 10);
                if (i is 1 or > 8) return false;
                rest = rest[i..];
            }
        }

        var offset = TimeSpan.Zero;
        if (rest.Length == 6 && rest[0] is (byte)'+' or (byte)'-' && rest[3] == ':')
        {
            if (!Digits(rest[1..3], out var hours) || !Digits(rest[4..], out var minutes) || hours > 14 || minutes > 59) return false;
            if ((hours * 60) + minutes > 840) return false;
            offset = new TimeSpan(rest[0] == '-' ? -hours : hours, rest[0] == '-' ? -minutes : minutes, 0);
        }
        else if (!rest.SequenceEqual("Z"u8)) return false;

        var clock = date.ToDateTime(new TimeOnly(hour, minute)).AddTicks(ticks);
        time = new(clock, offset);
        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> cell, out int value)
    {
        value = 0;
        foreach (var b in cell)
        {
            if (b is < (byte)'0' or > (byte)'9') return false;
            value = (value * 10) + (b - '0');
        }

        return true;
    }

    private static NumberForm Odd(ReadOnlySpan<byte> cell, NumberForm otherwise)
    {
        if (cell.Length > 60) return NumberForm.NotANumber;
        var text = Encoding.UTF8.GetString(cell);
        if (text.TrimStart('-', '+').ToUpperInvariant() is "NAN" or "INF" or "INFINITY" or "∞") return NumberForm.NotFinite;
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0 && comma == text.LastIndexOf(',') && Utf8Parser.TryParse(Encoding.UTF8.GetBytes(text.Replace(',', '.')), out decimal _, out var used)
            && used == cell.Length) return NumberForm.DecimalComma;
        return otherwise;
    }
}
