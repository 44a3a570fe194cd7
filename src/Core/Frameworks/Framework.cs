using System.Text.Json.Serialization;
using ParIndex.Core.Ranking;
using ParIndex.Core.Scoring;

namespace ParIndex.Core.Frameworks;

/// <summary>
/// Bộ chỉ số: the areas, criteria and sub-criteria against which units of one kind are scored in one year. Data, not code:
/// a new year is a new file. Source of the model: docs/method.md, section "Framework".
/// </summary>
public sealed record Framework
{
    public required string Code { get; init; }
    public required string Version { get; init; }
    public required Text Name { get; init; }

    /// <summary>Kinds of unit it is for, such as <c>department</c>, <c>urban_district</c>, <c>rural_district</c>.</summary>
    public required IReadOnlyList<string> UnitKinds { get; init; }

    /// <summary>Scale: the maximum points of the whole, bonus and penalty outside. 100 mostly, 60 for vertical agencies, free.</summary>
    public required Points Total { get; init; }

    [JsonPropertyOrder(1)]
    public required IReadOnlyList<Area> Areas { get; init { field = value; leaves = null; } }

    /// <summary>Bonus and penalty items, outside the total, with caps.</summary>
    [JsonPropertyOrder(2)]
    public AdjustmentRules Adjustments { get; init; } = new();

    public ScoreRounding Rounding { get; init; } = new();
    public TiePolicy Ties { get; init; } = TiePolicy.Shared;

    /// <summary>Xếp loại: explicit open or closed bounds on each band, best first. Empty: no bands.</summary>
    public IReadOnlyList<Band> Bands { get; init; } = [];

    public SurveyNotHeld SurveyNotHeld { get; init; } = SurveyNotHeld.Provisional;

    /// <summary>True only where the framework says that an index is at most 100.</summary>
    public bool CapAtHundred { get; init; }

    /// <summary>What each provenance key used below stands for.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>Decision by which it was issued, or what it is when it was not.</summary>
    public required Text Basis { get; init; }

    /// <summary>True when any line is illustrative: said on every page and document that uses it.</summary>
    public bool Illustrative { get; init; }

    /// <summary>The leaves in the framework's order; a leaf may be a criterion without sub-criteria.</summary>
    [JsonIgnore]
    public IReadOnlyList<Leaf> Leaves => leaves ??= [.. Areas.SelectMany(area => area.Criteria).SelectMany(criterion => criterion.Leaves)];

    private IReadOnlyList<Leaf>? leaves;
}

/// <summary>Lĩnh vực.</summary>
public sealed record Area
{
    public required CriterionCode Code { get; init; }
    public required Text Name { get; init; }
    public required Points Max { get; init; }
    public required IReadOnlyList<Criterion> Criteria { get; init; }

    /// <summary>Key into <see cref="Framework.Sources"/>.</summary>
    public required string Source { get; init; }
}

/// <summary>Tiêu chí: holds sub-criteria, or is itself scored (then <see cref="Scored"/> is set and there are none).</summary>
public sealed record Criterion
{
    public required CriterionCode Code { get; init; }
    public required Text Name { get; init; }
    public required Points Max { get; init; }

    /// <summary>Tiêu chí thành phần.</summary>
    public IReadOnlyList<Leaf> SubCriteria { get; init; } = [];

    /// <summary>The criterion as a leaf, with the same code, name and maximum; null when it has sub-criteria.</summary>
    public Leaf? Scored { get; init; }

    /// <summary>Its leaves in order.</summary>
    [JsonIgnore]
    public IEnumerable<Leaf> Leaves => Scored is null ? SubCriteria : [Scored];
}

/// <summary>What is scored: a sub-criterion, or a criterion that has none.</summary>
public sealed record Leaf
{
    public required CriterionCode Code { get; init; }
    public required Text Name { get; init; }
    public required Points Max { get; init; }
    public required ScoringRule Rule { get; init; }
    public required ScoreSource ScoredBy { get; init; }

    /// <summary>What proves it; null when nothing has to be attached (survey, external).</summary>
    public Text? Evidence { get; init; }

    /// <summary>True when a score without evidence or written explanation counts 0.</summary>
    public bool EvidenceRequired { get; init; }

    /// <summary>Code of the department that appraises it.</summary>
    public required string Lead { get; init; }

    public required NotApplicablePolicy NotApplicable { get; init; }

    /// <summary>Step of points for manual leaves and typed scores, such as 0.25; null: any ten-thousandth.</summary>
    public Points? Step { get; init; }

    /// <summary>Legal basis in words, where known.</summary>
    public Text? Basis { get; init; }

    /// <summary>Key into <see cref="Framework.Sources"/>: where the line comes from, sourced or illustrative.</summary>
    public required string Source { get; init; }

    /// <summary>For survey leaves: what of the survey feeds it, such as <c>sipas</c> or an item or factor code.</summary>
    public string? SurveyMeasure { get; init; }
}

/// <summary>Where the points of a leaf come from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScoreSource>))]
public enum ScoreSource
{
    /// <summary>The unit scores itself and the lead department appraises.</summary>
    [JsonStringEnumMemberName("appraisal")] Appraisal,

    /// <summary>From a system of the city or the State, with its source and date; the unit cannot type it.</summary>
    [JsonStringEnumMemberName("computed")] Computed,

    /// <summary>From an approved survey.</summary>
    [JsonStringEnumMemberName("survey")] Survey,

    /// <summary>Imported score on its own scale.</summary>
    [JsonStringEnumMemberName("external")] External,
}

/// <summary>What happens where a leaf does not concern a unit, or where nothing arose in the year.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotApplicablePolicy>))]
public enum NotApplicablePolicy
{
    /// <summary>The leaf always applies.</summary>
    [JsonStringEnumMemberName("never")] Never,

    /// <summary>Its maximum leaves the denominator.</summary>
    [JsonStringEnumMemberName("exclude")] Exclude,

    /// <summary>Nothing arose in the year: full points.</summary>
    [JsonStringEnumMemberName("full")] FullPoints,
}

/// <summary>What the index is when the survey of the year was not held.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SurveyNotHeld>))]
public enum SurveyNotHeld
{
    /// <summary>Results stay provisional.</summary>
    [JsonStringEnumMemberName("provisional")] Provisional,

    /// <summary>Survey points leave the denominator.</summary>
    [JsonStringEnumMemberName("rescaled")] Rescaled,
}

/// <summary>Where a line of a framework comes from.</summary>
/// <param name="Key">Short key, such as <c>CM13</c>.</param>
/// <param name="Citation">The document in words.</param>
/// <param name="Illustrative">True for lines filled in by analogy, not taken from a document.</param>
public sealed record Source(string Key, Text Citation, bool Illustrative = false);

/// <summary>A leaf is rounded once, and the index once, where the framework says so.</summary>
public sealed record ScoreRounding(int LeafPlaces = 4, int PublishedPlaces = 2, RoundingMode Mode = RoundingMode.HalfAwayFromZero);

/// <summary>Điểm thưởng, điểm trừ: lists with caps, added to the index after it is brought to 100.</summary>
public sealed record AdjustmentRules
{
    /// <summary>Cap of all bonuses together; null: none.</summary>
    public Points? BonusCap { get; init; }

    /// <summary>Cap of all penalties together; null: none.</summary>
    public Points? PenaltyCap { get; init; }

    public IReadOnlyList<AdjustmentRule> Items { get; init; } = [];
}

/// <summary>One kind of bonus or penalty.</summary>
public sealed record AdjustmentRule
{
    public required CriterionCode Code { get; init; }
    public required AdjustmentKind Kind { get; init; }
    public required Text Name { get; init; }

    /// <summary>Points per case, positive for both kinds.</summary>
    public required Points Each { get; init; }

    /// <summary>What a case is: item, working day, case.</summary>
    public required Text Per { get; init; }

    /// <summary>Cap of this item.</summary>
    public required Points Max { get; init; }

    public required string Source { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<AdjustmentKind>))]
public enum AdjustmentKind
{
    [JsonStringEnumMemberName("bonus")] Bonus,
    [JsonStringEnumMemberName("penalty")] Penalty,
}

/// <summary>A band (xếp loại) with explicit bounds: each open or closed.</summary>
public sealed record Band
{
    public required string Code { get; init; }
    public required Text Name { get; init; }

    /// <summary>Lower bound in published per cent; null: none.</summary>
    public decimal? From { get; init; }
    public bool FromIncluded { get; init; } = true;

    /// <summary>Upper bound in published per cent; null: none.</summary>
    public decimal? To { get; init; }
    public bool ToIncluded { get; init; }

    /// <summary>True when the published value lies in the band.</summary>
    public bool Holds(decimal published) =>
        (From is not { } from || published > from || (FromIncluded && published == from))
        && (To is not { } to || published < to || (ToIncluded && published == to));
}
