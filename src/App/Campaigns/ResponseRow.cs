using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Campaigns;

/// <summary>What a response is made of, waiting or sealed: nothing in it leads to a token, a person, an address or a moment.</summary>
public abstract class StoredResponse
{
    public required string Campaign { get; set; }

    /// <summary>SHA-256 of salt and answers: published in the list of the batch.</summary>
    public required byte[] Commitment { get; set; }
    public required string Unit { get; set; }
    public required Channel Channel { get; set; }

    /// <summary>The day here, never the hour.</summary>
    public required DateOnly Day { get; set; }

    /// <summary>Handed in by a device after the period of grace: kept, never counted.</summary>
    public required bool Late { get; set; }
    public required string Stratum { get; set; }
    public required string Cluster { get; set; }

    /// <summary>Design weight in millionths; null: every form counts alike.</summary>
    public long? Weight { get; set; }

    /// <summary>Interviewer or device; empty: nobody in between.</summary>
    public required string Collector { get; set; }

    /// <summary>How long it took, in steps of fifteen seconds; null: not known.</summary>
    public int? Seconds { get; set; }
    public required byte[] Salt { get; set; }

    /// <summary>The form as <see cref="Core.Questionnaires.Packed"/> writes it.</summary>
    public required byte[] Answers { get; set; }
}

/// <summary>A response that counts already and waits for its batch; random key, so that the table has no order of arrival.</summary>
[PrimaryKey(nameof(Campaign), nameof(Commitment))]
public sealed class PendingResponseRow : StoredResponse;

/// <summary>A sealed response.</summary>
[PrimaryKey(nameof(Campaign), nameof(Unit), nameof(Commitment))]
[Index(nameof(Campaign), nameof(Commitment))]
public sealed class ResponseRow : StoredResponse
{
    public required int Batch { get; set; }
}

/// <summary>How an answer came.</summary>
public enum Channel
{
    /// <summary>A personal link.</summary>
    Web,

    /// <summary>An interviewer's device, face to face.</summary>
    Interview,

    /// <summary>Asked on the telephone, typed by the interviewer.</summary>
    Phone,

    /// <summary>Paper, typed twice.</summary>
    Paper,

    /// <summary>A device at a counter; never in the index.</summary>
    Kiosk,

    /// <summary>The QR code of an office; never in the index.</summary>
    Open,
}
