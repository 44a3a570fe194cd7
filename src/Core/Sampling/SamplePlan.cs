namespace ParIndex.Core.Sampling;

/// <summary>How many people are asked of each unit, and how they are drawn.</summary>
public sealed record SamplePlan
{
    public SizeFormula Formula { get; init; } = SizeFormula.Yamane;

    /// <summary>Half width that is aimed at, as a share: 0.05.</summary>
    public decimal Margin { get; init; } = 0.05m;

    /// <summary>What clusters and weights cost: the variance against that of a simple draw of the same size.</summary>
    public decimal DesignEffect { get; init; } = 1.5m;

    /// <summary>Share of the invited that is expected to answer.</summary>
    public decimal Response { get; init; } = 0.8m;

    /// <summary>A unit with fewer persons than this is asked as a whole.</summary>
    public int TakeAllBelow { get; init; } = 30;

    public StratumRule Strata { get; init; } = StratumRule.Unit;

    public AllocationRule Allocation { get; init; } = AllocationRule.Proportional;

    /// <summary>Fewest persons of a stratum that has as many.</summary>
    public int LeastPerStratum { get; init; } = 10;

    /// <summary>Persons of one cluster; 0: nobody is clustered.</summary>
    public int ClusterTake { get; init; }

    /// <summary>How much alike answers of one cluster are expected to be (intraclass correlation).</summary>
    public decimal ClusterAlike { get; init; } = 0.05m;

    /// <summary>Reserve, as a share of the sample.</summary>
    public decimal Reserve { get; init; } = 0.5m;
}

/// <summary>The textbook size that a plan begins with.</summary>
public enum SizeFormula
{
    /// <summary>N ÷ (1 + N e²): the formula of the ministry's guide (Yamane 1967).</summary>
    Yamane,

    /// <summary>1.96² ÷ 4 ÷ e² with the correction for a finite population (Cochran 1977).</summary>
    Cochran,
}

/// <summary>What makes a stratum inside a unit.</summary>
public enum StratumRule
{
    /// <summary>The unit alone.</summary>
    Unit,

    /// <summary>How the dossier was filed.</summary>
    Filed,

    /// <summary>The procedure.</summary>
    Procedure,
}

/// <summary>How the persons of a unit are split over its strata.</summary>
public enum AllocationRule
{
    /// <summary>By their number of persons.</summary>
    Proportional,

    /// <summary>By the root of it: small strata get more (Bankier 1988).</summary>
    Power,

    /// <summary>The same for each.</summary>
    Equal,
}

/// <summary>How a dossier was filed.</summary>
public enum FiledBy
{
    /// <summary>At the counter.</summary>
    Direct,
    Online,
    Post,
}
