using ParIndex.Core.Computation;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Scoring;
using ParIndex.Core.Surveys;
using ParIndex.Testing;

namespace ParIndex.Core.Tests.Computation;

public class RankUncertaintyTests
{
    [Fact]
    public void Without_survey_and_second_appraisals_nothing_is_left_open_and_the_reason_is_said()
    {
        var found = RankUncertainty.Of(Computing.Compute(Build.Input(), "test"))[UnitCode.Parse("A")];

        Assert.Null(found.Survey.Low);
        Assert.NotNull(found.Survey.WhyNone);
        Assert.Null(found.Appraisal.RankBest);
        Assert.Equal("No leaf was appraised twice.", found.Appraisal.WhyNone!.En);
        Assert.Equal(0, found.AppraisedTwice);
        Assert.Empty(found.Brackets);
    }

    [Fact]
    public void Two_appraisals_that_differ_by_two_points_leave_an_index_open_by_1_96_times_the_root_of_two()
    {
        // Variance of 30 and 28 is 2; of a maximum of 100 the index is 28 + … ∓ 1.96 × 1.4142 = 2.77.
        var result = Result(second: 28);

        var found = RankUncertainty.Of(result)[UnitCode.Parse("A")];
        Assert.Equal(1, found.AppraisedTwice);
        Assert.Equal((88m - 2.77m, 88m + 2.77m), (found.Appraisal.Low!.Value, found.Appraisal.High!.Value));
    }

    [Fact]
    public void Neighbours_that_appraisers_disagreement_cannot_tell_apart_are_bracketed_and_keep_their_official_ranks()
    {
        // A has 88, B 86, C 70. Critical difference of three: 2.3437 × √2 points = 3.31.
        var result = Result(second: 28);
        var found = RankUncertainty.Of(result);

        Assert.Equal([1, 2, 3], result.Units.Select(unit => unit.Standing!.Value.Rank));
        Assert.Equal((1, 2), (found[UnitCode.Parse("A")].Appraisal.RankBest, found[UnitCode.Parse("A")].Appraisal.RankWorst));
        Assert.Equal([1], found[UnitCode.Parse("A")].Brackets);
        Assert.Equal([1], found[UnitCode.Parse("B")].Brackets);
        Assert.Empty(found[UnitCode.Parse("C")].Brackets);
    }

    [Fact]
    public void Appraisals_that_agree_everywhere_give_no_interval_of_width_0()
    {
        var found = RankUncertainty.Of(Result(second: 30))[UnitCode.Parse("A")];

        Assert.Equal((1, null, null), (found.AppraisedTwice, found.Appraisal.Low, found.Appraisal.High));
        Assert.NotNull(found.Appraisal.WhyNone);
    }

    [Fact]
    public void A_mended_appraisal_at_the_same_stage_is_no_second_one()
    {
        var framework = Build.Framework();
        var sheet = Build.Sheet(Build.Unit("A"), framework, 20, 20, 20, 30, 0);
        sheet.Leaves[3].Acts = [.. sheet.Leaves[3].Acts, Build.Act(Build.Appraisal1, 28, minute: 5)];

        Assert.Equal(0, RankUncertainty.Of(Computing.Compute(Build.Input([sheet]), "test"))[UnitCode.Parse("A")].AppraisedTwice);
    }

    [Fact]
    public void Units_whose_interval_holds_90_are_counted_beside_those_above_it()
    {
        // 100 forms of one item each: 91 of 100 is 83.77 … 95.19 by Wilson, 100 of 100 is 96.30 … 100, 60 of 100 is 50.20 … 69.06.
        var result = Computing.Compute(Surveyed(91, 100, 60), "test");
        var group = Assert.Single(result.Groups);

        Assert.Equal((2, 1, 1), (group.SatisfactionAbove, group.SatisfactionBelow, group.SatisfactionCrossing));
        Assert.Equal([true, false, false], result.Units.OrderBy(unit => unit.Unit.Code).Select(unit => unit.SatisfactionCrosses!.Value));
    }

    [Fact]
    public void The_survey_leaves_ranks_open_through_the_points_it_feeds()
    {
        // All but the survey leaf (10 points) alike: 91 % is 9.1 of 10 points, 83.77 … 95.19 % is 8.3770 … 9.5190, of 100.
        var found = RankUncertainty.Of(Computing.Compute(Surveyed(91, 90, 60), "test"));
        var a = found[UnitCode.Parse("A")].Survey;

        Assert.Equal((98.38m, 99.52m), (a.Low!.Value, a.High!.Value));
        Assert.Equal((1, 2), (a.RankBest, a.RankWorst));
        Assert.Equal((3, 3), (found[UnitCode.Parse("C")].Survey.RankBest, found[UnitCode.Parse("C")].Survey.RankWorst));
        Assert.Equal([1], found[UnitCode.Parse("B")].Brackets);
    }

    private static CycleResult Result(decimal second)
    {
        var framework = Build.Framework();
        var a = Build.Sheet(Build.Unit("A"), framework, 20, 20, 20, 30, 0);
        a.Leaves[3].Acts = [.. a.Leaves[3].Acts, Build.Act(Build.Appraisal2, second)];
        return Computing.Compute(Build.Input([a, Build.Sheet(Build.Unit("B"), framework, 20, 20, 20, 26, 0), Build.Sheet(Build.Unit("C"), framework, 20, 20, 20, 10, 0)]), "test");
    }

    private static CycleInput Surveyed(params int[] satisfied)
    {
        var framework = Build.Framework(leaf => leaf.Code.Value == "2.1.2" ? leaf with { Rule = new SipasRule(), ScoredBy = ScoreSource.Survey, SurveyMeasure = "sipas" } : leaf);
        var input = Build.Input([.. satisfied.Select((_, i) => Build.Sheet(Build.Unit(((char)('A' + i)).ToString()), framework, 20, 20, 20, 30, null))]);
        var survey = new Survey { MethodVersion = "1", Contents = [new("1", Text.Same("1"), [new("1", Text.Same("1"), [new("q", Text.Same("q"))])])] };
        var forms = satisfied.SelectMany((count, i) => Enumerable.Range(0, 100).Select(n => new Form
        {
            Id = $"{i}-{n}",
            Unit = UnitCode.Parse(((char)('A' + i)).ToString()),
            Consent = true,
            Answers = [Answer.At(n < count ? 5 : 2)],
        }));
        return input with { Survey = survey, Forms = [.. forms] };
    }
}
