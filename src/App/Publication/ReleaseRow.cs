using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ParIndex.App.Storage;
using ParIndex.Core;

namespace ParIndex.App.Publication;

/// <summary>
/// Công bố: one version of one year, frozen. A correction is a new row with a note; none is ever overwritten. <see cref="IndexDb.Releases"/> has only
/// those whose moment has come; drafts and what is under embargo are in <see cref="IndexDb.AllReleases"/>.
/// </summary>
[Index(nameof(Slug), IsUnique = true)]
[Index(nameof(CycleCode), nameof(Revision), IsUnique = true)]
public sealed class ReleaseRow
{
    /// <summary>The moment of what has none: a draft.</summary>
    public static readonly DateTimeOffset Never = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    public int Id { get; set; }

    /// <summary>Part of its page's address: the Decision's number without marks, such as <c>903-qd-ubnd</c>; the cycle's code while there is none.</summary>
    public required string Slug { get; set; }
    public required string CycleCode { get; set; }

    /// <summary>Counts the versions of a year in the order they were made, drafts with them.</summary>
    public required int Revision { get; set; }

    /// <summary>0: a draft; 1: published.</summary>
    public required int Major { get; set; }

    /// <summary>Of a draft its count from 1; of a published version how many corrections it has.</summary>
    public required int Minor { get; set; }

    /// <summary>What changed and why; null for the first version.</summary>
    public Text? RevisionNote { get; set; }
    public required int Year { get; set; }
    public int? PreviousYear { get; set; }
    public required Text Place { get; set; }
    public required Text Seat { get; set; }
    public required Text Issuer { get; set; }
    public string? DecisionNumber { get; set; }
    public DateOnly? DecisionDate { get; set; }

    /// <summary>From this moment on everybody may read it; before, nobody but early readers and those who run the cycle. <see cref="Never"/>: a draft.</summary>
    public required DateTimeOffset PublishedAt { get; set; }
    public required DateTimeOffset MadeAt { get; set; }
    public Guid? MadeBy { get; set; }

    /// <summary>The frozen run it was made from; null: from a folder.</summary>
    public int? Run { get; set; }

    /// <summary>Checksum of the results, as the Decision prints it.</summary>
    public required string ResultsHash { get; set; }

    /// <summary>Taken back: it stays readable under its address, with a banner, and is nowhere the year's result any more.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }
    public Text? WithdrawnReason { get; set; }

    /// <summary>When units were told and their follow-ups opened; null: not yet.</summary>
    public DateTimeOffset? ToldAt { get; set; }
    public required string Engine { get; set; }
    public required string InputsHash { get; set; }
    public required bool Final { get; set; }
    public required bool TotalsOnly { get; set; }
    public required bool HeadsPublished { get; set; }

    /// <summary>Words that stand on every page when any of the data is illustrative.</summary>
    public Text? Notice { get; set; }
    public Text? GroupingNote { get; set; }
    public required List<Text> Sources { get; set; }

    /// <summary>Version and settings of the satisfaction method; null: no survey detail.</summary>
    public string? SurveyMethod { get; set; }
    public string? SurveyMode { get; set; }
    public decimal? SatisfactionThreshold { get; set; }

    /// <summary>Counts every change that readers can see, for the check of two editors and for caches.</summary>
    [ConcurrencyCheck]
    public required int Version { get; set; }

    /// <summary>The version as people cite it: 0.2, 1.0, 1.1.</summary>
    [NotMapped]
    public string Edition => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    /// <summary>True for a version that corrects one before it.</summary>
    [NotMapped]
    public bool Corrects => Major > 0 && Minor > 0;

    [NotMapped]
    public bool IsDraft => PublishedAt == Never;
}

/// <summary>Which releases count as a year's result.</summary>
public static class ReleasesInForce
{
    /// <summary>Those that were not taken back.</summary>
    public static IQueryable<ReleaseRow> InForce(this IQueryable<ReleaseRow> releases) => releases.Where(release => release.WithdrawnAt == null);

    /// <summary>Newest year first, newest version of each first.</summary>
    public static IOrderedQueryable<ReleaseRow> NewestFirst(this IQueryable<ReleaseRow> releases) => releases.OrderByDescending(release => release.Year).ThenByDescending(release => release.Revision);
}
