using ParIndex.Core.Questionnaires;

namespace ParIndex.Core.Tests.Questionnaires;

/// <summary>Each finding appears for the fault it names, and for no other.</summary>
public class QuestionnaireCheckingTests
{
    private static readonly Text Words = new("Lời", "Words");
    private static readonly Choice[] Two = [new(1, Words), new(2, Words)];

    private static Questionnaire Sound => new("Q", 1, Words, Words, [new("s5", [new(1, Words), new(2, Words), new(3, Words)])],
        [new("S", Words, [new FactorPart("S1", Words)])],
        [new("page.1", Words, [
            new ConsentQuestion { Code = "C1", ItemVersion = 1, Words = Words, Purpose = "statistics", Required = true },
            new SingleQuestion { Code = "A1", ItemVersion = 1, Words = Words, Choices = Two },
            new ScaleQuestion { Code = "S1.1", ItemVersion = 1, Words = Words, Scale = "s5", Factor = "S1", MayBeNotUsed = true, Required = true },
            new TextQuestion { Code = "O1", ItemVersion = 1, Words = Words, MaxLength = 100 }])],
        [new("s5", [new(1, 0), new(2, 50), new(3, 100)])])
    { Edition = "service_user" };

    public static TheoryData<string, Func<Questionnaire, Questionnaire>> Faults => new()
    {
        { "Q001", form => form with { Sections = [], Scales = [], Contents = [], Mappings = [] } },
        { "Q002", form => form with { Sections = [.. form.Sections, new("page.2", Words, [])] } },
        { "Q003", form => form with { Sections = [.. form.Sections, new("page.1", Words, [new DateQuestion { Code = "D1", ItemVersion = 1, Words = Words, From = new(2020, 1, 1), To = new(2021, 1, 1) }])] } },
        { "Q004", form => form with { Code = "hai từ" } },
        { "Q005", form => form with { Title = new("", "Title") } },
        { "Q006", form => form with { Version = 0 } },
        { "Q007", form => Of(form, "A1", one => one with { ItemVersion = 0 }) },
        { "Q008", form => form with { Scales = [form.Scales[0] with { Levels = [.. form.Scales[0].Levels.Reverse()] }] } },
        { "Q009", form => form with { Scales = [.. form.Scales, new("idle", Two)] } },
        { "Q010", form => form with { Contents = [form.Contents[0] with { Factors = [.. form.Contents[0].Factors, new("S2", Words)] }] } },
        { "Q011", form => Of(form, "A1", one => (SingleQuestion)one with { Choices = [Two[0]] }) },
        { "Q012", form => Of(form, "A1", one => (SingleQuestion)one with { Choices = [Two[0], Two[0]] }) },
        { "Q013", form => Of(form, "A1", one => (SingleQuestion)one with { Choices = [Two[0], new(2, new("Hai", ""))] }) },
        { "Q014", form => Of(form, "S1.1", one => (ScaleQuestion)one with { Scale = "none" }) },
        { "Q015", form => form with { Scales = [form.Scales[0] with { Levels = [.. form.Scales[0].Levels, new(8, Words)] }], Mappings = [] } },
        { "Q016", form => Of(form, "S1.1", one => (ScaleQuestion)one with { Factor = "S9" }) },
        { "Q017", form => Add(form, new RankingQuestion { Code = "R1", ItemVersion = 1, Words = Words, Choices = Two, Most = 3 }) },
        { "Q018", form => Add(form, new NumberQuestion { Code = "N1", ItemVersion = 1, Words = Words, Least = 5, Most = 5 }) },
        { "Q019", form => Add(form, new DateQuestion { Code = "D1", ItemVersion = 1, Words = Words, From = new(2022, 1, 2), To = new(2022, 1, 1) }) },
        { "Q020", form => Of(form, "O1", one => (TextQuestion)one with { MaxLength = 2001 }) },
        { "Q021", form => Of(form, "O1", one => one with { Required = true }) },
        { "Q022", form => Of(form, "C1", one => (ConsentQuestion)one with { Purpose = " " }) },
        { "Q023", form => Add(form, new ConsentQuestion { Code = "C2", ItemVersion = 1, Words = Words, Purpose = "call", When = new("A1", [1]) }) },
        { "Q024", form => Of(form, "A1", one => one with { When = new("S1.1", [1]) }) },
        { "Q025", form => Of(form, "S1.1", one => one with { When = new("A1", [7]) }) },
        { "Q026", form => form with { Mappings = [new("none", [new(1, 0)])] } },
        { "Q027", form => form with { Mappings = [new("s5", [new(1, 0), new(2, 50)])] } },
        { "Q028", form => form with { Mappings = [new("s5", [new(1, -1), new(2, 50), new(3, 100)])] } },
        { "Q029", form => Of(form, "S1.1", one => (ScaleQuestion)one with { MayBeNotUsed = false }) },
        { "Q030", form => Of(form, "A1", one => (SingleQuestion)one with { Choices = [Two[0], new(251, Words)] }) },
        { "Q031", form => form with { OverallItem = "A1" } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_of_the_design_is_named(string code, Func<Questionnaire, Questionnaire> spoil)
    {
        Assert.Empty(QuestionnaireChecking.Check(Sound));
        var found = QuestionnaireChecking.Check(spoil(Sound));
        Assert.Contains(found, finding => finding.Code == code);
        Assert.All(found, finding =>
        {
            Assert.NotEmpty(finding.Where);
            Assert.NotEmpty(finding.Message.Vi);
            Assert.NotEqual(finding.Message.Vi, finding.Message.En);
        });
    }

    private static Questionnaire Of(Questionnaire form, string code, Func<Question, Question> change) => ShippedQuestionnairesTests.Change(form, code, change);

    private static Questionnaire Add(Questionnaire form, Question question) => form with
    {
        Sections = [form.Sections[0] with { Questions = [.. form.Sections[0].Questions, question] }],
    };
}
