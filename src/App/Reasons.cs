using System.Globalization;
using ParIndex.Core;

namespace ParIndex.App;

/// <summary>What people write to say why.</summary>
public static class Reasons
{
    private const int Least = 10;

    /// <summary>The reason, trimmed, when it has at least ten visible characters.</summary>
    /// <exception cref="RefusedException">Too short, or made of what cannot be seen.</exception>
    public static string Required(string? words, string field = "reason")
    {
        var given = Visible.Checked(words, field, 4000)?.Trim() ?? "";
        return Enough(given) ? given : throw new RefusedException(Refusal.ReasonTooShort(field));
    }

    /// <summary>True when the words have at least ten visible characters.</summary>
    public static bool Enough(string? words) =>
        (words ?? "").EnumerateRunes().Count(rune => Visible.IsSeen(System.Text.Rune.GetUnicodeCategory(rune))) >= Least;
}

/// <summary>Text as people type it: no control characters but tab and line ends, normalised, bounded.</summary>
public static class Visible
{
    /// <summary>The text in NFC; null stays null.</summary>
    /// <exception cref="RefusedException">A control character, a lone surrogate, a mark that turns the writing direction, or too long.</exception>
    public static string? Checked(string? words, string field, int longest)
    {
        if (words is null) return null;
        if (words.Length > longest)
        {
            throw new RefusedException(Refusal.Invalid(field, new(
                $"Nội dung dài {words.Length} ký tự, tối đa {longest}.", $"The text has {words.Length} characters; at most {longest} are allowed.")));
        }

        for (var i = 0; i < words.Length; i++)
        {
            var c = words[i];
            var lone = char.IsSurrogate(c) && !(i + 1 < words.Length && char.IsSurrogatePair(c, words[i + 1]));
            if (lone || (char.IsControl(c) && c is not ('\t' or '\n' or '\r')) || DirectionMarks.StandIn([c]))
            {
                throw new RefusedException(Refusal.Invalid(field, new(
                    $"Ký tự thứ {i + 1} (U+{(int)c:X4}) không được dùng. Xóa ký tự đó rồi gửi lại.",
                    $"Character {i + 1} (U+{(int)c:X4}) is not allowed. Remove it and send again.")));
            }

            if (char.IsHighSurrogate(c)) i++;
        }

        return words.Normalize();
    }

    internal static bool IsSeen(UnicodeCategory category) => category is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.NonSpacingMark or UnicodeCategory.OtherNotAssigned);
}
