using ParIndex.Documents.Tables;

namespace ParIndex.Documents.Cycles;

/// <summary>Names and columns of the files of a cycle folder; docs/formats.md says the same to people.</summary>
internal static class CycleFiles
{
    public const string Cycle = "cycle.json";
    public const string Units = "units.csv";
    public const string Totals = "totals.csv";
    public const string Applicability = "applicability.csv";
    public const string Inputs = "inputs.csv";
    public const string Acts = "acts.csv";
    public const string Evidence = "evidence.csv";
    public const string Adjustments = "adjustments.csv";
    public const string Survey = "survey.json";
    public const string Answers = "answers.csv";
    public const string Satisfaction = "satisfaction.csv";
    public const string Heads = "heads.csv";

    /// <summary>Files of detail: none may stand beside totals.csv. survey.json may: it says by which method the published satisfaction came about.</summary>
    public static IReadOnlyList<string> Detail { get; } = [Acts, Inputs, Applicability, Evidence, Adjustments, Answers, Satisfaction, Heads];

    private static readonly string[] InOrder = [Cycle, Units, Totals, Applicability, Inputs, Acts, Evidence, Adjustments, Survey, Answers, Satisfaction, Heads];

    /// <summary>Where a file comes in the findings; frameworks and rules last.</summary>
    public static int Order(string name) => Array.IndexOf(InOrder, name) is >= 0 and var place ? place : InOrder.Length;

    public static IReadOnlyList<Column> UnitsColumns { get; } =
    [
        new("unit"), new("name_vi"), Column.MayBeAbsent("name_en"), Column.MayBeAbsent("short_vi"), Column.MayBeAbsent("short_en"), new("group"),
        Column.MayBeAbsent("slug"), Column.MayBeAbsent("valid_from"), Column.MayBeAbsent("predecessors"), Column.MayBeAbsent("satisfaction_measured"),
        Column.MayBeAbsent("source"),
    ];

    public static IReadOnlyList<Column> ApplicabilityColumns { get; } = [new("unit"), new("leaf"), new("policy"), new("reason")];

    public static IReadOnlyList<Column> InputsColumns { get; } =
        [new("unit"), new("leaf"), new("input"), new("value"), Column.MayBeAbsent("source"), Column.MayBeAbsent("date")];

    public static IReadOnlyList<Column> ActsColumns { get; } =
    [
        new("unit"), new("leaf"), new("stage"), Column.MayBeEmpty("points"), Column.MayBeAbsent("level"), Column.MayBeAbsent("reason"),
        Column.MayBeAbsent("actor"), new("time"),
    ];

    public static IReadOnlyList<Column> EvidenceColumns { get; } = [new("unit"), new("leaf"), new("document"), Column.MayBeAbsent("date")];

    public static IReadOnlyList<Column> AdjustmentsColumns { get; } = [new("unit"), new("item"), new("cases"), new("document")];

    public static IReadOnlyList<Column> TotalsColumns { get; } = [new("unit"), Column.MayBeEmpty("index"), Column.MayBeAbsent("satisfaction")];

    public static IReadOnlyList<Column> HeadsColumns { get; } =
    [
        new("head"), new("unit"), new("post_vi"), Column.MayBeAbsent("post_en"), Column.MayBeAbsent("from"), Column.MayBeAbsent("to"),
        Column.MayBeAbsent("council_grade"), Column.MayBeAbsent("council_reason"), Column.MayBeAbsent("council_evidence"),
    ];

    /// <summary>The fixed columns of answers.csv; one for each item follows.</summary>
    public static IReadOnlyList<Column> AnswersColumns { get; } =
    [
        new("form"), new("unit"), Column.MayBeAbsent("token"), new("consent"), Column.MayBeAbsent("stratum"), Column.MayBeAbsent("cluster"),
        Column.MayBeAbsent("weight"),
    ];
}
