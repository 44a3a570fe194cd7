using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Audit;

/// <summary>A signed statement of how long the journal was and where its head stood.</summary>
[PrimaryKey(nameof(Number))]
public sealed class CheckpointRow
{
    public required int Number { get; set; }
    public required DateTimeOffset At { get; set; }

    /// <summary>The exact bytes of the checkpoint's JSON.</summary>
    public required byte[] Json { get; set; }
    public required byte[] Hash { get; set; }

    /// <summary>Detached CMS over <see cref="Json"/>.</summary>
    public required byte[] Signature { get; set; }

    /// <summary>RFC 3161 token over the signature, where an authority is configured.</summary>
    public byte[]? Timestamp { get; set; }

    /// <summary>Why it was made: "hourly" or a milestone.</summary>
    public required string Occasion { get; set; }
}
