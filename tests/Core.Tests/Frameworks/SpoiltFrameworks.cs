using ParIndex.Core.Frameworks;
using ParIndex.Core.Ranking;
using ParIndex.Core.Scoring;
using ParIndex.Core.Tests.Scoring;
using static ParIndex.Core.Tests.Frameworks.Frameworks;

namespace ParIndex.Core.Tests.Frameworks;

/// <summary>For each finding, the valid framework with one thing spoilt so that exactly it appears.</summary>
internal static class SpoiltFrameworks
{
    public static readonly (string Finding, string Where, Framework Spoilt)[] All =
    [
        ("F005", "framework", Valid with { Total = Points.Of(7m) }),
        ("F006", "1", WithArea(area => area with { Max = Points.Of(5m) }) with { Total = Points.Of(7m) }),
        ("F007", "1.1", With(leaf => leaf with { Max = Points.Of(1.5m), Rule = new ManualRule() })),
        ("F008", "1.2", WithScored(criterion => criterion with { Max = Points.Zero, Scored = criterion.Scored! with { Max = Points.Zero } }) with
        {
            Total = Points.Of(5m), Areas = [WithScored(criterion => criterion with { Max = Points.Zero, Scored = criterion.Scored! with { Max = Points.Zero } })
                .Areas[0] with { Max = Points.Of(3m) }, Valid.Areas[1]],
        }),
        ("F009", "1.1.2", With(leaf => leaf with { Code = CriterionCode.Parse("1.1.2") })),
        ("F010", "1.3.1", With(leaf => leaf with { Code = CriterionCode.Parse("1.3.1") })),
        ("F011", "1.2", WithScored(criterion => criterion with { Scored = null })),
        ("F012", "1.2", WithScored(criterion => criterion with { SubCriteria = [criterion.Scored! with { Code = CriterionCode.Parse("1.2.1") }] })),
        ("F013", "1.2", WithScored(criterion => criterion with { Scored = criterion.Scored! with { Max = Points.Of(0.5m) } })),
        ("F014", "1.1.1", With(leaf => leaf with { Name = new("Kế hoạch", " ") })),
        ("F015", "1.1.1", With(leaf => leaf with { Name = new("Ke\u0302\u0301 hoa\u0323ch", "Plan") })),
        ("F016", "1.1.1", With(leaf => leaf with { Source = "XX" })),
        ("F017", "sources/CM13", Valid with { Sources = [new("CM13", new("", ""))] }),
        ("F018", "sources/CM13", Valid with { Sources = [Valid.Sources[0], Valid.Sources[0]] }),
        ("F019", "framework", Valid with { Sources = [Valid.Sources[0] with { Illustrative = true }] }),
        ("F020", "1.1.1", With(leaf => leaf with { Lead = "" })),
        ("F021", "1.1.1", With(leaf => leaf with { Evidence = null })),
        ("F022", "2.1.1", WithSurvey(leaf => leaf with { Evidence = new("Báo cáo", "Report") })),
        ("F023", "2.1.1", WithSurvey(leaf => leaf with { SurveyMeasure = null })),
        ("F024", "2.1.1", WithSurvey(leaf => leaf with { Rule = new BinaryRule() })),
        ("F025", "1.1.2", WithRule(new SipasRule())),
        ("F026", "1.1.2", WithSecond(leaf => leaf with { ScoredBy = ScoreSource.Computed, Rule = new ManualRule() })),
        ("F027", "1.1.2", WithSecond(leaf => leaf with { ScoredBy = ScoreSource.External })),
        ("F028", "1.1.2", WithSecond(leaf => leaf with { NotApplicable = NotApplicablePolicy.Never })),
        ("F029", "1.1.2", WithSecond(leaf => leaf with { NotApplicable = NotApplicablePolicy.FullPoints, Rule = Rules.Brackets with { AlwaysArises = true } })),
        ("F030", "1.1.1", With(leaf => leaf with { Step = Points.Of(0.3m) })),
        ("F031", "1.1.1", Valid with { Rounding = new(LeafPlaces: 0) }),
        ("F032", "1.1.2", WithRule(Rules.Brackets with { Bands = [] })),
        ("F033", "1.1.1", With(leaf => leaf with { Rule = Rules.Levels with { Options = [Rules.Levels.Options[0], Rules.Levels.Options[0]] } })),
        ("F034", "1.1.2", WithRule(Rules.Brackets with { Bands = [Rules.Brackets.Bands[0] with { Points = Points.Of(3m) }, .. Rules.Brackets.Bands.Skip(1)] })),
        ("F035", "1.1.2", WithRule(Rules.Brackets with { Bands = [Rules.Brackets.Bands[0] with { Points = Points.Of(1.5m) }, .. Rules.Brackets.Bands.Skip(1)] })),
        ("F036", "1.1.2", WithRule(Rules.Brackets with { Bands = [.. Rules.Brackets.Bands.Take(2), Rules.Brackets.Bands[2] with { Points = Points.Of(-1m) }] })),
        ("F037", "1.1.2", WithRule(Rules.Brackets with { Bands = [Rules.Brackets.Bands[0] with { FromIncluded = true }, .. Rules.Brackets.Bands.Skip(1)] })),
        ("F038", "1.1.2", WithRule(Rules.Brackets with { Bands = [.. Rules.Brackets.Bands.Take(2), Rules.Brackets.Bands[2] with { To = Quantity.Of(65) }] })),
        ("F039", "1.1.2", WithRule(Rules.Brackets with { Bands = [.. Rules.Brackets.Bands, new() { From = Quantity.Of(95), Points = Points.Zero }] })),
        ("F040", "1.1.2", WithRule(Rules.Brackets with { Bands = [Rules.Brackets.Bands[0] with { To = Quantity.Of(100) }, .. Rules.Brackets.Bands.Skip(1)] })),
        ("F041", "1.1.2", WithRule(Rules.Brackets with { Denominator = Rules.OnTime })),
        ("F042", "1.1.2", WithRule(Rules.Brackets with { Denominator = Rules.Due with { Name = "Phải ban hành" } })),
        ("F043", "1.1.2", WithRule(Rules.Linear with { Target = Quantity.Of(0) })),
        ("F044", "1.1.2", WithRule(Rules.Cutoff with { Cutoff = Quantity.Of(100) })),
        ("F045", "1.1.2", WithRule(Rules.Floor with { Target = Quantity.Of(90) })),
        ("F046", "1.1.2", WithRule(Rules.Deduction with { Each = Points.Zero })),
        ("F047", "1.1.2", WithRule(Rules.Deduction with { Floor = Points.Of(2m) })),
        ("F048", "1.1.2", WithRule(Rules.Steps with { Steps = [new(Quantity.Of(1), Points.Of(2m)), new(Quantity.Of(1), Points.Of(1m)), new(Quantity.Of(0), Points.Zero)] })),
        ("F049", "1.1.2", WithRule(Rules.Steps with { Steps = [new(Quantity.Of(1), Points.Of(2m))] })),
        ("F050", "1.1.2", WithRule(Rules.Checklist)),
        ("F051", "1.1.2", WithRule(Rules.Checklist with { Items = [Rules.Checklist.Items[1] with { Of = 0 }] })),
        ("F052", "2.1.1", WithSurvey(leaf => leaf with { Rule = new SurveyMeanRule { ScaleMin = Quantity.Of(5), ScaleMax = Quantity.Of(5) } })),
        ("F053", "1.1.2", WithRule(Rules.External with { From = new("", "") })),
        ("F054", "1.1.2", WithRule(Rules.External with { OutOf = Quantity.Of(0) })),
        ("F055", "rounding", Valid with { Rounding = new(PublishedPlaces: 7) }),
        ("F056", "ties", Valid with { Ties = new() { Kind = TieKind.Ordered, Keys = ["area:9"] } }),
        ("F057", "ties", Valid with { Ties = new() { Kind = TieKind.Ordered } }),
        ("F058", "unitKinds", Valid with { UnitKinds = [] }),
        ("F059", "bands/weak", Valid with { Bands = [Valid.Bands[0], Valid.Bands[1] with { ToIncluded = true }] }),
        ("F060", "bands", Valid with { Bands = [Valid.Bands[0], Valid.Bands[1] with { To = 75m }] }),
        ("F061", "bands/good", Valid with { Bands = [Valid.Bands[0], Valid.Bands[1] with { Code = "good" }] }),
        ("F062", "bands/none", Valid with { Bands = [.. Valid.Bands, new() { Code = "none", Name = new("Không", "None"), From = 60m, To = 50m }] }),
        ("F063", "B1", WithBonus(item => item with { Max = Points.Of(4m) })),
        ("F064", "B1", WithBonus(item => item with { Each = Points.Of(2.5m) })),
        ("F065", "B1", WithBonus(item => item with { Each = Points.Of(-1m) })),
    ];
}
