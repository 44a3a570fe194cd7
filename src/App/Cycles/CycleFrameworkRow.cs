using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Cycles;

/// <summary>The framework of some groups, frozen into the cycle byte for byte when it opens.</summary>
[PrimaryKey(nameof(Cycle), nameof(File))]
public sealed class CycleFrameworkRow
{
    public required int Cycle { get; set; }

    /// <summary>File name as cycle.json calls it.</summary>
    public required string File { get; set; }
    public required byte[] Json { get; set; }
    public required string Sha256 { get; set; }
}
