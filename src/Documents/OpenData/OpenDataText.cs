namespace ParIndex.Documents.OpenData;

/// <summary>Words that stand in the files of a package.</summary>
public static class OpenDataText
{
    /// <summary>In place of words that are not for the public; that there were words is still seen.</summary>
    public const string Withheld = "Có nêu, không công bố / Given, not published";
}
