using System.Globalization;
using ParIndex.Core.Scoring;
using ParIndex.Testing;

namespace ParIndex.Core.Tests.Scoring;

public class RuleVectorTests
{
    /// <summary>Kinds of row that are no rule of a leaf: tested where the whole year is computed.</summary>
    private static readonly string[] OfTheYear = ["not_applicable/exclude", "not_applicable/full", "missing_evidence", "index"];

    public static TheoryData<string, string, string, decimal, decimal> Vectors => new(Rows().Where(row => !OfTheYear.Contains(row[0]))
        .Select(row => (row[0], row[1], row[2], decimal.Parse(row[3], CultureInfo.InvariantCulture), decimal.Parse(row[4], CultureInfo.InvariantCulture))));

    [Theory, MemberData(nameof(Vectors))]
    public void A_published_or_worked_case_gives_its_points(string kind, string parameters, string input, decimal max, decimal expected)
    {
        var (rule, inputs) = RuleVectors.Read(kind, parameters, input);

        var score = rule.Score(max, inputs);

        Assert.Equal(Outcome.Scored, score.Outcome);
        Assert.Equal(expected, score.Points.Value);
    }

    [Fact]
    public void Every_other_row_is_about_the_year_and_not_about_a_rule()
    {
        Assert.Equal(37, Rows().Count);
        Assert.Equal(30, Vectors.Count);
        Assert.Equal(7, Rows().Count(row => OfTheYear.Contains(row[0])));
    }

    private static List<string[]> Rows() =>
        [.. File.ReadLines(Repository.Path("tests", "Core.Tests", "Data", "rule_test_vectors.csv")).Skip(1).Select(line => line.Split(','))];
}
