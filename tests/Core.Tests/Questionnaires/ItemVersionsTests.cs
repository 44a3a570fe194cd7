using ParIndex.Core.Questionnaires;
using ParIndex.Testing;

namespace ParIndex.Core.Tests.Questionnaires;

/// <summary>A changed scale or wording is a new item.</summary>
public class ItemVersionsTests
{
    private static readonly Questionnaire Before = QuestionnaireJson.Read(File.ReadAllBytes(Repository.Path("questionnaires", "citizen-service.json")), "form").Value!;

    [Fact]
    public void Nothing_changed_is_no_break()
    {
        var now = ItemVersions.After(Before with { Version = 2 }, Before);
        Assert.Empty(ItemVersions.Breaks(now, Before));
        Assert.Equal(MethodOfForm.Items(Before).Select(item => item.Code), MethodOfForm.Comparable(now, Before));
    }

    [Fact]
    public void Another_wording_breaks_its_own_item_and_no_other()
    {
        var now = ItemVersions.After(Change(Before, "S1.1", question => question with { Words = new("Lời khác", "Other words") }), Before);
        Assert.Equal([("S1.1", 1, 2)], ItemVersions.Breaks(now, Before));
        Assert.DoesNotContain("S1.1", MethodOfForm.Comparable(now, Before));
        Assert.Contains("S1.2", MethodOfForm.Comparable(now, Before));
    }

    [Fact]
    public void Another_label_of_a_scale_breaks_every_item_on_it()
    {
        var scale = Before.Scales.First(one => one.Code == ((ScaleQuestion)Before.Questions.First(question => question.Code == "S1.1")).Scale);
        var changed = Before with { Scales = [.. Before.Scales.Select(one => one == scale ? one with { Levels = [.. one.Levels.Select((level, i) => i == 2 ? level with { Label = new("Tạm được", "So-so") } : level)] } : one)] };
        var now = ItemVersions.After(changed, Before);
        Assert.Empty(MethodOfForm.Comparable(now, Before));
    }

    private static Questionnaire Change(Questionnaire form, string code, Func<Question, Question> change) => form with
    {
        Sections = [.. form.Sections.Select(section => section with { Questions = [.. section.Questions.Select(question => question.Code == code ? change(question) : question)] })],
    };
}
