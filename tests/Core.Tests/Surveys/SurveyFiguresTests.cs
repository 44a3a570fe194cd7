using ParIndex.Core.Cycles;
using ParIndex.Core.Questionnaires;
using ParIndex.Core.Surveys;
using ParIndex.Testing;

namespace ParIndex.Core.Tests.Surveys;

/// <summary>Figures by channel, links with the general question, expert questionnaires, and the difference of two years.</summary>
public class SurveyFiguresTests
{
    private static readonly Survey Short = Sample.Questionnaire(("S", [("S1", 1), ("S2", 1)])) with { MinimumBase = 30, OverallItem = "S0" };

    private static readonly Questionnaire Officials =
        QuestionnaireJson.Read(File.ReadAllBytes(Repository.Path("questionnaires", "officials.json")), "officials").Value!;

    [Fact]
    public void A_channel_with_few_forms_takes_the_next_smallest_with_it_because_the_whole_would_give_it_away()
    {
        var counting = new SatisfactionCounting(Short, Units);
        Add(counting, "Web", 80, 5);
        Add(counting, "Phone", 40, 4);
        Add(counting, "Paper", 5, 1);
        var channels = counting.Channels();
        Assert.Equal(["Paper", "Phone", "Web"], channels.Select(one => one.Channel));
        Assert.Equal([true, true, false], channels.Select(one => one.Found.Overall.Suppressed));
        Assert.Null(channels[1].Found.Overall.Published);
        Assert.Equal(96.00m, counting.Pooled().Overall.Published);
    }

    [Fact]
    public void Channels_that_are_large_enough_are_all_shown_and_the_whole_is_their_sum()
    {
        var counting = new SatisfactionCounting(Short, Units);
        Add(counting, "Web", 60, 5);
        Add(counting, "Phone", 40, 2);
        Assert.Equal([0.00m, 100.00m], counting.Channels().Select(one => one.Found.Overall.Published!.Value));
        Assert.Equal(60.00m, Assert.Single(counting.Units()).Overall.Published);
        Assert.Equal(["Phone", "Web"], counting.ChannelsOf(Units[0].Code).Select(one => one.Channel));
    }

    [Fact]
    public void A_link_needs_a_hundred_forms_that_answered_both_and_a_spread()
    {
        var links = new ItemLinks(Short);
        for (var i = 0; i < 99; i++) links.Add([Answer.At(1 + (i % 5)), Answer.At(3)], Answer.At(1 + (i % 5)));
        Assert.All(links.All(), link => Assert.Null(link.Link));
        links.Add([Answer.At(5), Answer.At(3)], Answer.At(5));
        Assert.Equal(1, links.All()[0].Link!.Value, 12);
        Assert.Null(links.All()[1].Link);
        Assert.Equal(100, links.All()[1].Forms);
    }

    [Fact]
    public void Levels_of_officials_become_points_by_the_mapping_and_too_few_forms_give_none()
    {
        var (enough, few) = (UnitCode.Parse("SNV"), UnitCode.Parse("STP"));
        var points = new PointsComputing(Officials, MethodOfForm.Survey(Officials, "test", 15), [enough, few]);
        var items = MethodOfForm.Items(Officials);
        // Level 5 is worth 100, level 2 is worth 25: 10 and 10 forms give 62.5 on the whole; on the factor L the second half did not answer.
        for (var i = 0; i < 20; i++)
            points.Add(Form(enough, [.. items.Select(item => i < 10 ? Answer.At(5) : item.Factor == "L" ? new Answer(AnswerKind.NotExperienced) : Answer.At(2))]));
        for (var i = 0; i < 14; i++) points.Add(Form(few, [.. items.Select(_ => Answer.At(4))]));
        var found = points.Units();
        Assert.Equal(62.50m, found[0].Of("H")!.Mean);
        Assert.Equal((null, 10, true), (found[0].Of("L")!.Mean, found[0].Of("L")!.Forms, found[0].Of("L")!.Suppressed));
        // Taking the others from the whole would say what L is: another factor is withheld beside it.
        Assert.Equal(2, found[0].Values.Count(value => value is { Level: SatisfactionLevel.Factor, Suppressed: true }));
        Assert.All(found[1].Values, value => Assert.Null(value.Mean));
    }

    [Fact]
    public void Answers_that_count_are_read_out_of_packed_forms_as_the_whole_form_is()
    {
        var form = QuestionnaireJson.Read(File.ReadAllBytes(Repository.Path("questionnaires", "citizen-service.json")), "form").Value!;
        var given = form.Questions.Select((question, i) => question switch
        {
            ScaleQuestion scale => i % 7 == 0 && scale.MayBeNotUsed ? Given.Of(8) : i % 11 == 0 ? Given.Blank : i % 13 == 0 ? Given.NotAsked : Given.Of(1 + (i % 5)),
            TextQuestion => Given.Said("Cảm ơn"),
            _ => Given.Blank,
        }).ToArray();
        var (answers, overall) = new StoredAnswers(form).Read(Packed.Write(form, given));
        var items = MethodOfForm.Items(form);
        for (var i = 0; i < items.Count; i++)
        {
            var one = given[form.Questions.ToList().FindIndex(question => question.Code == items[i].Code)];
            Assert.Equal(one switch { { Asked: false } => "NA", { Answered: false } => "", _ => $"{one.Value}" }, answers[i].Cell);
        }

        Assert.Equal($"{given[form.Questions.ToList().FindIndex(question => question.Code == "S0")].Value}", overall.Cell);
        Assert.Throws<InvalidDataException>(() => new StoredAnswers(form).Read(Packed.Write(form, given).AsSpan()[..^1]));
    }

    [Fact]
    public void The_difference_of_two_years_has_an_interval_and_shared_clusters_make_it_narrower()
    {
        YearForm[] apart = [.. Enumerable.Range(0, 100).Select(i => new YearForm(false, i < 50 ? 1 : 0, 1, 1, "u", "")), .. Enumerable.Range(0, 100).Select(i => new YearForm(true, i < 60 ? 1 : 0, 1, 1, "u", ""))];
        var found = YearDifference.Of(apart)!;
        // 10 points; variance 200/199 × (100 × 0.25 + 100 × 0.24)/100², t with 199 degrees of freedom 1.971957.
        Assert.Equal((50.00m, 60.00m, 10.00m, -3.84m, 23.84m, 0), (found.Before, found.Now, found.Difference, found.Low, found.High, found.Shared));
        Assert.False(found.Told);
        YearForm[] together = [.. apart.Select((form, i) => form with { Cluster = $"c{i % 100 / 10}" })];
        var shared = YearDifference.Of(together)!;
        Assert.Equal((10.00m, 10), (shared.Difference, shared.Shared));
        YearForm[] renamed = [.. together.Select(form => form with { Cluster = form.Cluster + (form.Now ? "'" : "") })];
        Assert.True(shared.High - shared.Low < YearDifference.Of(renamed)!.High - YearDifference.Of(renamed)!.Low);
        Assert.Null(YearDifference.Of([.. apart.Where(form => form.Now)]));
    }

    private static IReadOnlyList<Unit> Units { get; } =
        [new() { Code = UnitCode.Parse("SNV"), Name = Text.Same("SNV"), Group = "g", ShortName = Text.Same("SNV"), Slug = "snv" }];

    private static void Add(SatisfactionCounting counting, string channel, int forms, int level)
    {
        for (var i = 0; i < forms; i++) counting.Add(Form(Units[0].Code, [Answer.At(level), Answer.At(level)]), channel);
    }

    private static Form Form(UnitCode unit, Answer[] answers) => new() { Id = "", Unit = unit, Consent = true, Answers = answers };
}
