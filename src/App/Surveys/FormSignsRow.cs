using Microsoft.EntityFrameworkCore;

namespace ParIndex.App.Surveys;

/// <summary>What stands out in the forms of one unit of a release; below the minimum of forms no figure at all.</summary>
[PrimaryKey(nameof(ReleaseId), nameof(Unit))]
public sealed class FormSignsRow
{
    public required int ReleaseId { get; set; }
    public required string Unit { get; set; }
    public required int Forms { get; set; }
    public required int StraightLine { get; set; }
    public required int SameAnswers { get; set; }
    public required int Satisfied { get; set; }
    public required bool Suppressed { get; set; }

    /// <summary>Names of <see cref="Core.Surveys.FormSign"/>.</summary>
    public required List<string> Signs { get; set; }
}
