namespace ParIndex.Core;

/// <summary>Words for a person, always in both languages: forgetting one does not compile.</summary>
/// <param name="Vi">Vietnamese, Unicode NFC.</param>
/// <param name="En">English.</param>
public sealed record Text(string Vi, string En)
{
    /// <summary>The words in <paramref name="language"/>.</summary>
    public string In(Language language) => language == Language.Vietnamese ? Vi : En;

    /// <summary>The same words in both languages: names, numbers, codes.</summary>
    public static Text Same(string words) => new(words, words);
}

/// <summary>The languages of pages, documents and messages.</summary>
public enum Language
{
    /// <summary>Tiếng Việt, the default.</summary>
    Vietnamese,

    /// <summary>English.</summary>
    English,
}
