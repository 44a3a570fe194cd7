using System.Globalization;
using ParIndex.Core.Heads;

namespace ParIndex.Core.Tests.Heads;

public class HeadsComputingTests
{
    private const string City = "city_2021_like";
    private static readonly UnitCode Unit = UnitCode.Parse("U1");

    private static HeadsClassification Classify(Head head, HeadFacts? facts = null, string profile = City, UnitCode? agency = null) =>
        HeadsComputing.Classify(Shipped.WithoutQuota, profile, [head], [facts ?? Shipped.Facts(Unit)], 2021, agency);

    private static Head With(params (string Name, string Value)[] inputs)
    {
        var head = Shipped.Head("h1", Unit);
        var all = new Dictionary<string, string>(head.Inputs);
        foreach (var (name, value) in inputs) all[name] = value;
        return head with { Inputs = all };
    }

    [Fact]
    public void Each_step_leaves_condition_value_threshold_and_the_grade_before_and_after()
    {
        var result = Classify(With(("overdue_rate", "12")), Shipped.Facts(Unit) with { PublishedSatisfaction = 88m });
        var fired = result.Heads[0].Steps.Where(step => step.Fired).Select(step =>
            $"{step.Step} {step.Condition} {step.Value} {step.Threshold} {step.Before}>{step.After}").ToList();
        Assert.Equal(
            [
                "base_band band.xuat_sac par_index=92 90 >xuat_sac",
                "ceilings ceiling.sipas_below_90 sipas=88 90 xuat_sac>tot",
                "downgrades down.overdue_over_10 overdue_rate=12 10 tot>hoan_thanh",
            ],
            fired);
    }

    [Fact]
    public void Two_reasons_to_lower_a_grade_lower_it_once()
    {
        var result = Classify(With(("overdue_rate", "12")), Shipped.Facts(Unit) with { PreviousPublishedIndex = 99m });
        Assert.Equal("tot", result.Heads[0].Grade);
        Assert.Equal(["down.overdue_over_10", "down.fell_over_5"], result.Heads[0].Fired);
    }

    [Fact]
    public void A_short_term_does_not_hide_a_discipline()
    {
        var head = Classify(With(("months_in_post", "3"), ("head_disciplined", "yes"))).Heads[0];
        Assert.Equal("khong_xep_loai", head.Grade);
        Assert.Contains("kỷ luật", Assert.Single(head.Warnings).Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_without_an_index_leaves_its_head_not_classified_and_not_in_the_lowest_grade() =>
        Assert.Equal("khong_xep_loai", Classify(Shipped.Head("h1", Unit), Shipped.Facts(Unit) with { PublishedIndex = null }).Heads[0].Grade);

    [Fact]
    public void An_exempt_unit_is_not_held_to_satisfaction() => Assert.Equal("xuat_sac", Classify(
        Shipped.Head("h1", Unit), Shipped.Facts(Unit) with { PublishedSatisfaction = null, SatisfactionExempt = true }).Heads[0].Grade);

    [Theory]
    [InlineData(IndexFigure.Published, "xuat_sac")]
    [InlineData(IndexFigure.Exact, "tot")]
    public void An_index_of_89_995_is_excellent_as_published_and_good_as_exact(IndexFigure figure, string grade)
    {
        var rules = Shipped.WithoutQuota with { Profiles = [.. Shipped.WithoutQuota.Profiles.Select(profile => profile with { Index = figure })] };
        var facts = Shipped.Facts(Unit) with { PublishedIndex = 90.00m, ExactIndex = Percent.Of(89.995m) };
        Assert.Equal(grade, HeadsComputing.Classify(rules, City, [Shipped.Head("h1", Unit)], [facts], 2021).Heads[0].Grade);
    }

    [Theory]
    [InlineData("2021-07-01", null, 6, "xuat_sac")]
    [InlineData("2021-07-02", null, 5, "khong_xep_loai")]
    [InlineData(null, "2021-06-30", 6, "xuat_sac")]
    [InlineData("2019-03-15", "2021-06-29", 5, "khong_xep_loai")]
    [InlineData("2022-01-01", null, 0, "khong_xep_loai")]
    public void Months_in_post_follow_from_the_dates(string? from, string? to, int months, string grade)
    {
        static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
        var result = Classify(Shipped.Head("h1", Unit) with { From = Day(from), To = Day(to) }).Heads[0];
        Assert.Equal(grade, result.Grade);
        Assert.Equal($"months_in_post={months}", result.Steps[0].Value);
    }

    [Fact]
    public void Two_heads_of_one_unit_in_a_year_are_two_cases()
    {
        var first = Shipped.Head("h1", Unit) with { To = new DateOnly(2021, 8, 31) };
        var second = Shipped.Head("h2", Unit) with { From = new DateOnly(2021, 9, 1) };
        var result = HeadsComputing.Classify(Shipped.WithoutQuota, City, [first, second], [Shipped.Facts(Unit)], 2021);
        Assert.Equal(["xuat_sac", "khong_xep_loai"], result.Heads.Select(head => head.Grade));
    }

    [Theory]
    [InlineData("tot", "Kết quả chỉ đạo", "BC 12/2022", "tot", 0)]
    [InlineData("hoan_thanh", "Kết quả chỉ đạo", "BC 12/2022", "xuat_sac", 1)]
    [InlineData("tot", "", "BC 12/2022", "xuat_sac", 1)]
    [InlineData("tot", "Kết quả chỉ đạo", " ", "xuat_sac", 1)]
    [InlineData("gioi", "Kết quả chỉ đạo", "BC 12/2022", "xuat_sac", 1)]
    public void The_council_changes_one_grade_at_most_with_a_reason_and_evidence(string grade, string reason, string evidence, string given, int findings)
    {
        var result = Classify(Shipped.Head("h1", Unit) with { Ruling = new(grade, reason, evidence) });
        Assert.Equal((given, findings), (result.Heads[0].Grade, result.Findings.Count));
        Assert.All(result.Findings, finding => Assert.Equal("H109", finding.Code));
    }

    [Fact]
    public void The_council_never_lifts_anybody_out_of_a_failing_condition()
    {
        var result = Classify(With(("falsification", "yes")) with { Ruling = new("hoan_thanh", "Lần đầu", "BB 3") });
        Assert.Equal("khong_hoan_thanh", result.Heads[0].Grade);
        Assert.Contains("điều kiện loại trừ", Assert.Single(result.Findings).Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void The_case_of_the_agency_that_runs_the_classification_is_marked_for_another_body() => Assert.Contains(
        "chuyển cơ quan khác", Assert.Single(Classify(Shipped.Head("h1", Unit), agency: Unit).Heads[0].Warnings).Vi, StringComparison.Ordinal);

    [Fact]
    public void Results_of_different_versions_are_refused()
    {
        var result = Classify(Shipped.Head("h1", Unit), Shipped.Facts(Unit) with { SatisfactionVersion = "v2" });
        Assert.Empty(result.Heads);
        Assert.Equal(("H102", "U1"), (result.Findings[0].Code, result.Findings[0].Where));
    }

    [Theory]
    [InlineData("overdue_rate", "12,5", "H106")]
    [InlineData("overdue_rate", "101", "H106")]
    [InlineData("overdue_rate", "NaN", "H106")]
    [InlineData("reports_late", "1.5", "H106")]
    [InlineData("reports_late", "-1", "H106")]
    [InlineData("falsification", "maybe", "H106")]
    [InlineData("par_index", "95", "H105")]
    [InlineData("overdue", "1", "H104")]
    public void A_value_that_does_not_fit_its_input_is_a_finding_and_nobody_is_classified(string input, string value, string code)
    {
        var result = Classify(With((input, value)));
        Assert.Empty(result.Heads);
        Assert.Equal((code, $"h1.{input}"), (Assert.Single(result.Findings).Code, result.Findings[0].Where));
    }

    [Fact]
    public void An_unknown_profile_and_an_unknown_unit_are_findings()
    {
        Assert.Equal("H101", Assert.Single(Classify(Shipped.Head("h1", Unit), profile: "nd90").Findings).Code);
        Assert.Equal("H103", Assert.Single(Classify(Shipped.Head("h1", UnitCode.Parse("U9"))).Findings).Code);
    }

    [Fact]
    public void Ties_at_the_limit_of_the_quota_all_stay_out_whatever_the_order_of_the_lines()
    {
        var units = Enumerable.Range(1, 10).Select(at => UnitCode.Parse($"U{at}")).ToList();
        var facts = units.Select((unit, at) => Shipped.Facts(unit) with { PublishedIndex = at < 2 ? 95m : 75m }).ToList();
        var heads = units.Select(unit => Shipped.Head(unit.Value, unit)).ToList();
        foreach (var order in new[] { heads, [.. Enumerable.Reverse(heads)] })
        {
            var result = HeadsComputing.Classify(Shipped.Rules, "decree_335_2026", order, facts, 2026);
            Assert.DoesNotContain(result.Heads, head => head.Grade == "xuat_sac");
            Assert.Equal(["quota.top"], result.Heads.Single(head => head.Head.Id == "U1").Fired);
        }
    }
}
