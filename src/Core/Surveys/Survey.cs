using System.Globalization;
using System.Text.Json.Serialization;

namespace ParIndex.Core.Surveys;

/// <summary>How satisfaction is measured and combined: <c>survey.json</c>. Settings of the method, printed with every result.</summary>
public sealed record Survey
{
    /// <summary>Version of the method; values are never compared across a change of it.</summary>
    public required string MethodVersion { get; init; }

    /// <summary>What the questionnaire is called; null: it has no name of its own.</summary>
    public Text? Title { get; init; }

    /// <summary>Who answers, such as <c>service_user</c>; null: not said.</summary>
    public string? Edition { get; init; }

    /// <summary>Where structure and wording come from.</summary>
    public IReadOnlyList<Text> Sources { get; init; } = [];

    /// <summary>Contents, factors and items of the questionnaire, in order.</summary>
    public required IReadOnlyList<Content> Contents { get; init { field = value; items = null; } }

    /// <summary>Item code of the one general question; null: not asked.</summary>
    public string? OverallItem { get; init; }

    /// <summary>Wording of the general question.</summary>
    public Text? OverallName { get; init; }
    public AggregationMode Mode { get; init; } = AggregationMode.PooledAnswers;
    public SatisfactionThreshold Threshold { get; init; } = new();

    /// <summary>Fewest valid forms of a unit (and answers of a cell) that may be published.</summary>
    public int MinimumBase { get; init; } = 30;

    /// <summary>Least share of the asked items that must be handled (a level, or code 8) for a form to be valid.</summary>
    public decimal HandledShare { get; init; } = 0.5m;

    /// <summary>Levels 1…5; this one and above are satisfied.</summary>
    public int SatisfiedFrom { get; init; } = 4;

    /// <summary>True: every count of a share is a sum of the forms' weights; a form without a positive weight is then not valid.</summary>
    public bool Weighted { get; init; }

    /// <summary>Decimals of published satisfaction, rounded half up.</summary>
    public int Places { get; init; } = 2;

    [JsonIgnore]
    public IReadOnlyList<Item> Items => items ??= [.. Contents.SelectMany(content => content.Factors).SelectMany(factor => factor.Items)];

    private IReadOnlyList<Item>? items;
}

/// <summary>Nội dung.</summary>
public sealed record Content(string Code, Text Name, IReadOnlyList<Factor> Factors);

/// <summary>Yếu tố.</summary>
public sealed record Factor(string Code, Text Name, IReadOnlyList<Item> Items);

/// <summary>Tiêu chí of the questionnaire.</summary>
public sealed record Item(string Code, Text Name);

/// <summary>How answers become one figure. Source: docs/method.md, "Satisfaction".</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AggregationMode>))]
public enum AggregationMode
{
    [JsonStringEnumMemberName("pooled_answers")] PooledAnswers,
    [JsonStringEnumMemberName("mean_of_items")] MeanOfItems,
    [JsonStringEnumMemberName("mean_of_factors")] MeanOfFactors,
    [JsonStringEnumMemberName("mean_of_contents")] MeanOfContents,
    [JsonStringEnumMemberName("overall_question")] OverallQuestion,
}

/// <summary>"Trên 90 %": the value, greater or at least, of the rounded or the exact figure.</summary>
public sealed record SatisfactionThreshold
{
    public decimal Value { get; init; } = 90m;

    /// <summary>True: at least; false: greater.</summary>
    public bool OrEqual { get; init; } = true;

    /// <summary>True: the published figure is compared; false: the exact one.</summary>
    public bool OnPublished { get; init; } = true;
}

/// <summary>What a cell of a form holds. Six kinds of "no level" are kept apart.</summary>
public enum AnswerKind : byte
{
    /// <summary>Not asked because of routing.</summary>
    NotAsked,

    /// <summary>Asked and left empty.</summary>
    Blank,

    /// <summary>8: not experienced, does not know.</summary>
    NotExperienced,

    /// <summary>9: refused.</summary>
    Refused,

    /// <summary>97: two marks.</summary>
    DoubleMark,

    /// <summary>98: unreadable, or out of the scale.</summary>
    Unreadable,

    /// <summary>A level from 1 to 5.</summary>
    Level,
}

/// <summary>One cell of a form.</summary>
public readonly record struct Answer(AnswerKind Kind, byte Level = 0)
{
    public static Answer At(int level) => new(AnswerKind.Level, (byte)level);

    /// <summary>
    /// A cell of answers.csv: 1 to 5, empty = blank, 8, 9, 97, 98, <c>NA</c> = not asked. Any other whole number is out of the scale and
    /// counts as unreadable, never as an answer; false where it is not a code at all.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, out Answer answer)
    {
        text = text.Trim();
        answer = default;
        if (text.IsEmpty) answer = new Answer(AnswerKind.Blank);
        else if (text is "NA") answer = new Answer(AnswerKind.NotAsked);
        else if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code)) answer = Coded(code);
        else return false;
        return true;
    }

    /// <summary>As a cell of answers.csv has it.</summary>
    public string Cell => Kind switch
    {
        AnswerKind.Level => Level.ToString(CultureInfo.InvariantCulture),
        AnswerKind.NotAsked => "NA",
        AnswerKind.NotExperienced => "8",
        AnswerKind.Refused => "9",
        AnswerKind.DoubleMark => "97",
        AnswerKind.Unreadable => "98",
        _ => "",
    };

    private static Answer Coded(int code) => code switch
    {
        >= 1 and <= 5 => At(code),
        8 => new Answer(AnswerKind.NotExperienced),
        9 => new Answer(AnswerKind.Refused),
        97 => new Answer(AnswerKind.DoubleMark),
        _ => new Answer(AnswerKind.Unreadable),
    };
}

/// <summary>Phiếu: one person's answers about one unit; carries nothing of the person.</summary>
public sealed record Form
{
    public required string Id { get; init; }
    public required UnitCode Unit { get; init; }

    /// <summary>One form counts a token; null on channels without.</summary>
    public string? Token { get; init; }
    public required bool Consent { get; init; }

    /// <summary>One answer for each of <see cref="Survey.Items"/>.</summary>
    public required Answer[] Answers { get; init; }

    /// <summary>Answer to <see cref="Survey.OverallItem"/>.</summary>
    public Answer Overall { get; init; }

    /// <summary>Where the sample had them.</summary>
    public string? Stratum { get; init; }
    public string? Cluster { get; init; }
    public double? Weight { get; init; }
}
