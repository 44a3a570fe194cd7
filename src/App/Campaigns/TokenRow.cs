using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Campaigns;

/// <summary>
/// The right to one answer about one unit. Only a keyed hash of the token is here, and nothing that an answer carries: a spent token and
/// its response cannot be put together again.
/// </summary>
[PrimaryKey(nameof(Campaign), nameof(Hash))]
[Index(nameof(Campaign), nameof(Unit))]
public sealed class TokenRow
{
    public required string Campaign { get; set; }

    /// <summary>First 16 bytes of HMAC-SHA256 of the token.</summary>
    public required byte[] Hash { get; set; }
    public required string Unit { get; set; }
    public required TokenState State { get; set; }

    /// <summary>Of the sample, copied onto the response; empty: none.</summary>
    public required string Stratum { get; set; }
    public required string Cluster { get; set; }

    /// <summary>Design weight in millionths; null: every form counts alike.</summary>
    public long? Weight { get; set; }

    /// <summary>HMAC of the key with which it was spent, under the token itself: tells an honest retry, and nobody without the token anything.</summary>
    public byte[]? KeyMark { get; set; }

    /// <summary>The same with the answers.</summary>
    public byte[]? BodyMark { get; set; }
}

/// <summary>Issued = unused + used + revoked, always.</summary>
public enum TokenState
{
    Unused,
    Used,
    Revoked,
}
