using System.Globalization;

namespace ParIndex.App.SelfAssessment;

/// <summary>
/// Numbers as people here type them: a comma or a dot before the decimals, dots or spaces between thousands. Exact; what could mean two
/// numbers is refused with both readings instead of guessed.
/// </summary>
public static class TypedNumber
{
    private const int Longest = 40;

    /// <summary>The number; null: nothing was typed.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="field">Its field, for the refusal.</param>
    /// <param name="whole">True where only whole numbers can be meant, so that 1.250 is one thousand two hundred and fifty.</param>
    /// <exception cref="RefusedException">Not a number, or one that can be read in two ways.</exception>
    public static decimal? Read(string? typed, string field, bool whole = false)
    {
        var text = typed?.Trim().Replace("\u00a0", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal) ?? "";
        if (text.Length == 0) return null;
        if (text.Length > Longest || text.Any(c => !char.IsAsciiDigit(c) && c is not (',' or '.' or '-')) || text.IndexOf('-', 1) > 0) throw NotANumber(typed!, field);
        var (commas, dots) = (text.Count(c => c == ','), text.Count(c => c == '.'));
        if (commas > 1 || (commas == 1 && dots > 0 && text.LastIndexOf('.') > text.IndexOf(',', StringComparison.Ordinal))) throw NotANumber(typed!, field);
        var body = text.TrimStart('-').Split(',')[0];
        var thousands = dots > 0 && AreThousands(body);
        if (dots == 1 && commas == 0 && thousands && !whole) throw TwoReadings(typed!, text, field);
        if (dots > 1 && !thousands) throw NotANumber(typed!, field);
        if (dots == 1 && commas == 1 && !thousands) throw NotANumber(typed!, field);
        var plain = thousands ? text.Replace(".", "", StringComparison.Ordinal) : text;
        return decimal.TryParse(
            plain.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && plain[^1] is not (',' or '.') && char.IsAsciiDigit(plain.TrimStart('-')[0])
            ? value
            : throw NotANumber(typed!, field);
    }

    /// <summary>1.250 and 1.250.000, but not 0.250 or 12.5.</summary>
    private static bool AreThousands(string body)
    {
        var parts = body.Split('.');
        return parts[0].Length is >= 1 and <= 3 && parts[0][0] != '0' && parts.Skip(1).All(part => part.Length == 3);
    }

    private static RefusedException NotANumber(string typed, string field) => new(Refusal.Invalid(field, new(
        $"“{Short(typed)}” không phải là số. Nhập số như 12 hoặc 2,5.", $"“{Short(typed)}” is not a number. Enter one such as 12 or 2.5.")));

    private static RefusedException TwoReadings(string typed, string text, string field)
    {
        var (large, small) = (text.Replace(".", "", StringComparison.Ordinal), text.Replace('.', ','));
        return new(Refusal.Invalid(field, new(
            $"“{Short(typed)}” có thể hiểu là {large} hoặc {small}. Nhập lại theo một trong hai cách đó.",
            $"“{Short(typed)}” may mean {large} or {small}. Enter one of these.")));
    }

    private static string Short(string typed) => typed.Length <= Longest ? typed : typed[..Longest] + "…";
}
