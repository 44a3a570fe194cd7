using System.Text;
using ParIndex.Core;
using ParIndex.Documents.Tables;

namespace ParIndex.Documents.Tests.Tables;

public class CsvWriterTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+84 225 123", "'+84 225 123")]
    [InlineData("-A1", "'-A1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠x", "'＠x")]
    [InlineData("-1-1", "'-1-1")]
    [InlineData("'=1", "''=1")]
    [InlineData("-5", "-5")]
    [InlineData("-0.25", "-0.25")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("Sở Nội vụ", "Sở Nội vụ")]
    [InlineData("a = b", "a = b")]
    [InlineData("", "")]
    public void A_text_that_looks_like_a_formula_is_disarmed_and_comes_back_as_it_was(string text, string written)
    {
        Assert.Equal(written + "\n", Row(csv => csv.Text(text)));
        Assert.Equal(text, FormulaSigns.Reveal(FormulaSigns.Disarm(text)));
    }

    [Fact]
    public void Negative_numbers_stay_numbers() =>
        Assert.Equal("-5,-0.25,-1.50,-0.0001\n", Row(csv => csv.Number(-5).Points(Points.Of(-0.25m)).Decimal(-1.5m, 2).Points(Points.Of(-0.0001m))));

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData(" a", "\" a\"")]
    [InlineData("=\"a\",b", "\"'=\"\"a\"\",b\"")]
    public void A_text_is_quoted_where_it_must_be(string text, string written) => Assert.Equal(written + "\n", Row(csv => csv.Text(text)));

    [Fact]
    public void Nothing_is_an_empty_cell() => Assert.Equal(",,,\n", Row(csv => csv.Text(null).Number(null).Points(null).Decimal(null)));

    private static string Row(Func<CsvWriter, CsvWriter> cells) => Encoding.UTF8.GetString(cells(new()).End().Written);
}
