using System.Text.Json.Serialization;

namespace ParIndex.Core.Cycles;

/// <summary>Kỳ đánh giá: one evaluated year of one place, as <c>cycle.json</c> says it.</summary>
public sealed record Cycle
{
    /// <summary>Own code, such as <c>hai-phong-2021</c>.</summary>
    public required string Code { get; init; }
    public required Place Place { get; init; }

    /// <summary>The evaluated year, which mostly is not the year of the Decision.</summary>
    public required int Year { get; init; }

    /// <summary>Khối xếp hạng: ranks exist only inside them. In order of publication.</summary>
    public required IReadOnlyList<RankingGroup> Groups { get; init; }

    /// <summary>Khối gộp: named unions of groups, for means and counts only.</summary>
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>Các bước chấm, lowest first; the last act of the highest stage reached counts.</summary>
    public required IReadOnlyList<Stage> Stages { get; init; }

    /// <summary>Folder of the previous cycle, relative to this one; null: none.</summary>
    public string? Previous { get; init; }

    public Text? Council { get; init; }

    /// <summary>Number and date of the Decision, once given.</summary>
    public DecisionMark? Decision { get; init; }

    /// <summary>Căn cứ pháp lý of the Decision in order, each without "Căn cứ" and without its semicolon.</summary>
    public IReadOnlyList<string> Grounds { get; init; } = [];

    /// <summary>Who signs; null: left blank.</summary>
    public Signer? Signer { get; init; }

    /// <summary>False: the survey of the year was not held, and the framework says what follows.</summary>
    public bool SurveyHeld { get; init; } = true;

    /// <summary>Rules for the heads' classification: file relative to the cycle folder, and its profile; null: not classified.</summary>
    public HeadsUse? Heads { get; init; }

    /// <summary>Marks worth a line in the announcement: "who passed 90".</summary>
    public IReadOnlyList<decimal> Marks { get; init; } = [90m];

    /// <summary>Code of the leaf that counts initiatives (sáng kiến), per framework leaf code; null: not announced.</summary>
    public CriterionCode? InitiativesLeaf { get; init; }

    /// <summary>Set when any of the data is illustrative: the words that stand on every page and document.</summary>
    public Text? Notice { get; init; }

    /// <summary>Where the real figures come from.</summary>
    public IReadOnlyList<Text> Sources { get; init; } = [];

    /// <summary>Facts published about the year that the files alone cannot say, such as the first year of a new grouping; each with its source.</summary>
    public Text? GroupingNote { get; init; }
}

/// <summary>The city or province.</summary>
/// <param name="Code">Short code.</param>
/// <param name="Name">"thành phố Hải Phòng".</param>
/// <param name="Seat">Where documents are dated: "Hải Phòng".</param>
/// <param name="Issuer">"Ủy ban nhân dân thành phố Hải Phòng".</param>
public sealed record Place(string Code, Text Name, Text Seat, Text Issuer);

/// <summary>Khối xếp hạng.</summary>
public sealed record RankingGroup
{
    public required string Code { get; init; }

    /// <summary>In full: "Các sở, ban, ngành".</summary>
    public required Text Name { get; init; }

    /// <summary>One unit of it, lower case: "sở, ban, ngành", "quận", "huyện".</summary>
    public required Text Noun { get; init; }

    /// <summary>Framework file, relative to the cycle folder; null when only totals are known.</summary>
    public string? Framework { get; init; }

    /// <summary>Code of the group it was ranked in before, where the grouping changed; null: its own code.</summary>
    public string? PreviousGroup { get; init; }
}

/// <summary>Khối gộp.</summary>
public sealed record Block(string Code, Text Name, IReadOnlyList<string> Groups);

/// <summary>Bước chấm.</summary>
/// <param name="Code">Code in acts.csv.</param>
/// <param name="Name">In words.</param>
/// <param name="Kind">What it does to a leaf.</param>
public sealed record Stage(string Code, Text Name, StageKind Kind)
{
    /// <summary>What is said at this stage are the unit's own words, which the public does not get to read; that there were some it does.</summary>
    [JsonIgnore]
    public bool OwnWords => Kind is StageKind.SelfAssessment or StageKind.Explanation;
}

[JsonConverter(typeof(JsonStringEnumConverter<StageKind>))]
public enum StageKind
{
    /// <summary>The unit's own score: alone it is not a result.</summary>
    [JsonStringEnumMemberName("self")] SelfAssessment,

    /// <summary>Thẩm định.</summary>
    [JsonStringEnumMemberName("appraisal")] Appraisal,

    /// <summary>Giải trình: acts of this stage never carry points.</summary>
    [JsonStringEnumMemberName("explanation")] Explanation,

    /// <summary>Hội đồng.</summary>
    [JsonStringEnumMemberName("council")] Council,
}

/// <summary>Number and date of a Decision.</summary>
public sealed record DecisionMark(string Number, DateOnly Date);

/// <summary>Who signs: the authority line, the post, and a name once there is one.</summary>
public sealed record Signer(Text Authority, Text Post, string? Name);

/// <summary>
/// Which rules classify the heads, whether the Decision publishes it, and the unit that runs the classification, whose own head's case
/// goes to another body.
/// </summary>
public sealed record HeadsUse(string Rules, string Profile, bool Published, UnitCode? StandingAgency = null);

/// <summary>Đơn vị được đánh giá.</summary>
public sealed record Unit
{
    public required UnitCode Code { get; init; }
    public required Text Name { get; init; }

    /// <summary>Code of its ranking group.</summary>
    public required string Group { get; init; }

    /// <summary>Short form for charts.</summary>
    public required Text ShortName { get; init; }

    /// <summary>Part of its page's address: no marks, no spaces.</summary>
    public required string Slug { get; init; }
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Units it came from (merged, split, renamed).</summary>
    public IReadOnlyList<UnitCode> Predecessors { get; init; } = [];

    /// <summary>False: no survey is made of it, with the reason in applicability.csv.</summary>
    public bool SatisfactionMeasured { get; init; } = true;

    /// <summary>Where the name and group are known from; "A" lines are illustrative.</summary>
    public string? Source { get; init; }
}
