using ParIndex.Core.Computation;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Testing;

namespace ParIndex.Core.Tests.Computation;

public class GroupAndChangeTests
{
    [Fact]
    public void Change_is_the_difference_of_the_printed_figures_and_the_top_three_are_followed()
    {
        var input = Build.Input() with { Previous = Build.Previous(Build.Before("A", 88.12m, 1), Build.Before("B", 81, 3), Build.Before("C", 84, 2)) };
        var result = Computing.Compute(input, "test");
        var group = result.Groups[0];

        Assert.Equal([1.88m, -1m, -14m], result.Units.Select(unit => unit.Change!.Points!.Value));
        Assert.Equal([1, 3, 2], result.Units.Select(unit => unit.Change!.PreviousRank!.Value));
        Assert.Equal(["A"], group.KeptTopThree.Select(code => code.Value));
        Assert.Equal((80m, 84.37m, -4.37m), (group.Mean, group.PreviousMean, group.MeanChange));
        Assert.Equal(new MarkCount(90m, 1, 0), Assert.Single(group.Marks));
        Assert.False(group.FirstYear);
    }

    [Fact]
    public void A_group_cut_out_of_another_compares_scores_but_no_ranks()
    {
        // Hải Phòng 2021: urban and rural districts ranked apart for the first time.
        var framework = Build.Framework();
        var input = Build.Input(Build.Sheet(Build.Unit("A", "urban"), framework, 20, 20, 20, 30, 0), Build.Sheet(Build.Unit("B", "rural"), framework, 20, 20, 20, 20, 0)) with
        {
            Cycle = Build.Cycle(groups: [Build.Group("urban", "districts"), Build.Group("rural", "districts")]) with
            {
                Blocks = [new Block("districts", Text.Same("Districts"), ["urban", "rural"])],
            },
            Frameworks = new Dictionary<string, Framework> { ["urban"] = framework, ["rural"] = framework },
            Previous = Build.Previous(Build.Before("A", 85, 1, "districts"), Build.Before("B", 84.4m, 2, "districts")),
        };
        var result = Computing.Compute(input, "test");

        Assert.All(result.Groups, group => Assert.True(group.FirstYear));
        Assert.All(result.Groups, group => Assert.Empty(group.KeptTopThree));
        Assert.All(result.Units, unit => Assert.Null(unit.Change!.PreviousRank));
        Assert.All(result.Units, unit => Assert.NotNull(unit.Change!.WhyNoRank));
        Assert.Equal([5m, -4.4m], result.Units.Select(unit => unit.Change!.Points!.Value));
        Assert.Equal((85m, 84.7m, 0.3m), (result.Blocks[0].Mean, result.Blocks[0].PreviousMean, result.Blocks[0].MeanChange));
    }

    [Fact]
    public void A_new_unit_another_framework_and_another_group_are_said_instead_of_compared()
    {
        var merged = Build.Unit("C") with { Predecessors = [UnitCode.Parse("X"), UnitCode.Parse("Y")] };
        var input = Build.Input();
        input = input with
        {
            Units = [input.Units[0], input.Units[1], merged],
            Previous = Build.Previous(Build.Before("A", 88, 1, framework: "other-2020"), Build.Before("B", 81, 1, "agencies"), Build.Before("X", 70, 3)),
        };
        var change = Computing.Compute(input, "test").Units.ToDictionary(unit => unit.Unit.Code.Value, unit => unit.Change!);

        Assert.Equal("Bộ chỉ số đã thay đổi (other-2020 → test-2021).", change["A"].WhyNoScore!.Vi);
        Assert.Equal(-1m, change["B"].Points);
        Assert.Equal("Năm 2020 đơn vị xếp hạng trong khối khác (agencies).", change["B"].WhyNoRank!.Vi);
        Assert.Equal("Đơn vị được thành lập, sắp xếp lại từ X, Y sau kỳ đánh giá năm 2020.", change["C"].WhyNoScore!.Vi);
        Assert.Null(change["C"].Points);
    }

    [Fact]
    public void A_unit_that_was_only_renamed_is_the_same_body()
    {
        var input = Build.Input();
        input = input with
        {
            Units = [input.Units[0] with { Predecessors = [UnitCode.Parse("OLD")] }, .. input.Units.Skip(1)],
            Previous = Build.Previous(Build.Before("OLD", 88, 1)),
        };

        Assert.Equal(2m, Computing.Compute(input, "test").Units[0].Change!.Points);
    }

    [Fact]
    public void A_mean_is_compared_only_over_the_same_units()
    {
        var input = Build.Input() with { Previous = Build.Previous(Build.Before("A", 88, 1), Build.Before("B", 81, 2)) };
        var group = Computing.Compute(input, "test").Groups[0];

        Assert.Null(group.PreviousMean);
        Assert.NotNull(group.WhyNoPreviousMean);
    }

    [Fact]
    public void Totals_stand_as_published_and_ranks_and_means_follow_from_them()
    {
        var units = new[] { "A", "B", "C", "D" }.Select(code => Build.Unit(code)).ToArray();
        var input = Build.Input() with
        {
            Units = units,
            Sheets = [],
            Frameworks = new Dictionary<string, Framework>(),
            Totals = [new(units[0].Code, 91.651m, 90m), new(units[1].Code, 91.65m, 89.99m), new(units[2].Code, 91.651m, null), new(units[3].Code, null, null)],
        };
        var result = Computing.Compute(input, "test");

        Assert.True(result.TotalsOnly);
        Assert.Equal(["A", "C", "B", "D"], result.Units.Select(unit => unit.Unit.Code.Value));
        Assert.Equal([1, 1, 3, null], result.Units.Select(unit => unit.Standing?.Rank));
        Assert.Equal(UnitState.NotPublished, result.Units[3].State);
        Assert.Equal(91.65m, result.Groups[0].Mean);
        Assert.Equal((1, 1, 2), (result.Groups[0].SatisfactionAbove, result.Groups[0].SatisfactionBelow, result.Groups[0].SatisfactionNone));
        Assert.Equal("R011", Assert.Single(result.Findings).Code);
    }

    [Fact]
    public void Satisfaction_is_not_compared_across_a_break_of_the_method()
    {
        var units = new[] { "A", "B" }.Select(code => Build.Unit(code)).ToArray();
        PreviousUnit Then(string code, bool? above) => new(UnitCode.Parse(code), "departments", null, 80, 1, above is true ? 95 : 80, above, null);
        CycleInput Input(string? then, bool? a) => Build.Input() with
        {
            Units = units,
            Sheets = [],
            Totals = [new(units[0].Code, 90, 95), new(units[1].Code, 80, 91)],
            Survey = new() { MethodVersion = "2021", Contents = [] },
            Previous = Build.Previous(Then("A", a), Then("B", false)) with { MethodVersion = then },
        };

        var same = Computing.Compute(Input("2021", true), "test").Groups[0];
        Assert.Equal((2, 1), (same.SatisfactionAbove, same.SatisfactionAboveBefore));
        Assert.Equal(["A"], same.AboveInBothYears!.Select(code => code.Value));
        Assert.Null(Computing.Compute(Input("2020", true), "test").Groups[0].AboveInBothYears);
        Assert.Null(Computing.Compute(Input("2021", null), "test").Groups[0].SatisfactionAboveBefore);
    }

    [Fact]
    public void The_mean_of_Thanh_Hoa_2024_is_85_412()
    {
        var figures = Ranking.ThanhHoa2024.Rows.Select(row => Percent.Of(row.Index)).ToArray();

        Assert.Equal(20, figures.Length);
        Assert.Equal(85.412m, Percent.PublishedMean(figures, 3));
        Assert.Equal(85.41m, Percent.PublishedMean(figures, 2));
    }

    [Fact]
    public void Initiatives_are_summed_from_their_leaf()
    {
        var framework = Build.Framework(leaf => leaf.Code.Value == "1.2" ? leaf with { Rule = Scoring.Rules.Steps, ScoredBy = ScoreSource.Computed } : leaf);
        var sheets = new[] { 2, 5 }.Select((count, i) =>
        {
            var sheet = Build.Sheet(Build.Unit($"U{i}"), framework, 20, 20, null, 30, 10);
            sheet.Leaves[2].Inputs = [Quantity.Of(count)];
            return sheet;
        }).ToArray();
        var input = Build.Input(sheets);
        input = input with { Cycle = input.Cycle with { InitiativesLeaf = CriterionCode.Parse("1.2") } };

        Assert.Equal(7m, Computing.Compute(input, "test").Blocks[0].Initiatives);
    }
}
