using System.Text;
using ParIndex.Statistics.Benching;
using ParIndex.Statistics.Estimation;

namespace ParIndex.Statistics.Tests.Estimation;

public class CodedAnswersTests
{
    private const string Header = "p,w,weight,q1,q2\n";

    [Fact]
    public void Lines_with_missing_answers_and_no_last_line_end_are_read()
    {
        var shares = Read("0,0,1.5,4,\n0,1,0.5,1,5");

        Assert.Equal(0.75, shares[0].Value.Value, 1e-12);
        Assert.Equal(1, shares[1].Value.Value, 1e-12);
    }

    [Theory]
    [InlineData("0,0,1,4,x", "answer-not-a-digit", "line 3, item 2")]
    [InlineData("0,0,1,4,6", "answer-outside-scale", "line 3, item 2")]
    [InlineData("0,0,1,4", "answer-not-a-digit", "line 3, item 1")]
    [InlineData("0,0,1,4,5,5", "answer-not-a-digit", "line 3, item 2")]
    [InlineData("0,0,-1,4,5", "weight", "line 3, weight")]
    [InlineData("0,0,NaN,4,5", "weight", "line 3, weight")]
    [InlineData("0,0,Infinity,4,5", "weight", "line 3, weight")]
    [InlineData("0,0,,4,5", "weight", "line 3, weight")]
    [InlineData("a,0,1,4,5", "code-not-a-number", "line 3, stratum")]
    [InlineData("0,,1,4,5", "code-not-a-number", "line 3, cluster")]
    [InlineData("99999999999,0,1,4,5", "code-not-a-number", "line 3, stratum")]
    public void A_line_that_cannot_be_read_is_one_refusal_with_its_line_and_column(string line, string code, string place)
    {
        var refusal = Assert.Throws<BadInputException>(() => Read($"0,0,1,4,5\n{line}\n0,0,1,4,5\n"));

        Assert.Equal((code, place), (refusal.Code, refusal.Place));
    }

    [Fact]
    public void The_first_of_two_mistakes_is_named_also_when_another_lane_found_the_second()
    {
        // Two lanes read blocks of four mebibytes in turn: line 600,000 lies in the second block, line 300,000 in the first.
        var text = new StringBuilder();
        for (var line = 2; line <= 700_000; line++) text.Append(line is 300_000 or 600_000 ? "0,0,1,4,9\n" : "0,0,1,4,5\n");

        Assert.Equal("line 300000, item 2", Assert.Throws<BadInputException>(() => Read(text.ToString())).Place);
        Assert.Equal("line 600000, item 2", Assert.Throws<BadInputException>(() => Read(text.ToString().Remove(10 * 299_998, 10).Insert(10 * 299_998, "0,0,1,4,5\n"))).Place);
    }

    [Theory]
    [InlineData("")]
    [InlineData("p,w,weight,q1,q2\n")]
    public void A_file_without_forms_is_refused(string text) =>
        Assert.Equal(("empty", "line 1"), Assert.Throws<BadInputException>(() => All(text)) is var refusal ? (refusal.Code, refusal.Place) : default);

    [Fact]
    public void A_weight_of_nought_counts_nothing_and_nobody_left_is_undefined()
    {
        var shares = Read("0,0,0,4,5\n0,1,0,1,5\n");

        Assert.Equal(Undefined.NoAnswers, shares[0].Value.Reason);
        Assert.Equal(0.5, Read("0,0,0,4,5\n0,1,1,1,5\n0,2,1,5,5\n")[0].Value.Value, 1e-12);
    }

    [Fact]
    public void One_cluster_and_a_constant_column_leave_the_error_undefined()
    {
        Assert.Equal(Undefined.OneCluster, Read("0,0,1,4,5\n0,0,1,1,5\n")[0].Error.Reason);

        var constant = Read("0,0,1,4,5\n0,1,1,1,5\n")[1];
        Assert.Equal((1.0, Undefined.NoSpread), (constant.Value.Value, constant.Error.Reason));
    }

    private static ClusterTotals.Share[] Read(string lines) => All(Header + lines);

    private static ClusterTotals.Share[] All(string text)
    {
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(text));
        return CodedAnswers.Read(stream, 2).Shares(_ => double.PositiveInfinity);
    }
}
