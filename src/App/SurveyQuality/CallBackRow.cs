using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.SurveyQuality;

/// <summary>Phúc tra: an interviewed person who is rung up again and asked whether, when and by whom the interview was held; never what was answered.</summary>
[PrimaryKey(nameof(Campaign), nameof(Unit), nameof(Number))]
public sealed class CallBackRow
{
    public required string Campaign { get; set; }
    public required string Unit { get; set; }

    /// <summary>Of the case.</summary>
    public required int Number { get; set; }

    /// <summary>Place in the draw, from 1.</summary>
    public required int Order { get; set; }
    public required string Collector { get; set; }
    public required CallBackOutcome Outcome { get; set; }

    /// <summary>What was said about the interview; empty: nothing.</summary>
    public required string Words { get; set; }
    public Guid? By { get; set; }
    public DateTimeOffset? At { get; set; }
}

/// <summary>How a call ended.</summary>
public enum CallBackOutcome
{
    /// <summary>Not called yet.</summary>
    Open,

    /// <summary>The interview was held as reported.</summary>
    Confirmed,

    /// <summary>It was held, but otherwise: filled in alone, other person, only part of it.</summary>
    Otherwise,

    /// <summary>There was no interview.</summary>
    NoInterview,

    /// <summary>Nobody reached after three tries.</summary>
    NotReached,

    /// <summary>Does not wish to be asked.</summary>
    Declined,
}
