using Microsoft.EntityFrameworkCore;
using ParIndex.Core;
using ParIndex.Core.Computation;

namespace ParIndex.App.Results;

/// <summary>A ranking group, or a block of groups, with its means and counts.</summary>
[PrimaryKey(nameof(ReleaseId), nameof(Code))]
public sealed class GroupRow
{
    public required int ReleaseId { get; set; }
    public required string Code { get; set; }
    public required int Order { get; set; }

    /// <summary>True: units are ranked in it; false: a block, for means and counts alone.</summary>
    public required bool Ranking { get; set; }

    /// <summary>Part of its page's address, such as <c>quan</c>.</summary>
    public required string Slug { get; set; }
    public required Text Name { get; set; }
    public Text? Noun { get; set; }

    /// <summary>Codes of the ranking groups in it.</summary>
    public required List<string> Groups { get; set; }
    public string? PreviousGroup { get; set; }
    public string? Framework { get; set; }
    public required int Units { get; set; }
    public required int RankedUnits { get; set; }
    public decimal? Mean { get; set; }
    public decimal? Best { get; set; }
    public decimal? Worst { get; set; }
    public decimal? PreviousMean { get; set; }
    public decimal? MeanChange { get; set; }
    public decimal? SatisfactionMean { get; set; }
    public required int SatisfactionAbove { get; set; }
    public required int SatisfactionBelow { get; set; }
    public required int SatisfactionNone { get; set; }

    /// <summary>Units whose interval holds the line; null: no intervals.</summary>
    public int? SatisfactionCrossing { get; set; }
    public int? SatisfactionAboveBefore { get; set; }
    public required bool FirstYear { get; set; }
    public required List<string> KeptTopThree { get; set; }
    public required List<AreaMean> AreaMeans { get; set; }
    public required List<GradeTally> Grades { get; set; }
}

/// <summary>How many heads of a group got a grade.</summary>
public sealed record GradeTally(Text Name, int Count);
