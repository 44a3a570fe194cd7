using ParIndex.Core.Questionnaires;
using ParIndex.Testing;

namespace ParIndex.Core.Tests.Questionnaires;

public class ShippedQuestionnairesTests
{
    [Theory]
    [InlineData("citizen-service.json")]
    [InlineData("citizen-household.json")]
    [InlineData("officials.json")]
    public void Nothing_is_wrong_with_the_shipped_ones_and_they_come_back_byte_for_byte(string file)
    {
        var bytes = File.ReadAllBytes(Repository.Path("questionnaires", file));
        var read = QuestionnaireJson.Read(bytes, file);
        Assert.Empty(read.Findings);
        Assert.Empty(QuestionnaireChecking.Check(read.Value!));
        Assert.Equal(bytes, QuestionnaireJson.Write(read.Value!));
    }

    /// <summary>The national form has 23 items on policies and 16 on services in nine factors; additions stay out of the index.</summary>
    [Theory]
    [InlineData("citizen-service.json", 1, 5, 16, 2)]
    [InlineData("citizen-household.json", 2, 9, 39, 2)]
    [InlineData("officials.json", 1, 7, 21, 0)]
    public void The_items_that_count_are_those_of_the_method(string file, int contents, int factors, int items, int extensions)
    {
        var questionnaire = Read(file);
        var survey = MethodOfForm.Survey(questionnaire, "test");
        Assert.Equal(contents, survey.Contents.Count);
        Assert.Equal(factors, survey.Contents.Sum(content => content.Factors.Count));
        Assert.Equal(items, survey.Items.Count);
        Assert.Equal(extensions, questionnaire.Questions.OfType<ScaleQuestion>().Count(question => question.Extension));
    }

    [Fact]
    public void A_changed_wording_or_scale_takes_an_item_out_of_the_comparison()
    {
        var before = Read("citizen-service.json");
        Assert.Equal(16, MethodOfForm.Comparable(before, before).Count);
        var reworded = Change(before, "S1.1", question => question with { ItemVersion = 2 });
        Assert.DoesNotContain("S1.1", MethodOfForm.Comparable(reworded, before));
        Assert.Equal(15, MethodOfForm.Comparable(reworded, before).Count);
        var rescaled = before with { Scales = [.. before.Scales.Select(scale => scale.Code == "satisfaction5" ? scale with { Levels = [.. scale.Levels.Take(4)] } : scale)] };
        Assert.Empty(MethodOfForm.Comparable(rescaled, before));
    }

    internal static Questionnaire Read(string file) => QuestionnaireJson.Read(File.ReadAllBytes(Repository.Path("questionnaires", file)), file).Value!;

    internal static Questionnaire Change(Questionnaire questionnaire, string code, Func<Question, Question> change) => questionnaire with
    {
        Sections = [.. questionnaire.Sections.Select(section => section with { Questions = [.. section.Questions.Select(one => one.Code == code ? change(one) : one)] })],
    };
}
