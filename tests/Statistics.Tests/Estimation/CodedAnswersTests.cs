using System.Text;
using ParIndex.Statistics.Benching;

namespace ParIndex.Statistics.Tests.Estimation;

public class CodedAnswersTests
{
    [Fact]
    public void Lines_with_missing_answers_and_no_last_line_end_are_read()
    {
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes("p,w,weight,q1,q2\n0,0,1.5,4,\n0,1,0.5,1,5"));

        var shares = CodedAnswers.Read(stream, 2).Shares(_ => double.PositiveInfinity);

        Assert.Equal(0.75, shares[0].Value.Value, 1e-12);
        Assert.Equal(1, shares[1].Value.Value, 1e-12);
    }

    [Fact]
    public void A_letter_among_the_answers_is_refused_with_its_item()
    {
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes("p,w,weight,q1,q2\n0,0,1,4,x\n"));

        Assert.Contains("item 2", Assert.ThrowsAny<Exception>(() => CodedAnswers.Read(stream, 2)).ToString(), StringComparison.Ordinal);
    }
}
