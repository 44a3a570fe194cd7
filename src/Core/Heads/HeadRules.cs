using System.Text.Json.Serialization;
using ParIndex.Core.Frameworks;

namespace ParIndex.Core.Heads;

/// <summary>
/// Quy tắc phân loại người đứng đầu, as data: grades, inputs, profiles and steps in their fixed order. docs/method.md,
/// "Classification of heads".
/// </summary>
public sealed record HeadRules
{
    public required string Code { get; init; }
    public required string Version { get; init; }
    public required Text Name { get; init; }

    /// <summary>What it rests on, or that it rests on analogy.</summary>
    public required Text Basis { get; init; }

    /// <summary>True when any line is illustrative: said wherever the classification stands.</summary>
    public bool Illustrative { get; init; }

    /// <summary>Best first; the one without an order, "not classified", is no level and stands last.</summary>
    public required IReadOnlyList<Grade> Grades { get; init; }
    public required IReadOnlyList<HeadInput> Inputs { get; init; }

    /// <summary>Parameters under one regulation; the cycle names the one in force.</summary>
    public required IReadOnlyList<HeadProfile> Profiles { get; init; }

    /// <summary>In the order of <see cref="HeadStepKind"/>, each once.</summary>
    public required IReadOnlyList<HeadRuleStep> Steps { get; init; }

    /// <summary>What the result is used for.</summary>
    public IReadOnlyList<HeadUse> Uses { get; init; } = [];

    /// <summary>Deadlines in days before publication.</summary>
    public IReadOnlyList<HeadDeadline> Deadlines { get; init; } = [];

    /// <summary>What the source keys below stand for.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];
}

/// <summary>Mức phân loại. A greater order is better; null: not a level.</summary>
public sealed record Grade
{
    public required string Code { get; init; }
    public int? Order { get; init; }
    public required Text Name { get; init; }
    public required Provenance Status { get; init; }
    public string? Source { get; init; }
}

/// <summary>Whether a line was read in a document or filled in by analogy.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Provenance>))]
public enum Provenance
{
    [JsonStringEnumMemberName("sourced")] Sourced,
    [JsonStringEnumMemberName("illustrative")] Illustrative,
}

/// <summary>A typed fact the rules ask for.</summary>
public sealed record HeadInput
{
    public required string Name { get; init; }
    public required Text Label { get; init; }
    public required HeadInputKind Kind { get; init; }
    public decimal? Min { get; init; }
    public decimal? Max { get; init; }

    /// <summary>Where it comes from; computed ones may not be typed over.</summary>
    public HeadInputOrigin From { get; init; } = HeadInputOrigin.Entered;
    public required MissingPolicy Missing { get; init; }

    /// <summary>Stands in for a missing value where <see cref="Missing"/> says so; yes is 1, no is 0.</summary>
    public decimal? Default { get; init; }
    public required Provenance Status { get; init; }
    public string? Source { get; init; }

    /// <summary>True for what heads.csv may hold; the rest comes out of the computed results.</summary>
    public bool MayBeEntered() => From is HeadInputOrigin.Entered or HeadInputOrigin.MonthsInPost;

    /// <summary>Why a text is no value of this input, and what it needs; null: it is one.</summary>
    public Text? WhyNot(string text) => HeadValues.TryRead(this, text, out _) ? null : HeadsText.BadValue(this, text, HeadValues.Expected(this));
}

[JsonConverter(typeof(JsonStringEnumConverter<HeadInputKind>))]
public enum HeadInputKind
{
    [JsonStringEnumMemberName("decimal")] Decimal,
    [JsonStringEnumMemberName("integer")] Integer,
    [JsonStringEnumMemberName("boolean")] Boolean,
}

[JsonConverter(typeof(JsonStringEnumConverter<HeadInputOrigin>))]
public enum HeadInputOrigin
{
    /// <summary>heads.csv.</summary>
    [JsonStringEnumMemberName("entered")] Entered,
    [JsonStringEnumMemberName("published_index")] PublishedIndex,
    [JsonStringEnumMemberName("previous_published_index")] PreviousIndex,
    [JsonStringEnumMemberName("published_satisfaction")] PublishedSatisfaction,

    /// <summary>1 where the unit is exempt from the survey.</summary>
    [JsonStringEnumMemberName("satisfaction_exempt")] SatisfactionExempt,

    /// <summary>The lowest published index of the unit's areas.</summary>
    [JsonStringEnumMemberName("lowest_area_index")] LowestArea,

    /// <summary>heads.csv, else whole months in the evaluated year out of the dates in post.</summary>
    [JsonStringEnumMemberName("months_in_post")] MonthsInPost,
}

/// <summary>What a missing value does.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MissingPolicy>))]
public enum MissingPolicy
{
    /// <summary>No rule that compares it fires.</summary>
    [JsonStringEnumMemberName("ignore")] Ignore,

    /// <summary>As ignored, and an eligibility rule says that the head is not classified.</summary>
    [JsonStringEnumMemberName("not_classified")] NotClassified,

    /// <summary>As ignored, and a rule with "missing" says what follows.</summary>
    [JsonStringEnumMemberName("by_rule")] ByRule,

    /// <summary>The default stands in.</summary>
    [JsonStringEnumMemberName("default")] Default,
}

/// <summary>Parameters under one regulation.</summary>
public sealed record HeadProfile
{
    public required string Code { get; init; }
    public required Text Name { get; init; }

    /// <summary>Lower bound of each grade, which belongs to the better one; parameter <c>bands.CODE</c>.</summary>
    public required IReadOnlyDictionary<string, decimal> Bands { get; init; }

    /// <summary>Parameter <c>sipas_for_top</c>; null: the ceiling is switched off, because satisfaction already counts through points.</summary>
    public decimal? SipasForTop { get; init; }

    /// <summary>Compare the published index (as a reader can) or the exact one.</summary>
    public IndexFigure Index { get; init; } = IndexFigure.Published;

    /// <summary>Null: no quota.</summary>
    public TopQuota? TopQuota { get; init; }
    public required Provenance Status { get; init; }
    public string? Source { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<IndexFigure>))]
public enum IndexFigure
{
    [JsonStringEnumMemberName("published")] Published,
    [JsonStringEnumMemberName("exact")] Exact,
}

/// <summary>What the result is used for.</summary>
public sealed record HeadUse(string Code, Text Words, Provenance Status, string? Source = null);

/// <summary>A step of the procedure, in days before publication.</summary>
public sealed record HeadDeadline(string Step, Text Words, int DaysBefore, Provenance Status, string? Source = null);
