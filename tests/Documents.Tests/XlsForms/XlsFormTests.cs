using ParIndex.Core;
using ParIndex.Core.Questionnaires;
using ParIndex.Documents.Workbooks;
using ParIndex.Documents.XlsForms;
using ParIndex.Testing;

namespace ParIndex.Documents.Tests.XlsForms;

/// <summary>Every shipped questionnaire comes back from its XLSForm to the byte; what is not understood is named.</summary>
public class XlsFormTests
{
    public static TheoryData<string> Shipped => [.. Directory.GetFiles(Repository.Path("questionnaires"), "*.json").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Shipped))]
    public void A_shipped_questionnaire_comes_back_to_the_byte(string name)
    {
        var form = QuestionnaireJson.Read(File.ReadAllBytes(Repository.Path("questionnaires", name)), name).Value!;
        var back = XlsFormReading.Read(Write(form));
        Assert.Empty(back.Findings);
        Assert.Equal(System.Text.Encoding.UTF8.GetString(QuestionnaireJson.Write(form)), System.Text.Encoding.UTF8.GetString(QuestionnaireJson.Write(back.Form!)));
    }

    [Fact]
    public void Every_kind_of_question_and_condition_comes_back()
    {
        Text words = new("Lời", "Words");
        Choice[] two = [new(1, new("Một", "One")), new(2, new("Hai", "Two"))];
        var form = new Questionnaire("Q", 3, words, words, [new("s", two)], [new("S", words, [new("S1", words) { FeedsArea = "3" }])],
            [new("p", words, [
                new ConsentQuestion { Code = "C1", ItemVersion = 2, Words = words, Purpose = "statistics" },
                new MultipleQuestion { Code = "1M", ItemVersion = 1, Words = words, Choices = two, Hint = new("Gợi ý", "Hint") },
                new NumberQuestion { Code = "N", ItemVersion = 1, Words = words, Least = 0, Most = 120, When = new("1M", [1, 2]) },
                new DateQuestion { Code = "D", ItemVersion = 1, Words = words, From = new(2020, 2, 29), To = new(2021, 1, 1), When = new("C1", [1]) },
                new SingleQuestion { Code = "A", ItemVersion = 1, Words = words, Choices = two, Required = true, Indicator = new("none", [2]) },
                new ScaleQuestion { Code = "S1.1", ItemVersion = 1, Words = words, Scale = "s", Factor = "S1", MayBeDeclined = true, When = new("A", [2]) },
                new RankingQuestion { Code = "R", ItemVersion = 1, Words = words, Choices = two, Most = 1 },
                new TextQuestion { Code = "T", ItemVersion = 1, Words = words, MaxLength = 300 }])],
            [new("s", [new(1, 0), new(2, 100)])])
        { Edition = "x", OverallItem = "S1.1", Sources = [words], Respondents = [new("leader", words, ["department", "ward"], 0.5m)] };
        var back = XlsFormReading.Read(Write(form));
        Assert.Empty(back.Findings);
        Assert.Equal(System.Text.Encoding.UTF8.GetString(QuestionnaireJson.Write(form)), System.Text.Encoding.UTF8.GetString(QuestionnaireJson.Write(back.Form!)));
    }

    [Fact]
    public void A_form_of_another_tool_is_taken_as_far_as_it_goes()
    {
        var read = XlsFormReading.Read(Workbook(
            [["type", "name", "label", "relevant", "required"], ["start", "start", "", "", ""], ["select_one yn", "came", "Ông/bà có đến không?", "", "yes"], ["integer", "age", "Tuổi", "${came} = '1'", ""]],
            [["list_name", "name", "label"], ["yn", "1", "Có"], ["yn", "0", "Không"]]));
        Assert.Equal(["X003"], read.Findings.Select(finding => finding.Code));
        Assert.Equal(["came", "age"], read.Form!.Questions.Select(question => question.Code));
        Assert.Equal(new("Ông/bà có đến không?", "Ông/bà có đến không?"), read.Form.Questions[0].Words);
        Assert.Equal(("came", 1), (read.Form.Questions[1].When!.Question, read.Form.Questions[1].When!.AnyOf.Single()));
    }

    [Fact]
    public void What_cannot_be_taken_is_named_by_its_row()
    {
        var read = XlsFormReading.Read(Workbook(
            [["type", "name", "label", "relevant"], ["geopoint", "where", "Ở đâu", ""], ["select_one none", "a", "A", ""], ["text", "b", "B", "${a} != '1' and ${c} > 2"], ["select_one yn", "c", "C", ""]],
            [["list_name", "name", "label"], ["yn", "yes", "Có"]]));
        Assert.Null(read.Form);
        Assert.Equal(["X004 survey:3", "X005 survey:2", "X006 survey:4", "X007 choices:2"], read.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Code} {finding.Where}").Order(StringComparer.Ordinal));
    }

    private static MemoryStream Write(Questionnaire form)
    {
        var file = new MemoryStream();
        XlsFormWriting.Write(form, file);
        file.Position = 0;
        return file;
    }

    private static MemoryStream Workbook(string[][] survey, string[][] choices)
    {
        var file = new MemoryStream();
        PlainWorkbook.Write([Sheet("survey", survey), Sheet("choices", choices)], file);
        file.Position = 0;
        return file;

        static PlainSheet Sheet(string name, string[][] rows) => new(name, [.. rows[0].Select(words => (words, 20))], [.. rows.Skip(1)]);
    }
}
