namespace ParIndex.Core.Computation;

/// <summary>How far one named source of error leaves a unit's index, and so its rank, open.</summary>
/// <param name="Low">Lower end of the 95 % interval of the published index; null: not known.</param>
/// <param name="High">Upper end.</param>
/// <param name="RankBest">Best rank left open in the group.</param>
/// <param name="RankWorst">Worst rank.</param>
/// <param name="WhyNone">Why there is no interval; null: there is one.</param>
public sealed record UnitMargin(decimal? Low, decimal? High, int? RankBest, int? RankWorst, Text? WhyNone)
{
    /// <summary>Standard error of the index, percentage points; 0 where this source moves nothing.</summary>
    internal double Error { get; init; }

    internal static UnitMargin None(string vi, string en) => new(null, null, null, null, new(vi, en));
}

/// <summary>What is known of the error of one unit's index, source by source; the official rank is not touched by it.</summary>
/// <param name="Survey">Sampling of the survey, through the leaves it feeds.</param>
/// <param name="Appraisal">Disagreement of two appraisals of the same leaf.</param>
/// <param name="AppraisedTwice">Leaves with two or more appraisals.</param>
/// <param name="Brackets">
/// Numbers, from 1 in each group, of the brackets the unit stands in: runs of neighbours of which no two can be told apart by both
/// sources together. Empty: it can be told from its neighbours, or nothing is known.
/// </param>
public sealed record UnitUncertainty(UnitMargin Survey, UnitMargin Appraisal, int AppraisedTwice, IReadOnlyList<int> Brackets);
