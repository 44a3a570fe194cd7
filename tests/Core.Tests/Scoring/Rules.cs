using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;

namespace ParIndex.Core.Tests.Scoring;

/// <summary>One valid rule of each kind with what a leaf has beside it: tests state only what matters to them.</summary>
internal static class Rules
{
    public static readonly ScoreRounding Rounding = new();

    public static readonly RuleInput OnTime = new("on_time", new("văn bản đúng hạn", "documents on time"));
    public static readonly RuleInput Due = new("due", new("văn bản phải ban hành", "documents due"));

    public static readonly LevelsRule Levels = new()
    {
        Options =
        [
            new("on_time", new("kịp thời", "on time"), Points.Of(1m)),
            new("late", new("không kịp thời", "late"), Points.Of(0.5m)),
            new("none", new("không ban hành", "not issued"), Points.Zero),
        ],
    };

    public static readonly BracketsRule Brackets = new()
    {
        Numerator = OnTime,
        Denominator = Due,
        Bands =
        [
            new() { From = Quantity.Of(90), FromIncluded = false, Points = Points.Of(2m) },
            new() { From = Quantity.Of(70), To = Quantity.Of(90), ToIncluded = true, Points = Points.Of(1m) },
            new() { To = Quantity.Of(70), Points = Points.Zero },
        ],
    };

    public static readonly LinearRule Linear = new() { Numerator = OnTime, Denominator = Due, Target = Quantity.Of(80) };
    public static readonly LinearCutoffRule Cutoff = new() { Numerator = OnTime, Denominator = Due, Cutoff = Quantity.Of(80) };
    public static readonly LinearFloorRule Floor = new() { Numerator = OnTime, Denominator = Due, Floor = Quantity.Of(95) };

    public static readonly DeductionRule Deduction = new()
    {
        Count = new("returned", new("dự thảo bị trả lại", "drafts returned")),
        Each = Points.Of(0.5m),
    };

    public static readonly WeightedDeductionRule Weighted = new()
    {
        Items =
        [
            new("leaders", new("lãnh đạo bị kỷ luật", "leaders disciplined"), Points.Of(1m)),
            new("staff", new("công chức bị kỷ luật", "staff disciplined"), Points.Of(0.5m)),
        ],
    };

    public static readonly CountStepsRule Steps = new()
    {
        Count = new("initiatives", new("sáng kiến được công nhận", "initiatives recognised")),
        Steps = [new(Quantity.Of(2), Points.Of(1.5m)), new(Quantity.Of(1), Points.Of(1m)), new(Quantity.Of(0), Points.Zero)],
    };

    public static readonly ChecklistRule Checklist = new()
    {
        Items =
        [
            new("plan", new("có kế hoạch", "plan issued"), Points.Of(0.5m)),
            new("sections", new("mục thông tin", "sections of information"), Points.Of(0.1m), Of: 5),
        ],
    };

    public static readonly SurveyMeanRule Mean = new();
    public static readonly SipasRule Sipas = new();

    public static readonly ExternalRule External = new()
    {
        Imported = new("service_index", new("điểm Bộ chỉ số phục vụ", "service index score"), InputKind.Amount),
        From = new("Cổng Dịch vụ công quốc gia", "National Public Service Portal"),
        OutOf = Quantity.Of(100),
    };

    /// <summary>One of each kind, in the order of the JSON list, with a maximum it can reach.</summary>
    public static readonly (string Kind, ScoringRule Rule, decimal Max)[] All =
    [
        ("binary", new BinaryRule(), 1m), ("levels", Levels, 1m), ("brackets", Brackets, 2m), ("linear", Linear, 2m),
        ("linear_cutoff", Cutoff, 1m), ("linear_floor", Floor, 3m), ("deduction", Deduction, 1m), ("weighted_deduction", Weighted, 2m),
        ("count_steps", Steps, 1.5m), ("checklist", Checklist, 1m), ("survey_mean", Mean, 1.5m), ("sipas", Sipas, 10m),
        ("external", External, 1m), ("manual", new ManualRule(), 2m),
    ];

    public static Score Score(this ScoringRule rule, decimal max, params decimal?[] inputs) =>
        rule.Score(Quantities(inputs), Points.Of(max), Rounding);

    public static Working Explain(this ScoringRule rule, decimal max, params decimal?[] inputs) =>
        rule.Explain(rule.Score(max, inputs), Quantities(inputs), Points.Of(max));

    public static Finding? CheckInputs(this ScoringRule rule, params decimal?[] inputs) => rule.CheckInputs("inputs.csv:2:4", Quantities(inputs));

    private static Quantity?[] Quantities(decimal?[] inputs) => [.. inputs.Select(input => input is { } value ? Quantity.Of(value) : (Quantity?)null)];
}
