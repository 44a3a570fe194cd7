using Microsoft.EntityFrameworkCore;
using ParIndex.Core;
using ParIndex.Core.Computation;

namespace ParIndex.App.Results;

/// <summary>One unit's index, standing and change in a release.</summary>
[PrimaryKey(nameof(ReleaseId), nameof(Unit))]
public sealed class UnitResultRow
{
    public required int ReleaseId { get; set; }
    public required string Unit { get; set; }
    public required UnitState State { get; set; }
    public Points? Achieved { get; set; }
    public Points? Applicable { get; set; }
    public required Points Bonus { get; set; }
    public required Points Penalty { get; set; }

    /// <summary>As published, rounded once; null: no index.</summary>
    public decimal? Published { get; set; }
    public int? Rank { get; set; }

    /// <summary>Units that share the rank, this one included.</summary>
    public int? TieCount { get; set; }
    public Text? Band { get; set; }

    /// <summary>95 % interval of the index from the sampling of the survey alone; null: not known, with the reason.</summary>
    public decimal? Low { get; set; }
    public decimal? High { get; set; }
    public Text? WhyNoInterval { get; set; }

    /// <summary>Best and worst rank that the intervals of the group leave open.</summary>
    public int? RankBest { get; set; }
    public int? RankWorst { get; set; }

    /// <summary>Leaves appraised twice or more; interval and ranks that their disagreement leaves open.</summary>
    public int AppraisedTwice { get; set; }
    public decimal? AppraisalLow { get; set; }
    public decimal? AppraisalHigh { get; set; }
    public int? AppraisalRankBest { get; set; }
    public int? AppraisalRankWorst { get; set; }

    /// <summary>Numbers of the brackets of neighbours that cannot be told apart.</summary>
    public List<int> Brackets { get; set; } = [];
    public decimal? Change { get; set; }
    public decimal? PreviousPublished { get; set; }
    public int? PreviousRank { get; set; }
    public Text? WhyNoChange { get; set; }
    public Text? WhyNoRankChange { get; set; }
    public decimal? Satisfaction { get; set; }
    public bool? SatisfactionAbove { get; set; }
    public bool? SatisfactionAboveBefore { get; set; }
    public bool? SatisfactionCrosses { get; set; }
}
