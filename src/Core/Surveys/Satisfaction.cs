namespace ParIndex.Core.Surveys;

/// <summary>The levels at which satisfaction is given.</summary>
public enum SatisfactionLevel
{
    Overall,
    Content,
    Factor,
    Item,
}

/// <summary>
/// One share of satisfied answers with what it rests on. <see cref="Exact"/> null: no valid answer ("không có ý kiến hợp lệ"), never 0.
/// </summary>
public sealed record SatisfactionValue
{
    public required SatisfactionLevel Level { get; init; }

    /// <summary>Code of the content, factor or item; <c>all</c> for the whole.</summary>
    public required string Code { get; init; }
    public required AggregationMode Mode { get; init; }

    /// <summary>Exact and unrounded; null when there is no valid answer.</summary>
    public required Percent? Exact { get; init; }

    /// <summary>Rounded once, half up; null when undefined or suppressed.</summary>
    public required decimal? Published { get; init; }

    /// <summary>Valid answers counted.</summary>
    public required int Answers { get; init; }
    public required int Satisfied { get; init; }
    public required int Neutral { get; init; }
    public required int Dissatisfied { get; init; }

    /// <summary>Forms with at least one valid answer below.</summary>
    public required int Forms { get; init; }

    /// <summary>95 % interval in per cent: Wilson for one item, the form as unit above; null: undefined, with the reason.</summary>
    public double? Low { get; init; }
    public double? High { get; init; }
    public Text? WhyNoInterval { get; init; }

    /// <summary>Fewer than the minimum base: not published.</summary>
    public bool Suppressed { get; init; }
}

/// <summary>Satisfaction of one unit (SIPAS) with the accounting of its forms.</summary>
public sealed record UnitSatisfaction
{
    public required UnitCode Unit { get; init; }
    public required string MethodVersion { get; init; }

    /// <summary>The headline: overall, in the survey's mode.</summary>
    public required SatisfactionValue Overall { get; init; }

    /// <summary>Contents, factors, items in order.</summary>
    public required IReadOnlyList<SatisfactionValue> Details { get; init; }

    /// <summary>The headline under each other mode, said beside it.</summary>
    public required IReadOnlyList<SatisfactionValue> OtherModes { get; init; }
    public required FormCounts Forms { get; init; }

    /// <summary>Above the line, by the survey's threshold; null where there is no figure.</summary>
    public required bool? AboveThreshold { get; init; }
}

/// <summary>Collected forms and why some do not count.</summary>
public sealed record FormCounts(int Collected, int Valid, int NoConsent, int Duplicate, int TooFewAnswers, int StraightLine)
{
    /// <summary>Cells of valid forms by kind of missing answer.</summary>
    public int Blank { get; init; }
    public int NotExperienced { get; init; }
    public int Refused { get; init; }
    public int DoubleMark { get; init; }
    public int Unreadable { get; init; }
    public int NotAsked { get; init; }
}
