using System.Globalization;
using System.Text;

namespace ParIndex.App.Units;

/// <summary>Vietnamese words without their marks, for searching and for addresses.</summary>
public static class Folding
{
    /// <summary>Lower case, no diacritics, đ as d, one blank between words: "Sở Giao thông" → "so giao thong".</summary>
    public static string Fold(string words) => string.Join(' ', Words(words));

    /// <summary>The same joined by hyphens: "903/QĐ-UBND" → "903-qd-ubnd".</summary>
    public static string Slug(string words) => string.Join('-', Words(words));

    private static string[] Words(string words)
    {
        var kept = new StringBuilder(words.Length);
        foreach (var c in words.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            var plain = char.ToLowerInvariant(c is 'Đ' or 'đ' ? 'd' : c);
            kept.Append(char.IsAsciiLetterOrDigit(plain) ? plain : ' ');
        }

        return kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
