using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Audit;

/// <summary>One line of the journal. <see cref="Line"/> is the truth; the other columns are an index into it and are checked against it.</summary>
[PrimaryKey(nameof(Stream), nameof(Seq))]
[Index(nameof(Stream), nameof(Obj))]
public sealed class JournalLineRow
{
    public required string Stream { get; set; }
    public required long Seq { get; set; }

    /// <summary>The exact UTF-8 bytes, without a line end.</summary>
    public required byte[] Line { get; set; }

    /// <summary>SHA-256 of <see cref="Line"/>.</summary>
    public required byte[] Hash { get; set; }
    public required DateTimeOffset At { get; set; }

    /// <summary>Opaque: the account's id.</summary>
    public required string Actor { get; set; }
    public required string Act { get; set; }

    /// <summary>Opaque id of what was changed.</summary>
    public required string Obj { get; set; }
}
