using ParIndex.Core.Scoring;

namespace ParIndex.Core.Tests.Scoring;

public class RuleInputTests
{
    [Theory]
    [InlineData("binary", "S003", 2.0)]
    [InlineData("levels", "S004", 3.0)]
    [InlineData("levels", "S004", 0.5)]
    [InlineData("linear", "S001", -1.0, 5.0)]
    [InlineData("linear", "S002", 1.5, 5.0)]
    [InlineData("linear", "S005", 1.0, 0.0)]
    [InlineData("deduction", "S001", -1.0)]
    [InlineData("weighted_deduction", "S002", 1.0, 0.5)]
    [InlineData("count_steps", "S002", 0.5)]
    [InlineData("checklist", "S006", 1.0, 6.0)]
    [InlineData("checklist", "S003", 2.0, 1.0)]
    [InlineData("survey_mean", "S006", 100.5)]
    [InlineData("sipas", "S006", 101.0)]
    [InlineData("sipas", "S001", -1.0)]
    [InlineData("external", "S006", 100.1)]
    public void An_input_that_cannot_be_gives_no_score_and_a_finding(string kind, string code, params double[] inputs)
    {
        var (_, rule, max) = Rules.All.Single(rule => rule.Kind == kind);
        decimal?[] values = [.. inputs.Select(input => (decimal?)input)];

        Assert.Equal(Outcome.Invalid, rule.Score(max, values).Outcome);
        var finding = rule.CheckInputs(values);
        Assert.Equal((code, Severity.Error, "inputs.csv:2:4"), (finding!.Code, finding.Severity, finding.Where));
    }

    [Fact]
    public void More_than_the_whole_is_capped_and_worth_a_warning()
    {
        Assert.Equal(new Score(Points.Of(2m), Branch: 1), Rules.Linear.Score(2m, 16m, 15m));
        var finding = Rules.Linear.CheckInputs(16m, 15m);
        Assert.Equal(("S007", Severity.Warning), (finding!.Code, finding.Severity));
        Assert.Equal("“văn bản đúng hạn” (16) lớn hơn “văn bản phải ban hành” (15): trên 100 %. Kiểm tra lại; điểm không vượt mức tối đa.", finding.Message.Vi);
        Assert.Null((Rules.Linear with { MayExceed = true }).CheckInputs(16m, 15m));
    }

    [Fact]
    public void A_whole_of_0_means_nothing_arose_unless_there_is_always_some()
    {
        Assert.Equal(Outcome.NothingArose, Rules.Cutoff.Score(1m, 0m, 0m).Outcome);
        Assert.Null(Rules.Cutoff.CheckInputs(0m, 0m));
        Assert.Equal(Outcome.Invalid, (Rules.Cutoff with { AlwaysArises = true }).Score(1m, 0m, 0m).Outcome);
        Assert.Equal("S008", (Rules.Cutoff with { AlwaysArises = true }).CheckInputs(0m, 0m)!.Code);
    }

    [Fact]
    public void A_missing_input_is_no_score_and_not_0()
    {
        foreach (var (_, rule, max) in Rules.All.Where(rule => rule.Kind != "manual"))
            Assert.Equal(Outcome.Missing, rule.Score(max, [.. rule.Inputs.Select(_ => (decimal?)null)]).Outcome);
        Assert.Equal(Outcome.Missing, new ManualRule().Score(2m).Outcome);
    }

    [Theory]
    [InlineData("yes", 1)]
    [InlineData("no", 0)]
    [InlineData("có", null)]
    public void A_yes_or_no_is_read_as_files_write_it(string text, int? value) =>
        Assert.Equal(value is { } number ? Quantity.Of(number) : null, new BinaryRule().Read(new BinaryRule().Inputs[0], text));

    [Fact]
    public void A_level_is_read_by_its_code_and_a_number_with_a_decimal_point()
    {
        Assert.Equal(Quantity.Of(1), Rules.Levels.Read(Rules.Levels.Inputs[0], "late"));
        Assert.Null(Rules.Levels.Read(Rules.Levels.Inputs[0], "1"));
        Assert.Equal(Quantity.Of(78.4m), Rules.External.Read(Rules.External.Imported, "78.4"));
        Assert.Null(Rules.External.Read(Rules.External.Imported, "78,4"));
        Assert.Null(Rules.External.Read(Rules.External.Imported, "NaN"));
    }

    [Fact]
    public void Changing_an_input_changes_the_list_and_asking_for_it_changes_no_equality()
    {
        var asked = Rules.Linear with { };
        Assert.Equal(["on_time", "due"], asked.Inputs.Select(input => input.Name));
        Assert.Equal(Rules.Linear with { }, asked);
        Assert.Equal(["on_time", "sent"], (asked with { Denominator = Rules.Due with { Name = "sent" } }).Inputs.Select(input => input.Name));
    }

    [Fact]
    public void A_leaf_is_rounded_once_to_the_places_of_the_framework()
    {
        Quantity?[] third = [Quantity.Of(2), Quantity.Of(3)];
        var linear = Rules.Linear with { Target = Quantity.Of(100) };
        Assert.Equal(0.6667m, linear.Score(third, Points.Of(1m), new()).Points.Value);
        Assert.Equal(0.67m, linear.Score(third, Points.Of(1m), new(LeafPlaces: 2)).Points.Value);
        Assert.Equal(0.6m, linear.Score(third, Points.Of(1m), new(LeafPlaces: 1, Mode: RoundingMode.TowardZero)).Points.Value);
    }
}
