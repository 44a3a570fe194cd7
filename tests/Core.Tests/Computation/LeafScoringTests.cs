using ParIndex.Core.Computation;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;
using ParIndex.Core.Tests.Scoring;
using ParIndex.Testing;

namespace ParIndex.Core.Tests.Computation;

public class LeafScoringTests
{
    [Fact]
    public void The_last_act_of_the_highest_stage_reached_counts()
    {
        var (leaf, result) = Score(Manual(20), [
            Build.Act(Build.Appraisal2, 12, minute: 1), Build.Act(Build.Self, 20), Build.Act(Build.Appraisal2, 11),
            Build.Act(Build.Explanation, null, "Đơn vị bổ sung tài liệu"), Build.Act(Build.Appraisal1, 8),
        ]);

        Assert.Equal((LeafState.Scored, 12m, (short)Build.Appraisal2), (leaf.State, leaf.Points.Value, leaf.Stage));
        Assert.Empty(result.Findings);
        Assert.Equal(
            "Lấy lượt chấm cuối của bước cao nhất, “Thẩm định lần 2”: 12 điểm. Lý do: Đã đối chiếu hồ sơ.",
            LeafWorking.Of(result, result.Units[0], 0).Sentence.Vi);
    }

    [Fact]
    public void The_units_own_score_alone_is_not_appraised_and_blocks_final_results()
    {
        var (leaf, result) = Score(Manual(20), [Build.Act(Build.Self, 20)]);

        Assert.Equal(LeafState.NotAppraised, leaf.State);
        Assert.Equal(UnitState.NotAppraised, result.Units[0].State);
        Assert.NotNull(result.Units[0].Published);
        Assert.Null(result.Units[0].Standing);
        Assert.False(result.Final);
        Assert.Equal("R003", Assert.Single(result.Findings).Code);
    }

    [Fact]
    public void A_computed_leaf_follows_its_inputs_and_is_typed_over_only_with_a_reason()
    {
        var computed = Build.Leaf("1.1.1", 20, Rules.Linear, ScoreSource.Computed);
        Quantity?[] inputs = [Quantity.Of(40), Quantity.Of(100)];

        Assert.Equal(10m, Score(computed, [], inputs).Leaf.Points.Value);
        Assert.Equal(15m, Score(computed, [Build.Act(Build.Council, 15, "Hệ thống tính thiếu hồ sơ")], inputs).Leaf.Points.Value);
        var (refused, result) = Score(computed, [Build.Act(Build.Council, 15, "\u200b ")], inputs);
        Assert.Equal(10m, refused.Points.Value);
        Assert.Equal("R101", Assert.Single(result.Findings).Code);
        Assert.False(result.Final);
    }

    [Fact]
    public void A_unit_cannot_type_a_computed_leaf()
    {
        var (leaf, result) = Score(Build.Leaf("1.1.1", 20, Rules.Linear, ScoreSource.Computed), [Build.Act(Build.Self, 20)], [Quantity.Of(40), Quantity.Of(100)]);

        Assert.Equal(10m, leaf.Points.Value);
        Assert.Equal("R111", Assert.Single(result.Findings).Code);
    }

    [Fact]
    public void An_appraised_score_unlike_its_rule_needs_a_reason()
    {
        var leaf = Build.Leaf("1.1.1", 20, Rules.Linear);
        Quantity?[] inputs = [Quantity.Of(40), Quantity.Of(100)];

        var (_, silent) = Score(leaf, [Build.Act(Build.Self, 10), Build.Act(Build.Appraisal1, 9, null)], inputs);
        Assert.Equal("R102", Assert.Single(silent.Findings).Code);
        var (given, reasoned) = Score(leaf, [Build.Act(Build.Self, 10), Build.Act(Build.Appraisal1, 9, "Ba văn bản không có số")], inputs);
        Assert.Equal(9m, given.Points.Value);
        Assert.Empty(reasoned.Findings);
        Assert.EndsWith("Điểm này khác điểm theo cách tính (10 điểm). Lý do: Ba văn bản không có số.", LeafWorking.Of(reasoned, reasoned.Units[0], 0).Sentence.Vi, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20.25, "R103")]
    [InlineData(-0.5, "R104")]
    [InlineData(0.1, "R105")]
    public void Points_above_the_maximum_negative_or_off_the_step_do_not_count(double points, string code)
    {
        var (leaf, result) = Score(Manual(20) with { Step = Points.Of(0.25m) }, [Build.Act(Build.Self, 20), Build.Act(Build.Appraisal1, (decimal)points)]);

        Assert.Equal(LeafState.NotScored, leaf.State);
        Assert.Contains(result.Findings, finding => finding.Code == code && finding.Where == "A 1.1.1");
        Assert.False(result.Final);
    }

    [Fact]
    public void Explanations_carry_no_points_and_unknown_stages_nothing()
    {
        var (leaf, result) = Score(Manual(20), [
            Build.Act(Build.Self, 20), Build.Act(Build.Appraisal1, 5), Build.Act(Build.Explanation, 20), Build.Act(9, 20),
        ]);

        Assert.Equal(5m, leaf.Points.Value);
        Assert.Equal(["R106", "R107"], result.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void Neither_evidence_nor_explanation_gives_0_with_the_reason()
    {
        // rule_test_vectors.csv: missing_evidence, "no file and no written explanation", 0.0000.
        var leaf = Manual(20) with { EvidenceRequired = true };
        var (none, result) = Score(leaf, [Build.Act(Build.Self, 20, null), Build.Act(Build.Appraisal1, 20)]);
        var (explained, _) = Score(leaf, [Build.Act(Build.Self, 20, null), Build.Act(Build.Explanation, null, "Hồ sơ lưu tại kho"), Build.Act(Build.Appraisal2, 20)]);
        var (attached, _) = Score(leaf, [Build.Act(Build.Self, 20, null), Build.Act(Build.Appraisal1, 20)], evidence: 1);

        Assert.Equal((LeafState.NoEvidence, 0m, 20m), (none.State, none.Points.Value, none.Applicable.Value));
        Assert.Contains("nên tính 0 điểm", LeafWorking.Of(result, result.Units[0], 0).Sentence.Vi, StringComparison.Ordinal);
        Assert.Equal("R012", Assert.Single(result.Findings).Code);
        Assert.True(result.Final);
        Assert.Equal((20m, 20m), (explained.Points.Value, attached.Points.Value));
    }

    [Theory]
    [InlineData(NotApplicablePolicy.Exclude, LeafState.Excluded, 0, 0)]
    [InlineData(NotApplicablePolicy.FullPoints, LeafState.FullPoints, 20, 20)]
    [InlineData(NotApplicablePolicy.Never, LeafState.NotScored, 0, 20)]
    public void A_denominator_of_0_follows_the_policy_of_the_leaf(NotApplicablePolicy policy, LeafState state, int points, int applicable)
    {
        // rule_test_vectors.csv: not_applicable/exclude is null and leaves the denominator, not_applicable/full earns the maximum.
        var leaf = Build.Leaf("1.1.1", 20, Rules.Linear, ScoreSource.Computed) with { NotApplicable = policy };
        var (scored, result) = Score(leaf, [], [Quantity.Of(0), Quantity.Of(0)]);

        Assert.Equal((state, (decimal)points, (decimal)applicable), (scored.State, scored.Points.Value, scored.Applicable.Value));
        Assert.Equal(policy == NotApplicablePolicy.Never, result.Findings.Any(finding => finding.Code == "R110"));
    }

    [Fact]
    public void A_unit_cannot_choose_its_own_denominator_by_reporting_that_nothing_arose()
    {
        var (leaf, result) = Score(Build.Leaf("1.1.1", 20, Rules.Linear), [Build.Act(Build.Self, 0)], [Quantity.Of(0), Quantity.Of(0)]);

        Assert.Equal(LeafState.NotAppraised, leaf.State);
        Assert.False(result.Final);
    }

    [Theory]
    [InlineData(NotApplicablePolicy.Exclude, NotApplicablePolicy.Never, "Không có chức năng", "R108")]
    [InlineData(NotApplicablePolicy.Exclude, NotApplicablePolicy.Exclude, " . ", "R109")]
    [InlineData(NotApplicablePolicy.FullPoints, NotApplicablePolicy.Exclude, "Không có chức năng", "R112")]
    public void Decisions_on_applicability_need_a_reason_and_a_policy_that_allows_them(
        NotApplicablePolicy decided, NotApplicablePolicy allowed, string reason, string code)
    {
        var (_, result) = Score(Manual(20) with { NotApplicable = allowed }, [Build.Act(Build.Self, 5), Build.Act(Build.Appraisal1, 5)],
            decision: new ApplicabilityDecision(decided, reason));

        Assert.Contains(result.Findings, finding => finding.Code == code);
    }

    [Fact]
    public void Wrong_inputs_are_named()
    {
        var leaf = Build.Leaf("1.1.1", 20, Rules.Linear, ScoreSource.Computed);

        Assert.Contains(Score(leaf, [], [Quantity.Of(-1), Quantity.Of(10)]).Result.Findings, finding => finding.Code == "S001");
        Assert.Contains(Score(leaf, [], [Quantity.Of(1)]).Result.Findings, finding => finding.Code == "R114");
        Assert.Contains(Score(Manual(20), [Build.Act(Build.Self, 5), Build.Act(Build.Appraisal1, 5, null)]).Result.Findings, finding => finding.Code == "R113");
    }

    [Theory]
    [InlineData(SurveyNotHeld.Provisional, "R201", false)]
    [InlineData(SurveyNotHeld.Rescaled, "R202", true)]
    public void A_survey_that_was_not_held_leaves_the_denominator_and_the_framework_says_whether_that_is_final(SurveyNotHeld setting, string code, bool final)
    {
        // rule_test_vectors.csv: survey not run, 66.4 of 80 is 83.
        var framework = Build.Framework(leaf => leaf.Code.Value == "1.1.1" ? leaf with { ScoredBy = ScoreSource.Survey, Rule = new SipasRule(), SurveyMeasure = "sipas" } : leaf)
            with
        { SurveyNotHeld = setting };
        var input = Build.Input(Build.Sheet(Build.Unit("A"), framework, null, 20, 20, 26.4m, 0));
        var result = Computing.Compute(input with { Cycle = input.Cycle with { SurveyHeld = false } }, "test");

        Assert.Equal(LeafState.SurveyNotHeld, result.Units[0].Leaves[0].State);
        Assert.Equal(83m, result.Units[0].Published);
        Assert.Equal(final, result.Final);
        Assert.Equal(code, Assert.Single(result.Findings).Code);
    }

    [Fact]
    public void Satisfaction_that_was_measured_elsewhere_is_entered_and_an_exempt_unit_leaves_the_denominator()
    {
        var framework = Build.Framework(leaf => leaf.Code.Value == "1.1.1" ? leaf with { ScoredBy = ScoreSource.Survey, Rule = new SipasRule(), SurveyMeasure = "sipas" } : leaf);
        var entered = Build.Sheet(Build.Unit("A"), framework, null, 20, 20, 30, 10);
        entered.Leaves[0].Inputs = [Quantity.Of(92.67m)];
        var exempt = Build.Sheet(Build.Unit("B") with { SatisfactionMeasured = false }, framework, null, 20, 20, 30, 10);
        var result = Computing.Compute(Build.Input(entered, exempt), "test");

        var (a, b) = (result.Units.Single(unit => unit.Unit.Code.Value == "A"), result.Units.Single(unit => unit.Unit.Code.Value == "B"));
        Assert.Equal(18.534m, a.Leaves[0].Points.Value);
        Assert.Equal((92.67m, true), (a.PublishedSatisfaction, a.SatisfactionAbove));
        Assert.Equal((LeafState.NoSurveyResult, 80m), (b.Leaves[0].State, b.Applicable!.Value.Value));
        Assert.True(result.Final);
    }

    private static Leaf Manual(decimal max) => Build.Leaf("1.1.1", max);

    private static (LeafResult Leaf, CycleResult Result) Score(
        Leaf leaf, Act[] acts, Quantity?[]? inputs = null, int evidence = 0, ApplicabilityDecision? decision = null)
    {
        var framework = Build.Framework(other => other.Code == leaf.Code ? leaf : other);
        var sheet = Build.Sheet(Build.Unit("A"), framework, null, 20, 20, 30, 10);
        sheet.Leaves[0] = new LeafSheet { Acts = acts, Inputs = inputs ?? [], EvidenceCount = evidence, Applicability = decision };
        var result = Computing.Compute(Build.Input(sheet), "test");
        return (result.Units[0].Leaves[0], result);
    }
}
