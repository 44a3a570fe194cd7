using ParIndex.Core.Scoring;

namespace ParIndex.Core.Tests.Scoring;

public class AheadTests
{
    /// <summary>Kind, maximum, inputs now, the points of each step by the rule, the words of the first step.</summary>
    public static TheoryData<string, decimal, decimal[], decimal[], string> Steps => new()
    {
        { "binary", 1m, [0m], [1m], "đạt yêu cầu" },
        { "levels", 1m, [2m], [0.5m, 1m], "từ mức “không ban hành” lên mức “không kịp thời”" },
        { "brackets", 2m, [6m, 10m], [1m, 2m], "văn bản đúng hạn: từ 6 lên 7 trên 10 (60,00 % → 70,00 %)" },
        { "linear", 2m, [6m, 10m], [1.75m, 2m], "văn bản đúng hạn: từ 6 lên 7 trên 10 (60,00 % → 70,00 %)" },
        { "linear_cutoff", 1m, [7m, 10m], [0.8m, 0.9m, 1m], "văn bản đúng hạn: từ 7 lên 8 trên 10 (70,00 % → 80,00 %)" },
        { "linear_floor", 3m, [98m, 100m], [2.4m, 3m], "văn bản đúng hạn: từ 98 lên 99 trên 100 (98,00 % → 99,00 %)" },
        { "deduction", 1m, [2m], [0.5m, 1m], "dự thảo bị trả lại: từ 2 xuống 1" },
        { "weighted_deduction", 2m, [1m, 1m], [1.5m, 2m], "lãnh đạo bị kỷ luật: từ 1 xuống 0" },
        { "count_steps", 1.5m, [0m], [1m, 1.5m], "sáng kiến được công nhận: từ 0 lên 1" },
        { "checklist", 1m, [0m, 4m], [0.9m, 0.5m], "thêm: có kế hoạch" },
        { "survey_mean", 100m, [99.9998m], [99.9999m, 100m], "điểm trung bình khảo sát: từ 99,9998 lên 99,9999" },
        { "sipas", 100m, [99.9998m], [99.9999m, 100m], "mức độ hài lòng (%): từ 99,9998 lên 99,9999" },
        { "external", 100m, [99.9999m], [100m], "điểm Bộ chỉ số phục vụ: từ 99,9999 lên 100" },
        { "manual", 2m, [], [], "" },
    };

    [Theory, MemberData(nameof(Steps))]
    public void The_next_steps_of_a_rule_earn_what_the_rule_says(string kind, decimal max, decimal[] inputs, decimal[] points, string first)
    {
        var rule = Rules.All.Single(one => one.Kind == kind).Rule;
        RuleStep[] steps = [.. rule.Ahead([.. inputs.Select(Quantity.Of)]).Where(step => Earned(rule, max, step) > rule.Score(max, [.. inputs.Select(input => (decimal?)input)]).Points.Value)];
        Assert.Equal(points, steps.Select(step => Earned(rule, max, step)));
        if (points.Length > 0) Assert.Equal((first, 1m), (steps[0].Words.Vi, steps.GroupBy(step => step.Part).Sum(part => part.Max(step => step.Way))));
    }

    [Fact]
    public void Every_kind_of_rule_has_its_steps() =>
        Assert.Equal(Rules.All.Select(rule => rule.Kind), Steps.Select(row => row.Data.Item1));

    [Fact]
    public void What_has_the_maximum_has_no_step()
    {
        Assert.Empty(new BinaryRule().Ahead([Quantity.Of(1)]));
        Assert.Empty(Rules.Levels.Ahead([Quantity.Of(0)]));
        Assert.Empty(Rules.Brackets.Ahead([Quantity.Of(95), Quantity.Of(100)]));
        Assert.Empty(Rules.Linear.Ahead([Quantity.Of(9), Quantity.Of(10)]));
        Assert.Empty(Rules.Deduction.Ahead([Quantity.Of(0)]));
        Assert.Empty(Rules.Steps.Ahead([Quantity.Of(2)]));
        Assert.Empty(Rules.Linear.Ahead([Quantity.Of(0), Quantity.Of(0)]));
    }

    [Fact]
    public void A_band_that_wants_less_is_reached_from_above()
    {
        var rule = Rules.Brackets with
        {
            Bands = [new() { To = Quantity.Of(10), ToIncluded = false, Points = Points.Of(2m) }, new() { From = Quantity.Of(10), Points = Points.Zero }],
        };
        var step = Assert.Single(rule.Ahead([Quantity.Of(4), Quantity.Of(20)]));
        Assert.Equal("văn bản đúng hạn: từ 4 xuống 1 trên 20 (20,00 % → 5,00 %)", step.Words.Vi);
    }

    [Fact]
    public void A_long_way_is_cut_into_twenty_steps_that_end_at_the_maximum()
    {
        var steps = Rules.Linear.Ahead([Quantity.Of(0), Quantity.Of(1000)]).ToArray();
        Assert.Equal((20, Quantity.Of(40), Quantity.Of(800)), (steps.Length, steps[0].Inputs[0], steps[^1].Inputs[0]));
    }

    private static decimal Earned(ScoringRule rule, decimal max, RuleStep step) =>
        rule.Score(max, [.. step.Inputs.Select(input => (decimal?)input.Value)]).Points.Value;
}
