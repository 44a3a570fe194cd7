using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Ranking;
using ParIndex.Core.Surveys;

namespace ParIndex.Core.Computation;

/// <summary>A unit's results while they are made: scores first, places when every unit of its group has its score.</summary>
internal sealed class UnitDraft
{
    public required Unit Unit { get; init; }
    public required UnitState State { get; init; }
    public FrameworkPlan? Plan { get; init; }
    public UnitSheet? Sheet { get; init; }
    public Points? Achieved { get; init; }
    public Points? Applicable { get; init; }
    public Points Bonus { get; init; }
    public Points Penalty { get; init; }
    public Percent? Index { get; init; }
    public decimal? Published { get; init; }
    public Band? Band { get; init; }
    public AreaResult[] Areas { get; init; } = [];
    public IReadOnlyList<CriterionResult> Criteria { get; init; } = [];
    public LeafResult[] Leaves { get; init; } = [];
    public UnitSatisfaction? Satisfaction { get; init; }
    public decimal? PublishedSatisfaction { get; init; }

    /// <summary>Exact where forms were counted here, else as entered.</summary>
    public Percent? ExactSatisfaction { get; init; }
    public bool? SatisfactionAbove { get; init; }
    public bool? SatisfactionAboveBefore { get; set; }

    /// <summary>The interval of the satisfaction holds the line; null: no interval.</summary>
    public bool? SatisfactionCrosses { get; init; }
    public Standing? Standing { get; set; }
    public Change? Change { get; set; }
    public List<Finding> Findings { get; init; } = [];

    public UnitResult Result() => new()
    {
        Unit = Unit,
        State = State,
        Achieved = Achieved,
        Applicable = Applicable,
        Bonus = Bonus,
        Penalty = Penalty,
        Index = Index,
        Published = Published,
        Standing = Standing,
        Band = Band,
        Change = Change,
        Areas = Areas,
        Criteria = Criteria,
        Leaves = Leaves,
        Satisfaction = Satisfaction,
        PublishedSatisfaction = PublishedSatisfaction,
        SatisfactionAbove = SatisfactionAbove,
        SatisfactionAboveBefore = SatisfactionAboveBefore,
        SatisfactionCrosses = SatisfactionCrosses,
        Sheet = Sheet,
    };
}
