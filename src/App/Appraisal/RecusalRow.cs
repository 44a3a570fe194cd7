using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Appraisal;

/// <summary>An appraiser who steps back from one unit, with the reason.</summary>
[PrimaryKey(nameof(Cycle), nameof(Unit), nameof(Account))]
public sealed class RecusalRow
{
    public required int Cycle { get; set; }
    public required string Unit { get; set; }
    public required Guid Account { get; set; }
    public required string Reason { get; set; }
    public required DateTimeOffset At { get; set; }
}
