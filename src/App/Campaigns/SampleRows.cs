using Microsoft.EntityFrameworkCore;
using ParIndex.Core.Sampling;

namespace ParIndex.App.Campaigns;

/// <summary>A line of the sampling frame: a returned dossier, its key and its person hashed under the campaign's frame key.</summary>
[PrimaryKey(nameof(Campaign), nameof(Dossier))]
[Index(nameof(Campaign), nameof(Unit))]
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

    /// <summary>How the dossier was filed: code of <see cref="FiledBy"/>.</summary>
    public required string Filed { get; set; }

    /// <summary>Place by which interviews are clustered, such as a reception desk or a ward; empty: none.</summary>
    public required string Cluster { get; set; }
}

/// <summary>How a campaign draws: fixed when the seed is committed.</summary>
[PrimaryKey(nameof(Campaign))]
public sealed class SamplePlanRow
{
    public required string Campaign { get; set; }
    public required SizeFormula Formula { get; set; }

    /// <summary>Half width that is aimed at, in per cent: 5.</summary>
    public required decimal Margin { get; set; }
    public required decimal DesignEffect { get; set; }

    /// <summary>How many of a hundred invited are expected to answer.</summary>
    public required decimal ResponsePercent { get; set; }

    /// <summary>A unit with fewer persons than this is asked as a whole.</summary>
    public required int TakeAllBelow { get; set; }
    public required StratumRule Strata { get; set; }
    public required AllocationRule Allocation { get; set; }
    public required int LeastPerStratum { get; set; }

    /// <summary>Persons of one cluster; 0: no clusters.</summary>
    public required int ClusterTake { get; set; }

    /// <summary>How much alike answers of one cluster are expected to be (intraclass correlation).</summary>
    public required decimal ClusterAlike { get; set; }

    /// <summary>Reserve, in per cent of the sample.</summary>
    public required int ReservePercent { get; set; }

    /// <summary>How a drawn person is first approached.</summary>
    public required Channel Mode { get; set; }

    [System.ComponentModel.DataAnnotations.ConcurrencyCheck]
    public required int Version { get; set; }
}

/// <summary>Somebody drawn, in the order of the draw; the reserve comes after the sample and is used in order.</summary>
[PrimaryKey(nameof(Campaign), nameof(Unit), nameof(Number))]
[Index(nameof(Campaign), nameof(Collector))]
public sealed class SampleCaseRow
{
    public required string Campaign { get; set; }
    public required string Unit { get; set; }

    /// <summary>From 1 in each unit: the sample, then the reserve.</summary>
    public required int Number { get; set; }
    public required string Dossier { get; set; }
    public required string Stratum { get; set; }

    /// <summary>Cluster the person was drawn in; empty: none.</summary>
    public required string Cluster { get; set; }

    /// <summary>Design weight in millionths, the same as on the token.</summary>
    public long? Weight { get; set; }

    /// <summary>Drawn as reserve; it is approached only after it replaced somebody.</summary>
    public required bool Reserve { get; set; }

    /// <summary>Number of the case this reserve took the place of; null: none.</summary>
    public int? Replaces { get; set; }
    public required CaseState State { get; set; }

    /// <summary>Why it was replaced or how it ended, in words of the list; empty: nothing to say.</summary>
    public required string Outcome { get; set; }

    /// <summary>How the person is approached now.</summary>
    public required Channel Mode { get; set; }

    /// <summary>Interviewer; empty: by letter or link.</summary>
    public required string Collector { get; set; }

    /// <summary>How often contact was tried.</summary>
    public required int Attempts { get; set; }
    public required string Procedure { get; set; }
    public required DateOnly Returned { get; set; }

    /// <summary>How the dossier was filed.</summary>
    public required string Filed { get; set; }

    /// <summary>Whether somebody is to be asked: the sample, and reserves that took a place.</summary>
    public bool Active => (!Reserve || Replaces is not null) && State != CaseState.Replaced;
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

/// <summary>How to reach somebody, sealed by data protection, in a store of its own; of those not drawn erased at the draw, of the others after the call-back check.</summary>
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

/// <summary>How long one kind of data of a campaign is kept, and when it was erased.</summary>
[PrimaryKey(nameof(Campaign), nameof(Kind))]
public sealed class RetentionRow
{
    public required string Campaign { get; set; }
    public required RetainedKind Kind { get; set; }

    /// <summary>Days after the closing of the campaign.</summary>
    public required int Days { get; set; }
    public DateTimeOffset? ErasedAt { get; set; }

    /// <summary>How many rows went.</summary>
    public int? Erased { get; set; }
}

/// <summary>Kinds of data of a campaign with a term of their own.</summary>
public enum RetainedKind
{
    /// <summary>Names, telephones, addresses.</summary>
    Contacts,

    /// <summary>Which drawn person holds which token.</summary>
    Links,

    /// <summary>Hashed persons and dossiers of the frame.</summary>
    Frame,

    /// <summary>Single forms; estimates stay.</summary>
    Responses,

    /// <summary>What people wrote in their requests.</summary>
    Requests,
}
