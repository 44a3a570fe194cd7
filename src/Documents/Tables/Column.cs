namespace ParIndex.Documents.Tables;

/// <summary>A column a table may have.</summary>
/// <param name="Name">ASCII snake case, as in the header.</param>
/// <param name="Presence">Whether header and cells must be there.</param>
public sealed record Column(string Name, Presence Presence = Presence.Filled)
{
    /// <summary>In the header; cells may be empty.</summary>
    public static Column MayBeEmpty(string name) => new(name, Presence.MayBeEmpty);

    /// <summary>May be missing altogether.</summary>
    public static Column MayBeAbsent(string name) => new(name, Presence.MayBeAbsent);
}

/// <summary>Whether a column and its cells must be there.</summary>
public enum Presence
{
    /// <summary>In the header, and no cell is empty.</summary>
    Filled,

    /// <summary>In the header; cells may be empty.</summary>
    MayBeEmpty,

    /// <summary>May be missing altogether.</summary>
    MayBeAbsent,
}
