using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Heads;
using ParIndex.Core.Surveys;

namespace ParIndex.Core.Computation;

/// <summary>Everything of a year that the computation takes: read from a folder, or from a database; the same either way.</summary>
public sealed record CycleInput
{
    public required Cycle Cycle { get; init; }

    /// <summary>Framework of each ranking group, by group code; a group of which only totals are known has none.</summary>
    public required IReadOnlyDictionary<string, Framework> Frameworks { get; init; }
    public required IReadOnlyList<Unit> Units { get; init; }

    /// <summary>One sheet a unit, in the order of <see cref="Units"/>; empty when only totals are known.</summary>
    public IReadOnlyList<UnitSheet> Sheets { get; init; } = [];

    public Survey? Survey { get; init; }
    public IReadOnlyList<Form> Forms { get; init; } = [];

    /// <summary>Satisfaction as it was published, in place of forms: how a stranger recomputes the index. Null: computed from <see cref="Forms"/>.</summary>
    public IReadOnlyList<UnitSatisfaction>? PublishedSatisfaction { get; init; }
    public IReadOnlyList<Head> Heads { get; init; } = [];
    public HeadRules? HeadRules { get; init; }

    /// <summary>Set when only totals are known; every output then says so.</summary>
    public IReadOnlyList<UnitTotals>? Totals { get; init; }

    /// <summary>The previous year as published; null: none.</summary>
    public PreviousYear? Previous { get; init; }

    /// <summary>SHA-256 over the input files, lower-case hex.</summary>
    public required string InputsHash { get; init; }
}

/// <summary>What this year is compared with.</summary>
public sealed record PreviousYear
{
    public required Cycle Cycle { get; init; }
    public required IReadOnlyList<PreviousUnit> Units { get; init; }

    /// <summary>Method version of its satisfaction figures; null: none.</summary>
    public string? MethodVersion { get; init; }
}

/// <summary>A unit's published figures of the previous year; null where not published. Exact index where the detail was known.</summary>
public sealed record PreviousUnit(
    UnitCode Unit, string Group, Percent? Index, decimal? PublishedIndex, int? Rank, decimal? Satisfaction, bool? AboveThreshold, string? FrameworkCode);
