using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Campaigns;

/// <summary>A batch of responses of one unit, put in order of their commitments: the order of arrival is gone.</summary>
[PrimaryKey(nameof(Campaign), nameof(Batch), nameof(Unit))]
public sealed class SealRow
{
    public required string Campaign { get; set; }
    public required int Batch { get; set; }
    public required string Unit { get; set; }
    public required int Count { get; set; }

    /// <summary>Of these handed in too late, and never counted.</summary>
    public required int Late { get; set; }

    /// <summary>SHA-256 of the sorted commitments, a line each in lower-case hex.</summary>
    public required string ListSha256 { get; set; }
    public required DateOnly Day { get; set; }
}
