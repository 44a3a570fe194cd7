using ParIndex.Core.Surveys;

namespace ParIndex.Core.Tests.Surveys;

public class SatisfactionComputingTests
{
    private static readonly Survey Small = Sample.Questionnaire(("c", [("F1", 3), ("F2", 2)]));

    private static UnitSatisfaction Compute(Survey survey, params string[] forms) => SatisfactionComputing.Compute(
        survey, [.. forms.Select((cells, at) => Sample.Form($"f{at}", cells))], [Sample.Unit("U1")])[0];

    private static SatisfactionValue Of(UnitSatisfaction unit, string code) => unit.Details.Single(value => value.Code == code);

    [Fact]
    public void The_six_kinds_of_missing_answer_are_kept_apart()
    {
        var survey = Sample.Questionnaire(("c", [("F1", 7)])) with { HandledShare = 0 };
        var unit = SatisfactionComputing.Compute(survey,
            [Sample.Form("f", "4-8n444") with { Answers = [Answer.At(4), .. new[] { "", "8", "9", "97", "0", "NA" }.Select(Sample.Read)] }], [Sample.Unit("U1")])[0];
        Assert.Equal(new MissingAnswers(NotAsked: 1, Blank: 1, NotExperienced: 1, Refused: 1, DoubleMark: 1, Unreadable: 1), unit.Overall.Missing);
        Assert.Equal((1, 1, 100.00m), (unit.Forms.Blank, unit.Overall.Answers, unit.Overall.Published));
    }

    [Fact]
    public void A_unit_without_forms_has_no_figure_rather_than_nought()
    {
        var unit = SatisfactionComputing.Compute(Small, [], [Sample.Unit("U1")])[0];
        Assert.Null(unit.Overall.Exact);
        Assert.Null(unit.Overall.Published);
        Assert.Null(unit.AboveThreshold);
        Assert.Null(unit.MeanScore);
        Assert.Equal("no valid answer", unit.Overall.WhyNoInterval!.En);
    }

    [Fact]
    public void A_token_whose_first_form_is_not_valid_leaves_the_second_standing()
    {
        var forms = new[] { Sample.Form("f1", "4----") with { Token = "t" }, Sample.Form("f2", "44444") with { Token = "t" }, Sample.Form("f3", "11111") with { Token = "t" } };
        var unit = SatisfactionComputing.Compute(Small, forms, [Sample.Unit("U1")])[0];
        Assert.Equal((3, 1, 1, 1), (unit.Forms.Collected, unit.Forms.Valid, unit.Forms.TooFewAnswers, unit.Forms.Duplicate));
        Assert.Equal(100m, unit.Overall.Published);
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    [InlineData(false, false, false)]
    public void The_line_of_90_is_greater_or_at_least_of_the_rounded_or_the_exact_figure(bool orEqual, bool onPublished, bool above)
    {
        // 17 of 19 answers is 89.4737 %, printed with no decimals as 89; the line is put at 89.5 and at one decimal it is printed 89.5.
        var survey = Small with { Places = 1, Threshold = new() { Value = 89.5m, OrEqual = orEqual, OnPublished = onPublished } };
        Assert.Equal(above, Compute(survey, "55555", "55555", "55555", "5511-").AboveThreshold);
    }

    [Fact]
    public void An_item_under_the_minimum_base_is_withheld_and_with_it_the_next_smallest_so_that_no_subtraction_reveals_it()
    {
        // F1.1 has 2 answers of 4 forms; F1 as a whole is published, so one more item of F1 must go: F1.2 with 3.
        var unit = Compute(Small with { MinimumBase = 3 }, "44444", "42444", "-4444", "--444");
        Assert.Equal(["F1.1", "F1.2"], unit.Details.Where(value => value.Suppressed).Select(value => value.Code));
        Assert.All(unit.Details.Where(value => value.Suppressed), value =>
            Assert.Equal((null, null, null, null), (value.Exact, value.Published, value.Satisfied, value.Low)));
        Assert.NotNull(Of(unit, "F1").Published);
        // Two equations about the two would give both away, so no other mode is shown.
        Assert.All(unit.OtherModes, value => Assert.True(value.Suppressed));
    }

    [Fact]
    public void A_unit_under_the_minimum_base_gives_nothing_away()
    {
        var unit = Compute(Small with { MinimumBase = 30 }, "44444", "22222");
        Assert.Equal((true, null, null, 2), (unit.Overall.Suppressed, unit.Overall.Published, unit.AboveThreshold, unit.Overall.Forms));
        Assert.All(unit.Details, value => Assert.True(value.Suppressed));
        Assert.Null(unit.MeanScore);
    }

    [Fact]
    public void All_units_pooled_leave_out_the_unit_that_a_subtraction_would_reveal()
    {
        var forms = new[] { Sample.Form("a", "44444"), Sample.Form("b", "44442"), Sample.Form("c", "22222", "U2") };
        var pooled = SatisfactionComputing.Pool(Small with { MinimumBase = 2 }, forms, [Sample.Unit("U1"), Sample.Unit("U2")]);
        Assert.Equal((10, 9), (pooled.Overall.Answers, pooled.Overall.Satisfied));
    }

    [Fact]
    public void Twenty_answers_of_a_person_are_not_twenty_people()
    {
        // Ten people, each with one opinion on all five items: 6 satisfied, 4 not. As 50 answers Wilson would say 46.2 to 72.4.
        var unit = Compute(Small, [.. Enumerable.Repeat("44444", 6), .. Enumerable.Repeat("22222", 4)]);
        // Logit limits, t of 9 degrees of freedom: 60 % ± 2.2622 × sqrt(0.024 × 10/9) ÷ 0.24 on the logit scale.
        Assert.Equal((60m, 24.3, 87.5), (unit.Overall.Published, Math.Round(unit.Overall.Low!.Value, 1), Math.Round(unit.Overall.High!.Value, 1)));
    }

    [Fact]
    public void One_form_has_an_interval_for_an_item_and_says_why_there_is_none_above()
    {
        var unit = Compute(Small, "44442");
        Assert.Equal(20.65, Math.Round(Of(unit, "F1.1").Low!.Value, 2));
        Assert.Null(Of(unit, "F1").Low);
        Assert.Equal("Only 1 form (or one cluster) answered, so the variation cannot be estimated; the interval is undefined.", unit.Overall.WhyNoInterval!.En);
    }

    [Fact]
    public void Everybody_satisfied_still_leaves_room_below_a_hundred_per_cent()
    {
        // Clopper-Pearson with the ten forms as n: 0.025^(1/10) = 69.15 %.
        var unit = Compute(Small, [.. Enumerable.Repeat("44545", 10)]);
        Assert.Equal((69.15, 100.0), (Math.Round(unit.Overall.Low!.Value, 2), unit.Overall.High));
    }

    [Fact]
    public void Weights_replace_counts_in_the_share_but_not_in_the_number_of_answers()
    {
        var survey = Small with { Weighted = true };
        var forms = new[] { Sample.Form("a", "44444") with { Weight = 3 }, Sample.Form("b", "22222") with { Weight = 1 }, Sample.Form("c", "44444") };
        var unit = SatisfactionComputing.Compute(survey, forms, [Sample.Unit("U1")])[0];
        Assert.Equal((75m, 10, 5, 1), (unit.Overall.Published, unit.Overall.Answers, unit.Overall.Satisfied, unit.Forms.NoWeight));
    }

    [Fact]
    public void A_unit_that_is_not_measured_has_no_entry() =>
        Assert.Empty(SatisfactionComputing.Compute(Small, [Sample.Form("a", "44444")], [Sample.Unit("U1") with { SatisfactionMeasured = false }]));
}
