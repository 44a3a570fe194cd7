using ParIndex.Core;

namespace ParIndex.Documents.Announcement;

/// <summary>Lists and first letters as the two languages write them.</summary>
internal static class Lists
{
    /// <summary>"A, B và C", "A, B and C".</summary>
    public static Text And(IReadOnlyList<Text> parts) => new(
        And([.. parts.Select(part => part.Vi)], " và "), And([.. parts.Select(part => part.En)], " and "));

    /// <summary>The words with a great first letter.</summary>
    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    private static string And(string[] parts, string last) =>
        parts.Length < 2 ? string.Concat(parts) : string.Join(", ", parts[..^1]) + last + parts[^1];
}
