namespace ParIndex.Core.Computation;

/// <summary>Whether words say anything: blanks, invisible characters and lone marks are no reason.</summary>
internal static class Reasons
{
    public static bool Given(string? words)
    {
        if (words is null) return false;
        foreach (var letter in words)
            if (char.IsLetterOrDigit(letter)) return true;
        return false;
    }
}
