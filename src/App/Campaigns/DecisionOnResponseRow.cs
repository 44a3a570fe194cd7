using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Campaigns;

/// <summary>What the quality desk decided on a form, with the reason; without one the form is kept.</summary>
[PrimaryKey(nameof(Campaign), nameof(Unit), nameof(Commitment))]
public sealed class DecisionOnResponseRow
{
    public required string Campaign { get; set; }
    public required string Unit { get; set; }
    public required byte[] Commitment { get; set; }
    public required ResponseDecision Decision { get; set; }

    /// <summary>The sign that led to it.</summary>
    public required string Sign { get; set; }
    public required string Reason { get; set; }
    public required Guid By { get; set; }
    public required DateTimeOffset At { get; set; }
}

/// <summary>Keep and Query count; Exclude does not.</summary>
public enum ResponseDecision
{
    Keep,
    Query,
    Exclude,
}
