namespace ParIndex.Documents.Tables;

/// <summary>
/// Texts that a spreadsheet would take for a formula, and the apostrophe that stops it. A number stays a number: only texts pass here.
/// Source: OWASP, "CSV Injection".
/// </summary>
public static class FormulaSigns
{
    private const string Signs = "=+-@\t\r＝＋－＠";

    /// <summary>True when a spreadsheet may take the text for a formula; a plain negative number is none.</summary>
    public static bool Threatens(ReadOnlySpan<char> text) =>
        !text.IsEmpty && Signs.Contains(text[0], StringComparison.Ordinal) && !(text[0] is '-' && IsNumber(text[1..]));

    /// <summary>The text for a file: with an apostrophe where it would be a formula, or where one stood before such a sign already.</summary>
    public static string Disarm(string text) => Threatens(text) || Disarmed(text) ? "'" + text : text;

    /// <summary>The text as it was before <see cref="Disarm"/>.</summary>
    public static string Reveal(string text) => Disarmed(text) ? text[1..] : text;

    /// <summary>True for any number of apostrophes before a formula sign, so that each Disarm is undone by one Reveal.</summary>
    private static bool Disarmed(ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart('\'');
        return rest.Length < text.Length && Threatens(rest);
    }

    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[^1])) return false;
        foreach (var c in text)
            if (!char.IsAsciiDigit(c) && c != '.') return false;
        return text.IndexOf('.') == text.LastIndexOf('.');
    }
}
