using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Campaigns;

/// <summary>A questionnaire in the designer: changed while it is a draft, fixed once approved; a later change is a new version.</summary>
[PrimaryKey(nameof(Code), nameof(Number))]
public sealed class QuestionnaireDraftRow
{
    /// <summary>Code of the questionnaire.</summary>
    public required string Code { get; set; }

    /// <summary>Its version.</summary>
    public required int Number { get; set; }

    /// <summary>The file.</summary>
    public required byte[] Json { get; set; }
    public required QuestionnaireState State { get; set; }
    public required Guid? ChangedBy { get; set; }
    public required DateTimeOffset ChangedAt { get; set; }
    public Guid? ApprovedBy { get; set; }
    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>Counts changes, for the check of two editors.</summary>
    [ConcurrencyCheck]
    public required int Version { get; set; }
}

/// <summary>Where a questionnaire stands.</summary>
public enum QuestionnaireState
{
    Draft,

    /// <summary>A campaign may use it; it never changes again.</summary>
    Approved,
}
