using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;
using ParIndex.Core.Tests.Scoring;

namespace ParIndex.Core.Tests.Frameworks;

/// <summary>A small valid framework (two areas, four leaves, one a criterion itself) and ways to spoil one thing of it.</summary>
internal static class Frameworks
{
    public static readonly Framework Valid = new()
    {
        Code = "F",
        Version = "1",
        Name = new("Bộ chỉ số", "Framework"),
        Basis = new("Mẫu", "Sample"),
        UnitKinds = ["department"],
        Total = Points.Of(6m),
        Sources = [new("CM13", new("Cà Mau 1880/QĐ-UBND", "Cà Mau 1880/QĐ-UBND"))],
        Bands =
        [
            new() { Code = "good", Name = new("Tốt", "Good"), From = 80m },
            new() { Code = "weak", Name = new("Yếu", "Weak"), To = 80m },
        ],
        Areas =
        [
            Area("1", 4m, Criterion("1.1", 3m, Leaf("1.1.1", 1m, Rules.Levels), Leaf("1.1.2", 2m, Rules.Brackets)),
                Criterion("1.2", 1m) with { Scored = Leaf("1.2", 1m, new BinaryRule()) }),
            Area("2", 2m, Criterion("2.1", 2m, Leaf("2.1.1", 2m, new SipasRule()) with
            {
                ScoredBy = ScoreSource.Survey, SurveyMeasure = "sipas", Evidence = null, EvidenceRequired = false,
            })),
        ],
        Adjustments = new()
        {
            BonusCap = Points.Of(3m),
            PenaltyCap = Points.Of(5m),
            Items =
            [
                new()
                {
                    Code = CriterionCode.Parse("B1"), Kind = AdjustmentKind.Bonus, Name = new("Sáng kiến", "Initiative"), Each = Points.Of(1m),
                    Per = new("sáng kiến", "initiative"), Max = Points.Of(2m), Source = "CM13",
                },
            ],
        },
    };

    public static Framework With(Func<Leaf, Leaf> leaf) => WithArea(area => area with
    {
        Criteria = [area.Criteria[0] with { SubCriteria = [leaf(area.Criteria[0].SubCriteria[0]), area.Criteria[0].SubCriteria[1]] }, area.Criteria[1]],
    });

    /// <summary>The valid framework with another rule, for 2 points, instead of the brackets of 1.1.2.</summary>
    public static Framework WithRule(ScoringRule rule) => WithSecond(leaf => leaf with { Rule = rule });

    public static Framework WithSecond(Func<Leaf, Leaf> leaf) => WithArea(area => area with
    {
        Criteria = [area.Criteria[0] with { SubCriteria = [area.Criteria[0].SubCriteria[0], leaf(area.Criteria[0].SubCriteria[1])] }, area.Criteria[1]],
    });

    /// <summary>The criterion 1.2, which is itself scored.</summary>
    public static Framework WithScored(Func<Criterion, Criterion> criterion) => WithArea(area => area with
    {
        Criteria = [area.Criteria[0], criterion(area.Criteria[1])],
    });

    public static Framework WithSurvey(Func<Leaf, Leaf> leaf) => Valid with
    {
        Areas = [Valid.Areas[0], Valid.Areas[1] with
        {
            Criteria = [Valid.Areas[1].Criteria[0] with { SubCriteria = [leaf(Valid.Areas[1].Criteria[0].SubCriteria[0])] }],
        }],
    };

    public static Framework WithArea(Func<Area, Area> area) => Valid with { Areas = [area(Valid.Areas[0]), Valid.Areas[1]] };

    public static Framework WithBonus(Func<AdjustmentRule, AdjustmentRule> item) =>
        Valid with { Adjustments = Valid.Adjustments with { Items = [item(Valid.Adjustments.Items[0])] } };

    private static Area Area(string code, decimal max, params Criterion[] criteria) => new()
    {
        Code = CriterionCode.Parse(code),
        Name = new("Lĩnh vực", "Area"),
        Max = Points.Of(max),
        Criteria = criteria,
        Source = "CM13",
    };

    private static Criterion Criterion(string code, decimal max, params Leaf[] leaves) => new()
    {
        Code = CriterionCode.Parse(code),
        Name = new("Tiêu chí", "Criterion"),
        Max = Points.Of(max),
        SubCriteria = leaves,
    };

    private static Leaf Leaf(string code, decimal max, ScoringRule rule) => new()
    {
        Code = CriterionCode.Parse(code),
        Name = new("Tiêu chí thành phần", "Sub-criterion"),
        Max = Points.Of(max),
        Rule = rule,
        ScoredBy = ScoreSource.Appraisal,
        Evidence = new("Kế hoạch", "Plan"),
        EvidenceRequired = true,
        Lead = "SNV",
        NotApplicable = NotApplicablePolicy.Exclude,
        Source = "CM13",
    };
}
