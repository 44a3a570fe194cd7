using ParIndex.Core.Surveys;
using ParIndex.Testing;

namespace ParIndex.Core.Tests.Surveys;

public class SurveyFileTests
{
    private static readonly Survey Shipped = SurveyJson.Read(File.ReadAllBytes(Repository.Path("frameworks/sipas-2021.json")), "sipas-2021.json").Value!;

    [Fact]
    public void The_shipped_survey_has_five_factors_with_sixteen_items_and_no_finding()
    {
        Assert.Empty(SurveyChecking.Check(Shipped));
        Assert.Equal((1, 5, 16, "S0", "service_user"),
            (Shipped.Contents.Count, Shipped.Contents[0].Factors.Count, Shipped.Items.Count, Shipped.OverallItem, Shipped.Edition));
    }

    [Fact]
    public void Reading_what_was_written_gives_the_same_bytes() =>
        Assert.Equal(SurveyJson.Write(Shipped), SurveyJson.Write(SurveyJson.Read(SurveyJson.Write(Shipped), "x").Value!));

    [Fact]
    public void A_misspelt_setting_is_a_finding_with_its_place()
    {
        var reading = SurveyJson.Read("""{ "methodVersion": "1", "contents": [], "minimalBase": 5 }"""u8, "survey.json");
        Assert.Equal(("S000", "survey.json:1:55"), (Assert.Single(reading.Findings).Code, reading.Findings[0].Where));
    }

    public static TheoryData<string, string, Survey> Broken => new()
    {
        { "S001", "contents", Shipped with { Contents = [], OverallItem = null } },
        { "S002", "S9", Shipped with { Contents = [new("x", Text.Same("x"), [new("S9", Text.Same("S9"), [])])] } },
        { "S003", "S1", Shipped with { OverallItem = "S1" } },
        { "S004", "token", Shipped with { OverallItem = "token" } },
        { "S005", "S0", Shipped with { OverallName = new("Nói chung", "") } },
        { "S006", "F", Sample.Questionnaire(("c", [("F", 1)])) },
        { "S007", "methodVersion", Shipped with { MethodVersion = " " } },
        { "S008", "threshold.value", Shipped with { Threshold = new() { Value = 190 } } },
        { "S009", "threshold.value", Shipped with { Threshold = new() { Value = 0.9m } } },
        { "S010", "handledShare", Shipped with { HandledShare = 50 } },
        { "S011", "satisfiedFrom", Shipped with { SatisfiedFrom = 1 } },
        { "S012", "minimumBase", Shipped with { MinimumBase = 0 } },
        { "S013", "places", Shipped with { Places = 7 } },
        { "S014", "mode", Shipped with { Mode = AggregationMode.OverallQuestion, OverallItem = null } },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Each_fault_has_its_number_and_place(string code, string where, Survey survey) =>
        Assert.Contains(SurveyChecking.Check(survey), finding => finding.Code == code && finding.Where == where);

    [Fact]
    public void A_figure_says_in_a_sentence_how_it_came_about()
    {
        var unit = SatisfactionComputing.Compute(Sample.Survey, Sample.Forms, Sample.Units)[0];
        var working = SatisfactionWorking.Of(Sample.Survey, unit, unit.Overall);
        Assert.StartsWith(
            "Mức độ hài lòng chung: 41/55 ý kiến hợp lệ ở mức 4 trở lên, của 9 phiếu = 74,55 % (gộp mọi ý kiến hợp lệ). Khoảng tin cậy 95 %:",
            working.Sentence.Vi, StringComparison.Ordinal);
        Assert.EndsWith("Does not reach the line of at least 90%, by the rounded figure.", working.Sentence.En, StringComparison.Ordinal);
        Assert.Contains(new("satisfied", "41"), working.Steps);
        Assert.Contains(new("forms.collected", "13"), working.Steps);
    }

    [Fact]
    public void An_item_without_an_answer_says_so_and_a_mean_names_what_it_left_out()
    {
        var survey = Sample.Survey with { Mode = AggregationMode.MeanOfFactors };
        var unit = SatisfactionComputing.Compute(survey, Sample.Forms, Sample.Units)[1];
        Assert.Equal("S5.1: không có ý kiến hợp lệ; không phải 0 %.",
            SatisfactionWorking.Of(survey, unit, unit.Details.Single(value => value.Code == "S5.1")).Sentence.Vi);
        Assert.Contains("Left out for want of valid answers: S5.", SatisfactionWorking.Of(survey, unit, unit.Overall).Sentence.En, StringComparison.Ordinal);
    }
}
