namespace ParIndex.Core.Heads;

/// <summary>Người đứng đầu: one person in one post between two dates; published by post, without a name.</summary>
public sealed record Head
{
    /// <summary>Opaque id of the record, own to the installation.</summary>
    public required string Id { get; init; }
    public required UnitCode Unit { get; init; }
    public required Text Post { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>Named inputs of the rules as entered in heads.csv (months_in_post, head_disciplined, overdue_rate …).</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();

    /// <summary>The council's change of level, by grade code, with its reason; null: none.</summary>
    public CouncilRuling? Ruling { get; init; }
}

/// <summary>The council's change: at most the levels the rules allow, never out of a failing condition.</summary>
public sealed record CouncilRuling(string Grade, string Reason, string Evidence);

/// <summary>Classification of one head with the trace of each step.</summary>
public sealed record HeadResult
{
    public required Head Head { get; init; }

    /// <summary>Code of the grade, such as <c>xuat_sac</c>.</summary>
    public required string Grade { get; init; }
    public required Text GradeName { get; init; }
    public required IReadOnlyList<HeadStep> Steps { get; init; }
    public IReadOnlyList<Text> Warnings { get; init; } = [];

    /// <summary>The grade by the index alone; null when the head is not eligible.</summary>
    public string? BaseGrade { get; init; }

    /// <summary>The best grade the ceilings allowed, and the grade after them; null when a failing condition decided, or not eligible.</summary>
    public string? Ceiling { get; init; }
    public string? AfterCeilings { get; init; }

    /// <summary>True when the quota had a place left that equal figures would have had to share: all of them stay out.</summary>
    public bool TiedAtQuota { get; init; }

    /// <summary>Codes of the conditions that changed or decided something beyond the base band, in order.</summary>
    public IEnumerable<string> Fired => Steps.Where(step => step.Fired && step.Step != "base_band").Select(step => step.Condition);
}

/// <summary>The classification of all heads of a year; empty when a finding is an error that stops it.</summary>
public sealed record HeadsClassification(IReadOnlyList<HeadResult> Heads, IReadOnlyList<Finding> Findings);

/// <summary>What one condition of one step did: condition, value, threshold, level before and after.</summary>
public sealed record HeadStep(string Step, string Condition, Text Words, string? Value, string? Threshold, string? Before, string? After, bool Fired)
{
    /// <summary>The words without what the council says of a person.</summary>
    public Text InPublic => Condition == "council.ruling" ? HeadsText.CouncilInPublic : Words;
}

/// <summary>How many heads of a group got a grade.</summary>
public sealed record GradeCount(string Grade, Text Name, int Count);
