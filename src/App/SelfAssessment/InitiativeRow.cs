using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.SelfAssessment;

/// <summary>Sáng kiến CCHC with the document that recognises it: counted, never typed as a number.</summary>
[PrimaryKey(nameof(Cycle), nameof(Unit), nameof(Id))]
public sealed class InitiativeRow
{
    public required int Cycle { get; set; }
    public required string Unit { get; set; }
    public required Guid Id { get; set; }
    public required string Title { get; set; }

    /// <summary>Number of the recognition document.</summary>
    public required string Document { get; set; }
    public required DateOnly Date { get; set; }
    public required string Issuer { get; set; }
    public required Guid By { get; set; }
    public required DateTimeOffset At { get; set; }
}
