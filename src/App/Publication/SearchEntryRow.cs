using Microsoft.EntityFrameworkCore;
using ParIndex.Core;

namespace ParIndex.App.Publication;

/// <summary>What a search can find, in the order in which it is shown.</summary>
public enum Findable
{
    Unit,
    Group,
    Satisfaction,
    Area,
    Criterion,
    Decision,
}

/// <summary>One thing of a release that can be found by words: the figure itself, and where it stands.</summary>
[Index(nameof(ReleaseId))]
public sealed class SearchEntryRow
{
    public int Id { get; set; }
    public required int ReleaseId { get; set; }
    public required Findable Kind { get; set; }

    /// <summary>Place of its kind among the kinds.</summary>
    public required int Order { get; set; }
    public required int Year { get; set; }

    /// <summary>Its page, without the language.</summary>
    public required string Path { get; set; }
    public required Text Title { get; set; }

    /// <summary>The figure, with its unit; null: it has none.</summary>
    public Text? Figure { get; set; }
    public required Text Detail { get; set; }

    /// <summary>All words it is found by, folded: lower case, no diacritics, đ as d.</summary>
    public required string Folded { get; set; }
}
