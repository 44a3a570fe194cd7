namespace ParIndex.Core.Questionnaires;

/// <summary>What one person gave to one question: not asked, left empty, numbers or words. Three kinds of nothing are never mixed.</summary>
/// <param name="Asked">False: routing passed the question over.</param>
/// <param name="Values">Numbers as the question defines them; empty: none.</param>
/// <param name="Words">Words, for questions answered in one's own; null: none.</param>
public readonly record struct Given(bool Asked, int[] Values, string? Words)
{
    /// <summary>Passed over by routing.</summary>
    public static Given NotAsked { get; } = new(false, [], null);

    /// <summary>Asked and left empty.</summary>
    public static Given Blank { get; } = new(true, [], null);

    public static Given Of(params int[] values) => new(true, values, null);

    public static Given Said(string words) => new(true, [], words);

    /// <summary>True when there is an answer.</summary>
    public bool Answered => Values is { Length: > 0 } || Words is { Length: > 0 };

    /// <summary>The one number; null where there is none.</summary>
    public int? Value => Values is { Length: > 0 } ? Values[0] : null;
}

/// <summary>A wrong answer: which question, and what may be sent.</summary>
/// <param name="Question">Code of the question or name of the field.</param>
/// <param name="Why">In words.</param>
public sealed record AnswerRefusal(string Question, Text Why);
