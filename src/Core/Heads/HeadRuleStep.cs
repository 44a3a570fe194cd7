using System.Text.Json.Serialization;

namespace ParIndex.Core.Heads;

/// <summary>The steps, always in this order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HeadStepKind>))]
public enum HeadStepKind
{
    /// <summary>Who is classified at all.</summary>
    [JsonStringEnumMemberName("eligibility")] Eligibility,

    /// <summary>Điều kiện loại trừ: any of them gives the lowest grade.</summary>
    [JsonStringEnumMemberName("failing_conditions")] FailingConditions,

    /// <summary>The grade by the index.</summary>
    [JsonStringEnumMemberName("base_band")] BaseBand,

    /// <summary>Mức trần: the best grade allowed; never lifts.</summary>
    [JsonStringEnumMemberName("ceilings")] Ceilings,

    /// <summary>Hạ mức.</summary>
    [JsonStringEnumMemberName("downgrades")] Downgrades,

    /// <summary>Hạn ngạch of the top grade, where the profile has one.</summary>
    [JsonStringEnumMemberName("top_quota")] TopQuota,

    /// <summary>Hội đồng.</summary>
    [JsonStringEnumMemberName("council")] Council,

    /// <summary>Who decides, how it is appealed and corrected.</summary>
    [JsonStringEnumMemberName("decision")] Decision,
}

/// <summary>One step and its settings.</summary>
public sealed record HeadRuleStep
{
    public required HeadStepKind Id { get; init; }
    public required Provenance Status { get; init; }
    public string? Source { get; init; }
    public IReadOnlyList<HeadRule> Rules { get; init; } = [];

    /// <summary>Of downgrades: the most levels in all.</summary>
    public int? MaxTotal { get; init; }
    public QuotaOrder? Quota { get; init; }
    public CouncilPowers? Council { get; init; }

    /// <summary>Of the decision: who, appeal, correction, in words.</summary>
    public Text? Words { get; init; }
}

/// <summary>A condition and what follows. Exactly one of <see cref="Then"/>, <see cref="Max"/> and <see cref="Down"/>, by its step.</summary>
public sealed record HeadRule
{
    /// <summary>Such as <c>ceiling.sipas_below_90</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Null: otherwise; the last rule of the base band.</summary>
    public Condition? When { get; init; }

    /// <summary>Gives this grade.</summary>
    public string? Then { get; init; }

    /// <summary>At most this grade.</summary>
    public string? Max { get; init; }

    /// <summary>Lowers by so many grades.</summary>
    public int? Down { get; init; }
    public required Text Reason { get; init; }
    public required Provenance Status { get; init; }
    public string? Source { get; init; }
}

/// <summary>How heads are ordered for the quota, and what becomes of those beyond it.</summary>
/// <param name="OrderBy">Inputs, each the greater the better.</param>
/// <param name="ExcessBecomes">Grade of those beyond the limit.</param>
public sealed record QuotaOrder(IReadOnlyList<string> OrderBy, string ExcessBecomes);

/// <summary>Hạn ngạch: at most this share of those rated good.</summary>
/// <param name="Share">0.20 is 20 %.</param>
/// <param name="Of">Which reading of the sentence.</param>
/// <param name="Per">Whose heads are counted together.</param>
/// <param name="Round">What becomes of a fraction of a person.</param>
public sealed record TopQuota(decimal Share, QuotaReading Of, QuotaScope Per = QuotaScope.UnitGroup, QuotaRounding Round = QuotaRounding.Floor)
{
    /// <summary>
    /// The most heads in the top grade. With G = candidates + good: the largest k with k ≤ share × (G − k), or share × G.
    /// </summary>
    public int Limit(int candidates, int good)
    {
        var all = candidates + good;
        if (Of == QuotaReading.TopAndGood) return Whole(Share * all);
        var limit = 0;
        while (limit < all && limit + 1 <= Whole(Share * (all - limit - 1))) limit++;
        return limit;
    }

    private int Whole(decimal value) => (int)(Round switch
    {
        QuotaRounding.Floor => decimal.Floor(value),
        QuotaRounding.Ceiling => decimal.Ceiling(value),
        _ => Rounding.HalfAwayFromZero(value, 0),
    });
}

/// <summary>"At most 20 % of those rated good" has two readings.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuotaReading>))]
public enum QuotaReading
{
    /// <summary>Of those rated good once the excellent have left.</summary>
    [JsonStringEnumMemberName("tot_only")] GoodOnly,

    /// <summary>Of those rated good or better.</summary>
    [JsonStringEnumMemberName("tot_and_above")] TopAndGood,
}

[JsonConverter(typeof(JsonStringEnumConverter<QuotaScope>))]
public enum QuotaScope
{
    [JsonStringEnumMemberName("unit_group")] UnitGroup,
    [JsonStringEnumMemberName("all")] All,
}

[JsonConverter(typeof(JsonStringEnumConverter<QuotaRounding>))]
public enum QuotaRounding
{
    [JsonStringEnumMemberName("floor")] Floor,
    [JsonStringEnumMemberName("half_up")] HalfUp,
    [JsonStringEnumMemberName("ceiling")] Ceiling,
}

/// <summary>What the council may do; it never lifts anybody out of a failing condition.</summary>
/// <param name="MayChangeLevels">Most grades up or down.</param>
/// <param name="Requires">What its ruling needs, in words.</param>
/// <param name="Recusal">Who does not vote.</param>
public sealed record CouncilPowers(int MayChangeLevels, IReadOnlyList<Text> Requires, Text Recusal);
