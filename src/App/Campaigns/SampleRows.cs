using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Campaigns;

/// <summary>A line of the sampling frame: a returned dossier, its key and its person hashed.</summary>
[PrimaryKey(nameof(Campaign), nameof(Dossier))]
public sealed class FrameEntryRow
{
    public required string Campaign { get; set; }

    /// <summary>HMAC-SHA256 of the dossier number, lower-case hex.</summary>
    public required string Dossier { get; set; }

    /// <summary>HMAC-SHA256 of the person (identity or telephone) as given; the dossier's own where none was.</summary>
    public required string Person { get; set; }
    public required string Unit { get; set; }
    public required string Procedure { get; set; }
    public required DateOnly Returned { get; set; }

    /// <summary>How the dossier was filed.</summary>
    public required string Filed { get; set; }
}

/// <summary>Somebody drawn, in the order of the draw; the reserve comes after the sample and is used in order.</summary>
[PrimaryKey(nameof(Campaign), nameof(Unit), nameof(Number))]
public sealed class SampleCaseRow
{
    public required string Campaign { get; set; }
    public required string Unit { get; set; }
    public required int Number { get; set; }
    public required string Dossier { get; set; }
    public required string Stratum { get; set; }
    public required bool Reserve { get; set; }
    public required CaseState State { get; set; }

    /// <summary>Why it was replaced or how it ended, in words of the list; empty: nothing to say.</summary>
    public required string Outcome { get; set; }

    /// <summary>Interviewer; empty: by letter or link.</summary>
    public required string Collector { get; set; }

    /// <summary>How often contact was tried.</summary>
    public required int Attempts { get; set; }
    public required string Procedure { get; set; }
    public required DateOnly Returned { get; set; }
}

/// <summary>Where a drawn person stands; whether they answered the token alone knows.</summary>
public enum CaseState
{
    Waiting,
    Invited,
    Contacted,
    Refused,
    NotReached,
    NotEligible,
    Replaced,
    Done,
}

/// <summary>How to reach somebody drawn, sealed by data protection, in a store of its own; erased after the call-back check.</summary>
[PrimaryKey(nameof(Campaign), nameof(Dossier))]
public sealed class ContactRow
{
    public required string Campaign { get; set; }
    public required string Dossier { get; set; }

    /// <summary>Name, telephone, address: one sealed text.</summary>
    public required string Sealed { get; set; }
}

/// <summary>Which case holds which token: the only way from a person to a token, and destroyed for good after the call-back check.</summary>
[PrimaryKey(nameof(Campaign), nameof(Unit), nameof(Number))]
public sealed class TokenLinkRow
{
    public required string Campaign { get; set; }
    public required string Unit { get; set; }
    public required int Number { get; set; }

    /// <summary>The token, sealed by data protection, to print letters with.</summary>
    public required string Sealed { get; set; }
}
