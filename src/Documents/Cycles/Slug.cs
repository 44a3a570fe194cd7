using System.Globalization;
using System.Text;

namespace ParIndex.Documents.Cycles;

/// <summary>Part of a page's address: the name without marks.</summary>
internal static class Slug
{
    public static bool Holds(string slug) => slug is { Length: > 0 and <= 100 } && slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>The name without marks and spaces, or the code where nothing is left.</summary>
    public static string Of(string name, string code)
    {
        var slug = new StringBuilder();
        foreach (var c in name.ToLowerInvariant().Replace('đ', 'd').Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        var made = slug.ToString().Trim('-');
        if (made.Length == 0) made = code.ToLowerInvariant().Replace('_', '-').Replace('.', '-');
        return made.Length <= 100 ? made : made[..100];
    }
}
