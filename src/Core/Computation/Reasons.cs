namespace ParIndex.Core.Computation;

/// <summary>Whether words say anything: blanks, invisible characters and lone marks are no reason.</summary>
public static class Reasons
{
    /// <summary>True when there is a letter or a digit in them.</summary>
    public static bool Given(string? words)
    {
        if (words is null) return false;
        foreach (var letter in words)
            if (char.IsLetterOrDigit(letter)) return true;
        return false;
    }
}
