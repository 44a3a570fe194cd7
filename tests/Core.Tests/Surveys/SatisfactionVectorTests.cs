using System.Globalization;
using ParIndex.Core.Surveys;

namespace ParIndex.Core.Tests.Surveys;

/// <summary>Every row of sipas_test_forms.csv and sipas_test_expected.csv, worked with exact fractions outside this program.</summary>
public class SatisfactionVectorTests
{
    private static readonly Dictionary<(string, AggregationMode), UnitSatisfaction> Results = Computed();

    public static TheoryData<string> FormRows => [.. Sample.Rows("sipas_test_forms.csv").Select(row => row[0])];

    public static TheoryData<string, string, string, string, string, string, string> Rows
    {
        get
        {
            var data = new TheoryData<string, string, string, string, string, string, string>();
            foreach (var row in Sample.Rows("sipas_test_expected.csv")) data.Add(row[0], row[1], row[2], row[3], row[4], row[5], row[6]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(FormRows))]
    public void Every_form_is_judged_as_the_vectors_say(string id)
    {
        var tokens = new HashSet<string>();
        var check = Sample.Forms.TakeWhile(form => form.Id != id).Append(Sample.Forms.Single(form => form.Id == id))
            .Select(form => FormChecking.Check(Sample.Survey, form, tokens)).ToList()[^1];
        var row = Sample.Rows("sipas_test_forms.csv").Single(row => row[0] == id);
        var reason = check.Reason switch
        {
            FormReason.NoConsent => "no_consent",
            FormReason.DuplicateToken => "duplicate_token",
            FormReason.TooFewAnswers => "too_few_answers",
            _ => "",
        };
        Assert.Equal(
            (row[13], row[14], row[15], row[16], row[17]),
            (check.Valid ? "true" : "false", reason, Whole(check.Levels), Whole(check.NotExperienced), check.StraightLine ? "straight_line" : ""));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_figure_is_that_of_the_vectors(
        string unit, string level, string code, string mode, string numerator, string denominator, string expected)
    {
        var pooled = Results[(unit, AggregationMode.PooledAnswers)];
        if (level == "forms")
        {
            Assert.Equal((numerator, denominator, expected),
                (Whole(pooled.Forms.Valid), Whole(pooled.Forms.Collected), Show(pooled.Forms.ValidShare?.Published(2))));
            return;
        }

        if (mode.StartsWith("mean_score", StringComparison.Ordinal))
        {
            Assert.Equal(expected, Show(mode switch
            {
                "mean_score_pooled" => pooled.MeanScore?.Mean(2),
                "mean_score_percent_of_5" => pooled.MeanScore?.PercentOfFive(2),
                _ => pooled.MeanScore?.ZeroToHundred(2),
            }));
            if (denominator.Length > 0) Assert.Equal(denominator, Whole(pooled.Overall.Answers));
            return;
        }

        var wanted = mode == "share" ? AggregationMode.PooledAnswers : Mode(mode);
        var result = Results[(unit, wanted)];
        var value = level == "overall"
            ? result.Overall
            : result.Details.Single(value => value.Code == code && value.Level.ToString().Equals(level, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(expected, Show(value.Published));
        if (wanted is AggregationMode.PooledAnswers or AggregationMode.OverallQuestion)
            Assert.Equal((numerator, denominator), (Whole(value.Satisfied), Whole(value.Answers)));
        else
            Assert.Equal(denominator, Whole(Parts(value)));
    }

    /// <summary>How many values a mean is of: all its parts less those left out.</summary>
    private static int Parts(SatisfactionValue value)
    {
        var contents = Sample.Survey.Contents.Where(content => value.Level == SatisfactionLevel.Overall || content.Code == value.Code).ToList();
        var factors = value.Level == SatisfactionLevel.Factor
            ? Sample.Survey.Contents.SelectMany(content => content.Factors).Where(factor => factor.Code == value.Code).ToList()
            : contents.SelectMany(content => content.Factors).ToList();
        var answered = value.Exact is null;
        var all = value.Mode switch
        {
            AggregationMode.MeanOfContents => contents.Count,
            AggregationMode.MeanOfFactors => factors.Count,
            _ => factors.Sum(factor => factor.Items.Count),
        };
        return answered ? 0 : all - value.LeftOut.Count;
    }

    private static AggregationMode Mode(string name) => name switch
    {
        "pooled_answers" => AggregationMode.PooledAnswers,
        "mean_of_items" => AggregationMode.MeanOfItems,
        "mean_of_factors" => AggregationMode.MeanOfFactors,
        "mean_of_contents" => AggregationMode.MeanOfContents,
        "overall_question" => AggregationMode.OverallQuestion,
        _ => throw new FormatException(name),
    };

    private static Dictionary<(string, AggregationMode), UnitSatisfaction> Computed()
    {
        var results = new Dictionary<(string, AggregationMode), UnitSatisfaction>();
        foreach (var mode in Enum.GetValues<AggregationMode>())
        {
            var survey = Sample.Survey with { Mode = mode };
            foreach (var unit in SatisfactionComputing.Compute(survey, Sample.Forms, Sample.Units)) results[(unit.Unit.Value, mode)] = unit;
            results[("ALL", mode)] = SatisfactionComputing.Pool(survey, Sample.Forms, Sample.Units);
        }

        return results;
    }

    private static string Whole(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "withheld";

    private static string Show(decimal? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";
}
