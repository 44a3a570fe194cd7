using System.Globalization;
using ParIndex.Core.Surveys;

namespace ParIndex.Core.Tests.Surveys;

public class FormSignsTests
{
    private static readonly Survey Survey = Sample.Questionnaire(("service", [("S1", 6), ("S2", 6)])) with { MinimumBase = 30 };

    [Fact]
    public void Counts_are_those_of_the_valid_forms_and_honest_units_have_no_sign()
    {
        var forms = (List<Form>)[.. Honest("U1", 40, 0), .. Honest("U2", 40, 7), .. Honest("U3", 40, 13)];
        forms.Add(Sample.Form("line", "444444444444"));
        forms.Add(forms[0] with { Id = "again" });
        forms.Add(Sample.Form("empty", "------------"));

        var signs = FormSigns.Of(Survey, forms, Sample.Units);

        Assert.Equal((42, 1, 1), (signs[0].Forms, signs[0].StraightLine, signs[0].SameAnswers));
        Assert.Equal((40, 0, 0), (signs[1].Forms, signs[1].StraightLine, signs[1].SameAnswers));
        Assert.All(signs, unit => Assert.Empty(unit.Signs));
    }

    [Fact]
    public void Many_straight_lines_and_many_equal_forms_stand_out_in_their_unit_alone()
    {
        var forms = (List<Form>)[.. Honest("U1", 40, 0), .. Honest("U2", 40, 7), .. Honest("U3", 40, 13)];
        for (var i = 0; i < 12; i++) forms.Add(Sample.Form($"line{i}", "555555555555", "U2"));
        for (var i = 0; i < 12; i++) forms.Add(Sample.Form($"copy{i}", "454545454545", "U3"));

        var signs = FormSigns.Of(Survey, forms, Sample.Units);

        Assert.Empty(signs[0].Signs);
        Assert.Equal([FormSign.StraightLines], signs[1].Signs);
        Assert.Equal([FormSign.SameAnswers], signs[2].Signs);
        Assert.Equal(11, signs[2].SameAnswers);
    }

    [Fact]
    public void A_unit_where_everybody_is_satisfied_stands_out_when_chance_would_not_give_it()
    {
        var forms = (List<Form>)[.. Honest("U1", 200, 0), .. Honest("U2", 200, 3)];
        forms.AddRange(Honest("U3", 200, 5).Select(form => form with { Answers = [.. form.Answers.Select((_, q) => Answer.At(4 + ((form.Id.Length + q) % 2)))] }));

        var signs = FormSigns.Of(Survey, forms, Sample.Units);

        Assert.Contains(FormSign.AlwaysSatisfied, signs[2].Signs);
        Assert.DoesNotContain(FormSign.AlwaysSatisfied, signs[0].Signs);
    }

    [Fact]
    public void Below_the_minimum_of_forms_no_count_is_given()
    {
        var signs = FormSigns.Of(Survey, [.. Honest("U1", 40, 0), .. Honest("U2", 29, 7), .. Honest("U3", 40, 13)], Sample.Units);

        Assert.Equal((true, 0, 0), (signs[1].Suppressed, signs[1].Forms, signs[1].Satisfied));
        Assert.False(signs[0].Suppressed);
    }

    [Fact]
    public void Forms_that_all_look_alike_everywhere_single_nobody_out()
    {
        List<Form> forms = [];
        foreach (var unit in (string[])["U1", "U2", "U3"])
            for (var i = 0; i < 40; i++) forms.Add(Sample.Form($"{unit}{i}", "444444444444", unit));

        Assert.All(FormSigns.Of(Survey, forms, Sample.Units), unit => Assert.Empty(unit.Signs));
    }

    // Different answers from form to form, three in four satisfied.
    private static IEnumerable<Form> Honest(string unit, int count, int shift)
    {
        for (var i = 0; i < count; i++)
        {
            var cells = Convert.ToString((i + shift) * 37 % 4096, 2).PadLeft(12, '0').Replace('1', i % 4 == 0 ? '2' : '5').Replace('0', i % 4 == 0 ? '3' : '4');
            yield return Sample.Form(unit + i.ToString(CultureInfo.InvariantCulture), cells == new string(cells[0], 12) ? "1" + cells[1..] : cells, unit);
        }
    }
}
