using Microsoft.EntityFrameworkCore;
using ParIndex.Core;

namespace ParIndex.App.Publication;

/// <summary>Công bố: one published version of one year, frozen. A correction is a new row with a higher revision and a note.</summary>
[Index(nameof(Slug), IsUnique = true)]
[Index(nameof(CycleCode), nameof(Revision), IsUnique = true)]
public sealed class ReleaseRow
{
    public int Id { get; set; }

    /// <summary>Part of its page's address: the Decision's number without marks, such as <c>903-qd-ubnd</c>; the cycle's code while there is none.</summary>
    public required string Slug { get; set; }
    public required string CycleCode { get; set; }
    public required int Revision { get; set; }

    /// <summary>What changed and why; null for the first version.</summary>
    public Text? RevisionNote { get; set; }
    public required int Year { get; set; }
    public int? PreviousYear { get; set; }
    public required Text Place { get; set; }
    public required Text Seat { get; set; }
    public required Text Issuer { get; set; }
    public string? DecisionNumber { get; set; }
    public DateOnly? DecisionDate { get; set; }
    public required DateTimeOffset PublishedAt { get; set; }
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
}
