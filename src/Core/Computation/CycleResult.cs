using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Heads;
using ParIndex.Core.Ranking;
using ParIndex.Core.Scoring;
using ParIndex.Core.Surveys;

namespace ParIndex.Core.Computation;

/// <summary>The year's results: everything that is published follows from here, nothing is computed again further on.</summary>
public sealed record CycleResult
{
    public required CycleInput Input { get; init; }

    /// <summary>Version of the engine that computed it.</summary>
    public required string Engine { get; init; }

    /// <summary>False: something blocks final results; <see cref="Findings"/> says what, and every output is marked provisional.</summary>
    public required bool Final { get; init; }

    /// <summary>True when only totals were known.</summary>
    public required bool TotalsOnly { get; init; }

    /// <summary>In order of group, rank, unit code.</summary>
    public required IReadOnlyList<UnitResult> Units { get; init; }
    public required IReadOnlyList<GroupResult> Groups { get; init; }

    /// <summary>The blocks of cycle.json, then all units together (code <c>all</c>).</summary>
    public required IReadOnlyList<GroupResult> Blocks { get; init; }
    public required IReadOnlyList<HeadResult> Heads { get; init; }

    /// <summary>Warnings and what blocks.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The frameworks laid out flat, kept so that workings need not lay them out again.</summary>
    internal YearPlan? Plan { get; init; }
}

/// <summary>Where a unit stands on its way to an index. A state, never a number.</summary>
public enum UnitState
{
    /// <summary>Scored and ranked.</summary>
    Ranked,

    /// <summary>Chưa nộp: nothing was submitted; no index, no rank.</summary>
    NotSubmitted,

    /// <summary>Some leaf has no score; no index, no rank.</summary>
    Incomplete,

    /// <summary>Some leaf has the unit's own score alone; the index is provisional.</summary>
    NotAppraised,

    /// <summary>No leaf applies: the denominator is 0; no index, no rank.</summary>
    NoIndex,

    /// <summary>Only totals known and this one was not published.</summary>
    NotPublished,
}

/// <summary>One unit's results.</summary>
public sealed record UnitResult
{
    public required Unit Unit { get; init; }
    public required UnitState State { get; init; }

    /// <summary>Null when only totals are known or nothing is scored.</summary>
    public Points? Achieved { get; init; }

    /// <summary>Applicable maximum.</summary>
    public Points? Applicable { get; init; }

    /// <summary>After the caps.</summary>
    public Points Bonus { get; init; }
    public Points Penalty { get; init; }

    /// <summary>Exact; null: no index.</summary>
    public Percent? Index { get; init; }

    /// <summary>Rounded once.</summary>
    public decimal? Published { get; init; }

    /// <summary>Null: not ranked.</summary>
    public Standing? Standing { get; init; }
    public Band? Band { get; init; }
    public Change? Change { get; init; }

    /// <summary>In the framework's order; empty when only totals are known.</summary>
    public IReadOnlyList<AreaResult> Areas { get; init; } = [];
    public IReadOnlyList<CriterionResult> Criteria { get; init; } = [];

    /// <summary>One entry for each of the framework's leaves.</summary>
    public LeafResult[] Leaves { get; init; } = [];
    public UnitSatisfaction? Satisfaction { get; init; }

    /// <summary>Published satisfaction, also when only totals are known; null: none.</summary>
    public decimal? PublishedSatisfaction { get; init; }
    public bool? SatisfactionAbove { get; init; }

    /// <summary>Above the line in the previous year; null where unknown or not comparable.</summary>
    public bool? SatisfactionAboveBefore { get; init; }

    /// <summary>The 95 % interval of its satisfaction holds the line; null: no interval.</summary>
    public bool? SatisfactionCrosses { get; init; }

    /// <summary>The sheet it was computed from; null when only totals are known.</summary>
    public UnitSheet? Sheet { get; init; }
}

/// <summary>Change against the previous cycle, or the reason why there is none.</summary>
public sealed record Change
{
    /// <summary>Difference of the two published indices; null with a reason.</summary>
    public decimal? Points { get; init; }
    public decimal? PreviousPublished { get; init; }
    public int? PreviousRank { get; init; }

    /// <summary>Why the score cannot be compared; null: it can.</summary>
    public Text? WhyNoScore { get; init; }

    /// <summary>Why the rank cannot be compared (for example another grouping); null: it can.</summary>
    public Text? WhyNoRank { get; init; }
}

/// <summary>An area of one unit.</summary>
/// <param name="Area">The area.</param>
/// <param name="Achieved">Points.</param>
/// <param name="Applicable">Applicable maximum.</param>
/// <param name="Index">Null when nothing of it applies ("no index"), never 0.</param>
/// <param name="Published">Rounded once.</param>
public sealed record AreaResult(Area Area, Points Achieved, Points Applicable, Percent? Index, decimal? Published)
{
    /// <summary>Place in the group by this area; null: not ranked.</summary>
    public Standing? Standing { get; internal set; }
}

/// <summary>A criterion of one unit.</summary>
public sealed record CriterionResult(Criterion Criterion, Points Achieved, Points Applicable, Percent? Index, decimal? Published);

/// <summary>How a leaf of a unit stands.</summary>
public enum LeafState : byte
{
    /// <summary>Has its final points.</summary>
    Scored,

    /// <summary>The unit's own score alone: provisional.</summary>
    NotAppraised,

    /// <summary>No score.</summary>
    NotScored,

    /// <summary>Does not apply; its maximum left the denominator.</summary>
    Excluded,

    /// <summary>Nothing arose: full points.</summary>
    FullPoints,

    /// <summary>Neither evidence nor explanation: 0, with this reason.</summary>
    NoEvidence,

    /// <summary>The survey was not held and the framework rescales.</summary>
    SurveyNotHeld,

    /// <summary>Survey leaf of a unit that has no satisfaction figure (exempt or too few answers): left the denominator.</summary>
    NoSurveyResult,
}

/// <summary>A leaf of one unit: small, because a country has hundreds of thousands. Its working is rendered on request by <see cref="LeafWorking"/>.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Points">Final points; zero where there are none: look at <paramref name="State"/>.</param>
/// <param name="Applicable">Its share of the denominator.</param>
/// <param name="Stage">Index of the stage whose act gave the points; −1: the rule itself, or none.</param>
/// <param name="ByRule">What the rule gave for the inputs.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct LeafResult(LeafState State, Points Points, Points Applicable, short Stage, Score ByRule);

/// <summary>A ranking group, or a block: means, counts, tops.</summary>
public sealed record GroupResult
{
    public required string Code { get; init; }
    public required Text Name { get; init; }

    /// <summary>Codes of the ranking groups in it.</summary>
    public required IReadOnlyList<string> Groups { get; init; }
    public required int Units { get; init; }
    public required int RankedUnits { get; init; }

    /// <summary>Mean of the unrounded indices, rounded once; null: none.</summary>
    public decimal? Mean { get; init; }
    public decimal? Best { get; init; }
    public decimal? Worst { get; init; }

    /// <summary>The same units' mean a year before; null where not known or not comparable.</summary>
    public decimal? PreviousMean { get; init; }

    /// <summary>Mean − previous mean, of the two figures as printed.</summary>
    public decimal? MeanChange { get; init; }

    /// <summary>Why there is no previous mean although there is a previous year; null: there is one, or no previous year.</summary>
    public Text? WhyNoPreviousMean { get; init; }
    public decimal? SatisfactionMean { get; init; }

    /// <summary>Units above the line, not above it, without a figure; and above it a year before.</summary>
    public int SatisfactionAbove { get; init; }
    public int SatisfactionBelow { get; init; }
    public int SatisfactionNone { get; init; }

    /// <summary>Units whose 95 % interval holds the line, so that sampling alone could have put them on its other side; null: no intervals.</summary>
    public int? SatisfactionCrossing { get; init; }
    public int? SatisfactionAboveBefore { get; init; }

    /// <summary>Units above the line in both years, in order of code; null where the years cannot be compared.</summary>
    public IReadOnlyList<UnitCode>? AboveInBothYears { get; init; }

    /// <summary>Units of the top three ranks that had the same rank in the same group a year before.</summary>
    public IReadOnlyList<UnitCode> KeptTopThree { get; init; } = [];

    /// <summary>Why ranks of this group are not compared with the previous year (a new or divided group); null: they are.</summary>
    public Text? WhyNoRanks { get; init; }

    /// <summary>For each mark of the cycle: how many units passed it.</summary>
    public IReadOnlyList<MarkCount> Marks { get; init; } = [];
    public IReadOnlyList<GradeCount> Grades { get; init; } = [];
    public IReadOnlyList<AreaMean> AreaMeans { get; init; } = [];

    /// <summary>Initiatives counted from their leaf; null: not counted.</summary>
    public decimal? Initiatives { get; init; }

    /// <summary>True when this year is the first in which the group is ranked by itself.</summary>
    public bool FirstYear { get; init; }
}

/// <summary>How many units have at least a mark.</summary>
public sealed record MarkCount(decimal Mark, int Count, int? CountBefore);

/// <summary>Mean of the area index over a group's units.</summary>
public sealed record AreaMean(CriterionCode Area, decimal? Mean);
