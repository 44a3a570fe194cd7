using System.Globalization;

namespace ParIndex.Core;

/// <summary>
/// Figures in words for a person: Vietnamese with decimal comma and dots between thousands, English the other way round.
/// The formats are written out here, so that no machine's regional settings can change a published sentence.
/// </summary>
public static class Words
{
    private static readonly NumberFormatInfo Vietnamese = Format(",", ".");
    private static readonly NumberFormatInfo English = Format(".", ",");

    /// <summary>A number: 1234.5 is "1.234,5" and "1,234.5".</summary>
    /// <param name="value">The value.</param>
    /// <param name="atLeast">Decimals always shown.</param>
    /// <param name="atMost">Decimals shown when they are not 0; further ones are rounded half away from zero.</param>
    public static Text Number(decimal value, int atLeast = 0, int atMost = 4)
    {
        Span<char> digits = stackalloc char[Longest];
        if (!TryShort(value, atLeast, atMost, digits, out var length))
            return new(Long(value, Language.Vietnamese, atLeast, atMost), Long(value, Language.English, atLeast, atMost));
        var vietnamese = new string(digits[..length]);
        return new(vietnamese, digits[..length].ContainsAny('.', ',') ? Swapped(digits[..length]) : vietnamese);
    }

    /// <inheritdoc cref="Number(decimal, int, int)"/>
    public static string Number(decimal value, Language language, int atLeast = 0, int atMost = 4)
    {
        Span<char> digits = stackalloc char[Longest];
        if (!TryShort(value, atLeast, atMost, digits, out var length)) return Long(value, language, atLeast, atMost);
        return language == Language.Vietnamese ? new string(digits[..length]) : Swapped(digits[..length]);
    }

    /// <summary>A number with exactly these decimals: 90 to 2 places is "90,00" and "90.00".</summary>
    public static Text Fixed(decimal value, int places) => Number(value, places, places);

    /// <inheritdoc cref="Fixed(decimal, int)"/>
    public static string Fixed(decimal value, int places, Language language) => Number(value, language, places, places);

    /// <summary>A measured quantity: "12", "1.250,5".</summary>
    public static Text Number(Quantity quantity) => Number(quantity.Value);

    /// <summary>Points with their unit: "1,5 điểm", "1.5 points", "1 point".</summary>
    public static Text Points(Points points)
    {
        var number = Number(points.Value);
        return new($"{number.Vi} điểm", points.Value == 1 ? $"{number.En} point" : $"{number.En} points");
    }

    /// <summary>A percentage rounded once for print, with exactly these decimals: "80,00 %", "80.00%".</summary>
    public static Text Percent(Percent percent, int places = 2) => WithSign(Fixed(percent.Published(places), places));

    /// <summary>A percentage as a setting has it: "90 %", "90%"; "62,5 %", "62.5%".</summary>
    public static Text Percent(decimal value) => WithSign(Number(value));

    /// <summary>A published percentage with exactly these decimals.</summary>
    public static Text Percent(decimal published, int places) => WithSign(Fixed(published, places));

    /// <summary>A range of per cent, each bound said as open or closed: "trên 90 %", "từ 70 % đến dưới 80 %", "30% or more".</summary>
    public static Text PercentRange(decimal? from, bool fromIncluded, decimal? to, bool toIncluded)
    {
        if (from is null && to is null) return new("mọi giá trị", "any value");
        if (from == to) return Around("bằng ", Percent(from!.Value), "", "exactly ", "");
        if (to is null) return fromIncluded
            ? Around("từ ", Percent(from!.Value), " trở lên", "", " or more")
            : Around("trên ", Percent(from!.Value), "", "above ", "");
        if (from is null) return toIncluded
            ? Around("từ ", Percent(to.Value), " trở xuống", "", " or less")
            : Around("dưới ", Percent(to.Value), "", "below ", "");
        var (low, high) = (Percent(from.Value), Percent(to.Value));
        return new(
            $"{(fromIncluded ? "từ" : "trên")} {low.Vi} đến {(toIncluded ? "" : "dưới ")}{high.Vi}",
            $"{(fromIncluded ? "from" : "above")} {low.En} to {(toIncluded ? "" : "below ")}{high.En}");
    }

    /// <summary>The parts one after another, in each language its own words.</summary>
    public static Text Join(string separator, IEnumerable<Text> parts)
    {
        var list = parts.ToList();
        return new(string.Join(separator, list.Select(part => part.Vi)), string.Join(separator, list.Select(part => part.En)));
    }

    private const int Longest = 40;

    private static string Long(decimal value, Language language, int atLeast, int atMost)
    {
        atMost = Math.Max(atLeast, atMost);
        var pattern = "#,##0." + new string('0', atLeast) + new string('#', atMost - atLeast);
        return Rounding.HalfAwayFromZero(value, atMost).ToString(pattern, language == Language.Vietnamese ? Vietnamese : English);
    }

    /// <summary>
    /// The Vietnamese form of a number that is a whole count of ten-thousandths from 0 to a billion, as nearly all are: a year writes a million
    /// of them. False: another number.
    /// </summary>
    private static bool TryShort(decimal value, int atLeast, int atMost, Span<char> digits, out int length)
    {
        length = 0;
        atMost = Math.Max(atLeast, atMost);
        if (value < 0 || value >= 1_000_000_000 || atMost > 4 || value.Scale > 4) return false;
        var rounded = (long)(Rounding.HalfAwayFromZero(value, atMost) * 10_000);
        var (whole, part) = Math.DivRem(rounded, 10_000);
        whole.TryFormat(digits, out var plain, provider: CultureInfo.InvariantCulture);
        var dots = (plain - 1) / 3;
        for (int from = plain - 1, to = plain + dots - 1, count = 0; to > from; from--, to--)
        {
            digits[to] = digits[from];
            if (++count % 3 == 0) digits[--to] = '.';
        }

        length = plain + dots;
        var places = 4;
        for (; places > atLeast && part % 10 == 0; places--) part /= 10;
        if (places == 0) return true;
        digits[length] = ',';
        for (var place = places; place > 0; place--, part /= 10) digits[length + place] = (char)('0' + (part % 10));
        length += places + 1;
        return true;
    }

    private static string Swapped(ReadOnlySpan<char> vietnamese)
    {
        Span<char> english = stackalloc char[Longest];
        for (var i = 0; i < vietnamese.Length; i++) english[i] = vietnamese[i] switch { '.' => ',', ',' => '.', var other => other };
        return new string(english[..vietnamese.Length]);
    }

    private static Text WithSign(Text number) => new($"{number.Vi} %", $"{number.En}%");

    private static Text Around(string beforeVi, Text words, string afterVi, string beforeEn, string afterEn) =>
        new(beforeVi + words.Vi + afterVi, beforeEn + words.En + afterEn);

    private static NumberFormatInfo Format(string point, string thousands) => new()
    {
        NumberDecimalSeparator = point,
        NumberGroupSeparator = thousands,
        NegativeSign = "−",
        NumberGroupSizes = [3],
    };
}
