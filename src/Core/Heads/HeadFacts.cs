using ParIndex.Core.Computation;

namespace ParIndex.Core.Heads;

/// <summary>What the year's results say of one unit to the classification of its head.</summary>
public sealed record HeadFacts
{
    public required UnitCode Unit { get; init; }

    /// <summary>Its ranking group: the quota counts inside it.</summary>
    public required string Group { get; init; }
    public required decimal? PublishedIndex { get; init; }
    public Percent? ExactIndex { get; init; }
    public decimal? PreviousPublishedIndex { get; init; }
    public required decimal? PublishedSatisfaction { get; init; }
    public bool SatisfactionExempt { get; init; }
    public decimal? LowestArea { get; init; }

    /// <summary>Version (hash of the inputs) of the results the index and the satisfaction come from: never mixed.</summary>
    public required string IndexVersion { get; init; }
    public required string SatisfactionVersion { get; init; }

    /// <summary>The facts of a unit out of the results of one year, all of one version.</summary>
    public static HeadFacts Of(UnitResult unit, string version) => new()
    {
        Unit = unit.Unit.Code,
        Group = unit.Unit.Group,
        PublishedIndex = unit.Published,
        ExactIndex = unit.Index,
        PreviousPublishedIndex = unit.Change?.PreviousPublished,
        PublishedSatisfaction = unit.PublishedSatisfaction,
        SatisfactionExempt = !unit.Unit.SatisfactionMeasured,
        LowestArea = unit.Areas.Min(area => area.Published),
        IndexVersion = version,
        SatisfactionVersion = version,
    };
}
