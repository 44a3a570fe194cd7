using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.SurveyResults;

/// <summary>A version of a campaign's result: computed after closing, never changed; one that the council approved feeds the index.</summary>
[PrimaryKey(nameof(Campaign), nameof(Number))]
[Index(nameof(Cycle))]
public sealed class SurveyResultRow
{
    public required string Campaign { get; set; }
    public required int Number { get; set; }
    public required int Cycle { get; set; }
    public required DateTimeOffset At { get; set; }
    public required Guid By { get; set; }

    /// <summary>Why it was computed again; empty for the first.</summary>
    public required string Reason { get; set; }

    /// <summary>survey.json: the method by which it was computed.</summary>
    public required byte[] Survey { get; set; }

    /// <summary>answers.csv: the forms that count, in an order that tells nothing; empty for expert questionnaires, of which means enter.</summary>
    public required byte[] Answers { get; set; }

    /// <summary>The figures, as JSON of <see cref="Core.Surveys.SurveyFigures"/>.</summary>
    public required byte[] Figures { get; set; }

    /// <summary>SHA-256 over the three, lower-case hex.</summary>
    public required string Sha256 { get; set; }

    /// <summary>Forms that count, and why the others do not.</summary>
    public required int Counted { get; set; }
    public required int Excluded { get; set; }
    public required int Late { get; set; }
    public required int Open { get; set; }
    public DateTimeOffset? ApprovedAt { get; set; }
    public Guid? ApprovedBy { get; set; }

    /// <summary>Minutes or document of the approval.</summary>
    public string? Document { get; set; }

    [ConcurrencyCheck]
    public required int Version { get; set; }
}
