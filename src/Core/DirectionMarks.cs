using System.Buffers;

namespace ParIndex.Core;

/// <summary>
/// Marks that turn the direction of writing (U+202A–202E, U+2066–2069). Vietnamese needs none, and a name or file name with one reads as
/// something it is not, so text that people hand in is refused with them.
/// </summary>
public static class DirectionMarks
{
    /// <summary>The marks, for a search.</summary>
    public static SearchValues<char> All { get; } = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>True when <paramref name="text"/> holds one.</summary>
    public static bool StandIn(ReadOnlySpan<char> text) => text.ContainsAny(All);
}
