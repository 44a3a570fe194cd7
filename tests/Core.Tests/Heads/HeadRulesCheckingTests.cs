using ParIndex.Core.Heads;

namespace ParIndex.Core.Tests.Heads;

public class HeadRulesCheckingTests
{
    private static readonly HeadRules Rules = Shipped.Rules;

    [Fact]
    public void The_shipped_rules_have_no_finding() => Assert.Empty(HeadRulesChecking.Check(Rules));

    public static TheoryData<string, string, HeadRules> Broken => new()
    {
        { "H001", "tot", Grade("tot", grade => grade with { Name = new("Tốt", " ") }) },
        { "H002", "sipas", Rules with { Inputs = [.. Rules.Inputs, Rules.Inputs.Single(input => input.Name == "sipas")] } },
        { "H003", "grades", Grade("tot", grade => grade with { Order = 4 }) },
        { "H004", "overdue_rate", Input("overdue_rate", input => input with { Min = 101 }) },
        { "H005", "months_in_post", Input("months_in_post", input => input with { Default = 13 }) },
        { "H005", "initiative", Input("initiative", input => input with { Default = null }) },
        { "H006", "band.tot", Rule("band.tot", rule => rule with { Then = "kha" }) },
        { "H007", "city_2021_like.bands", Profile(profile => profile with { Bands = new Dictionary<string, decimal> { ["xuat_sac"] = 80, ["tot"] = 80, ["hoan_thanh"] = 65 } }) },
        { "H008", "city_2021_like.topQuota", Profile(profile => profile with { TopQuota = new(20m, QuotaReading.GoodOnly) }) },
        { "H009", "decree_335_2026", Step(HeadStepKind.TopQuota, step => step with { Quota = null }) },
        { "H010", "fail.falsification", Rule("fail.falsification", rule => rule with { When = new() { Input = "forgery", Is = Comparison.Yes } }) },
        { "H011", "steps", Rules with { Steps = [.. Rules.Steps.Reverse()] } },
        { "H012", "ceiling.plan_below_70", Rule("ceiling.plan_below_70", rule => rule with { Max = null, Then = "hoan_thanh" }) },
        { "H013", "eligibility.months", Rule("eligibility.months", rule => rule with { Then = "khong_hoan_thanh" }) },
        { "H014", "ceiling.report_late", Rule("ceiling.report_late", rule => rule with { Max = "xuat_sac" }) },
        { "H015", "downgrades", Step(HeadStepKind.Downgrades, step => step with { MaxTotal = null }) },
        { "H016", "down.overdue_over_10", Rule("down.overdue_over_10", rule => rule with { When = rule.When! with { Value = null } }) },
        { "H017", "ceiling.report_late", Rule("ceiling.report_late", rule => rule with { When = new() { Input = "reports_late", Is = Comparison.Yes } }) },
        { "H018", "band.tot", Rule("band.tot", rule => rule with { When = rule.When! with { Parameter = "bands.kha" } }) },
        { "H019", "fail.head_disciplined", Rule("fail.head_disciplined", rule => rule with { Source = null }) },
        { "H020", "HEADS-PAR", Rules with { Illustrative = false } },
        { "H021", "base_band", Step(HeadStepKind.BaseBand, step => step with { Rules = [.. step.Rules.SkipLast(1)] }) },
        { "H022", "par_index", Step(HeadStepKind.Eligibility, step => step with { Rules = [step.Rules[0]] }) },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Each_fault_has_its_number_and_place(string code, string where, HeadRules rules) =>
        Assert.Contains(HeadRulesChecking.Check(rules), finding => finding.Code == code && finding.Where == where);

    [Fact]
    public void Reading_what_was_written_gives_the_same_bytes() =>
        Assert.Equal(HeadsJson.Write(Rules), HeadsJson.Write(HeadsJson.Read(HeadsJson.Write(Rules), "x").Value!));

    [Theory]
    [InlineData("\"version\": \"1\"", "\"version\": \"1\", \"ceilingOff\": true", "ceilingOff")]
    [InlineData("\"code\": \"HEADS-PAR\"", "\"code\": null", "code")]
    [InlineData("\"id\": \"eligibility\"", "\"id\": 0", "steps[0].id")]
    [InlineData("\"orderBy\": [", "\"orderBy\": [null,", "null")]
    public void An_unknown_null_or_mistyped_property_is_a_finding_with_its_place(string what, string instead, string said)
    {
        var text = System.Text.Encoding.UTF8.GetString(HeadsJson.Write(Rules));
        Assert.Contains(what, text, StringComparison.Ordinal);
        var reading = HeadsJson.Read(System.Text.Encoding.UTF8.GetBytes(text.Replace(what, instead, StringComparison.Ordinal)), "heads.json");
        var finding = Assert.Single(reading.Findings);
        Assert.Equal("H000", finding.Code);
        Assert.Matches(@"^heads\.json:\d+:\d+$", finding.Where);
        Assert.Contains(said, finding.Message.En, StringComparison.Ordinal);
    }

    private static HeadRules Grade(string code, Func<Grade, Grade> change) =>
        Rules with { Grades = [.. Rules.Grades.Select(grade => grade.Code == code ? change(grade) : grade)] };

    private static HeadRules Input(string name, Func<HeadInput, HeadInput> change) =>
        Rules with { Inputs = [.. Rules.Inputs.Select(input => input.Name == name ? change(input) : input)] };

    private static HeadRules Profile(Func<HeadProfile, HeadProfile> change) =>
        Rules with { Profiles = [change(Rules.Profiles[0]), .. Rules.Profiles.Skip(1)] };

    private static HeadRules Step(HeadStepKind id, Func<HeadRuleStep, HeadRuleStep> change) =>
        Rules with { Steps = [.. Rules.Steps.Select(step => step.Id == id ? change(step) : step)] };

    private static HeadRules Rule(string code, Func<HeadRule, HeadRule> change) => Rules with
    {
        Steps = [.. Rules.Steps.Select(step => step with { Rules = [.. step.Rules.Select(rule => rule.Code == code ? change(rule) : rule)] })],
    };
}
