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

    /// <summary>Exact and unrounded; null when there is no valid answer, or when suppressed.</summary>
    public required Percent? Exact { get; init; }

    /// <summary>Rounded once, half up; null when undefined or suppressed.</summary>
    public required decimal? Published { get; init; }

    /// <summary>Valid answers counted.</summary>
    public required int Answers { get; init; }

    /// <summary>Levels 4 and 5, 3, and 1 and 2 among them; null: withheld, because a suppressed cell could be worked out from them.</summary>
    public required int? Satisfied { get; init; }
    public required int? Neutral { get; init; }
    public required int? Dissatisfied { get; init; }

    /// <summary>Forms with at least one valid answer below.</summary>
    public required int Forms { get; init; }

    /// <summary>95 % interval in per cent: Wilson for one item, the form as unit above; null: undefined, with the reason.</summary>
    public double? Low { get; init; }
    public double? High { get; init; }
    public Text? WhyNoInterval { get; init; }

    /// <summary>Fewer forms than the minimum base, or a neighbour that a subtraction would reveal: not published, no figure kept here.</summary>
    public bool Suppressed { get; init; }

    /// <summary>Cells of valid forms below that hold no level, by kind.</summary>
    public MissingAnswers Missing { get; init; }

    /// <summary>Items, factors or contents of the mean that have no valid answer and were left out; a mean must say so.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
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

    /// <summary>Mean of the levels of all valid answers; null without one, or when suppressed. Not a share.</summary>
    public MeanScore? MeanScore { get; init; }

    /// <summary>Above the line, by the survey's threshold; null where there is no figure.</summary>
    public required bool? AboveThreshold { get; init; }
}

/// <summary>Collected forms and why some do not count.</summary>
public sealed record FormCounts(int Collected, int Valid, int NoConsent, int Duplicate, int TooFewAnswers, int StraightLine)
{
    /// <summary>Forms of a weighted survey without a positive weight.</summary>
    public int NoWeight { get; init; }

    /// <summary>Valid ÷ collected × 100; null: nothing collected.</summary>
    public Percent? ValidShare => Collected == 0 ? null : Percent.Of(Valid, Collected);

    /// <summary>Cells of valid forms by kind of missing answer.</summary>
    public int Blank { get; init; }
    public int NotExperienced { get; init; }
    public int Refused { get; init; }
    public int DoubleMark { get; init; }
    public int Unreadable { get; init; }
    public int NotAsked { get; init; }
}

/// <summary>Cells without a level, by kind; the kinds are never mixed.</summary>
public readonly record struct MissingAnswers(int NotAsked, int Blank, int NotExperienced, int Refused, int DoubleMark, int Unreadable);
