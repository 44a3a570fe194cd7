using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Cycles;

/// <summary>Who appraises a leaf: the lead department, the person, and a substitute.</summary>
[PrimaryKey(nameof(Cycle), nameof(File), nameof(Leaf))]
public sealed class AssignmentRow
{
    public required int Cycle { get; set; }

    /// <summary>The framework the leaf is of, as cycle.json names its file.</summary>
    public required string File { get; set; }
    public required string Leaf { get; set; }
    public required string Department { get; set; }
    public Guid? Account { get; set; }
    public Guid? Substitute { get; set; }
}
