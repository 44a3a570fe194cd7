using System.Text.Json.Serialization;

namespace ParIndex.Core.Questionnaires;

/// <summary>Phiếu hỏi: what people are asked, page by page, with what each answer feeds. One model for every channel.</summary>
/// <param name="Code">Name of the questionnaire, as in <c>SIPAS-VN-39</c>.</param>
/// <param name="Version">Raised whenever anything changes.</param>
/// <param name="Title">Shown on top.</param>
/// <param name="Introduction">Who asks, why, how long, what happens with the answers.</param>
/// <param name="Scales">Scales that questions refer to by code.</param>
/// <param name="Contents">Contents of satisfaction and the factors that items belong to; empty where no satisfaction is measured.</param>
/// <param name="Sections">Pages, in order.</param>
/// <param name="Mappings">How answers become points; empty for a questionnaire that feeds shares alone.</param>
public sealed record Questionnaire(
    string Code,
    int Version,
    Text Title,
    Text Introduction,
    IReadOnlyList<Scale> Scales,
    IReadOnlyList<ContentPart> Contents,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<PointsMapping> Mappings)
{
    /// <summary>Pages, in order.</summary>
    public IReadOnlyList<Section> Sections { get; init { field = value; questions = null; } } = Sections;

    /// <summary>Every question in the order in which it is asked.</summary>
    [JsonIgnore]
    public IReadOnlyList<Question> Questions => questions ??= [.. Sections.SelectMany(section => section.Questions)];

    /// <summary>Every factor in order.</summary>
    [JsonIgnore]
    public IEnumerable<FactorPart> Factors => Contents.SelectMany(content => content.Factors);

    /// <summary>Code of the one general question; null: none is asked.</summary>
    public string? OverallItem { get; init; }

    /// <summary>Who answers, such as <c>service_user</c> or <c>household</c>.</summary>
    public required string Edition { get; init; }

    /// <summary>Where structure, wording and scales come from.</summary>
    public IReadOnlyList<Text> Sources { get; init; } = [];

    /// <summary>Groups of officials and whom they may judge; empty for citizens.</summary>
    public IReadOnlyList<RespondentGroup> Respondents { get; init; } = [];

    private IReadOnlyList<Question>? questions;
}

/// <summary>A group of officials who answer, and the kinds of units they judge; nobody judges the own unit.</summary>
/// <param name="Code">As in <c>commune_leader</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Judges">Kinds of units, as in <c>department</c>.</param>
/// <param name="Weight">What one answer of the group weighs.</param>
public sealed record RespondentGroup(string Code, Text Name, IReadOnlyList<string> Judges, decimal Weight);

/// <summary>One page of the form.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Questions">Its questions, in order.</param>
public sealed record Section(string Code, Text Title, IReadOnlyList<Question> Questions);

/// <summary>Nội dung: factors that are reported together.</summary>
/// <param name="Code">As in <c>S</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Factors">Its factors, in order.</param>
public sealed record ContentPart(string Code, Text Name, IReadOnlyList<FactorPart> Factors);

/// <summary>Yếu tố: items that are reported together.</summary>
/// <param name="Code">As in <c>S1</c>.</param>
/// <param name="Name">Its name.</param>
public sealed record FactorPart(string Code, Text Name)
{
    /// <summary>Area of the framework that an expert questionnaire's factor feeds; null: none.</summary>
    public string? FeedsArea { get; init; }
}

/// <summary>A scale with a label for every level, from the worst to the best.</summary>
/// <param name="Code">As in <c>satisfaction5</c>.</param>
/// <param name="Levels">Levels in ascending order.</param>
public sealed record Scale(string Code, IReadOnlyList<Choice> Levels);

/// <summary>Something that can be chosen.</summary>
/// <param name="Value">What is stored.</param>
/// <param name="Label">What is read.</param>
public sealed record Choice(int Value, Text Label);

/// <summary>Asks a question only when an earlier one was answered in one of the named ways. No expression language: a condition is data.</summary>
/// <param name="Question">Code of the earlier question.</param>
/// <param name="AnyOf">Answers with which this question is asked.</param>
public sealed record Condition(string Question, IReadOnlyList<int> AnyOf);

/// <summary>Quy đổi: the points that each level of a scale gives.</summary>
/// <param name="Scale">Code of the scale.</param>
/// <param name="Points">One line a level.</param>
public sealed record PointsMapping(string Scale, IReadOnlyList<LevelPoints> Points);

/// <summary>A level and its share of the maximum points, in per cent.</summary>
/// <param name="Level">The level.</param>
/// <param name="Percent">From 0 to 100.</param>
public sealed record LevelPoints(int Level, decimal Percent);
