using System.Globalization;

namespace ParIndex.Core.Tests;

public class WordsTests
{
    [Fact]
    public void Vietnamese_has_a_decimal_comma_and_dots_between_thousands()
    {
        Assert.Equal(new Text("1.234.567,5", "1,234,567.5"), Words.Number(1234567.5m));
        Assert.Equal(new Text("0,3333", "0.3333"), Words.Number(0.33333m));
        Assert.Equal(new Text("−0,5", "−0.5"), Words.Number(-0.5m));
        Assert.Equal(new Text("90,00", "90.00"), Words.Fixed(90m, 2));
        Assert.Equal(new Text("12", "12"), Words.Number(Quantity.Of(12)));
    }

    [Theory]
    [InlineData("0", 0, 4, "0")]
    [InlineData("0", 2, 2, "0,00")]
    [InlineData("0.00004", 0, 4, "0")]
    [InlineData("0.00005", 0, 4, "0,0001")]
    [InlineData("999.995", 2, 2, "1.000,00")]
    [InlineData("1000", 0, 4, "1.000")]
    [InlineData("12345.6", 2, 4, "12.345,60")]
    [InlineData("999999999.9999", 0, 4, "999.999.999,9999")]
    [InlineData("999999999.99996", 0, 4, "1.000.000.000")]
    [InlineData("1234567890.5", 1, 1, "1.234.567.890,5")]
    [InlineData("2.5", 0, 0, "3")]
    [InlineData("0.123456", 6, 6, "0,123456")]
    public void A_number_keeps_the_places_asked_for_whatever_its_size(string value, int atLeast, int atMost, string expected)
    {
        var number = decimal.Parse(value, CultureInfo.InvariantCulture);
        Assert.Equal(expected, Words.Number(number, atLeast, atMost).Vi);
        Assert.Equal(expected, Words.Number(number, Language.Vietnamese, atLeast, atMost));
        Assert.Equal(expected.Replace('.', ' ').Replace(',', '.').Replace(' ', ','), Words.Number(number, atLeast, atMost).En);
    }

    [Fact]
    public void One_point_is_singular_in_English()
    {
        Assert.Equal(new Text("1 điểm", "1 point"), Words.Points(Points.Of(1m)));
        Assert.Equal(new Text("1,5 điểm", "1.5 points"), Words.Points(Points.Of(1.5m)));
        Assert.Equal(new Text("0 điểm", "0 points"), Words.Points(Points.Zero));
    }

    [Fact]
    public void A_percentage_is_rounded_once_and_keeps_its_places() =>
        Assert.Equal(new Text("80,00 %", "80.00%"), Words.Percent(Percent.Of(12, 15)));

    [Theory]
    [InlineData(90, false, null, false, "trên 90 %", "above 90%")]
    [InlineData(30, true, null, false, "từ 30 % trở lên", "30% or more")]
    [InlineData(null, true, 70, false, "dưới 70 %", "below 70%")]
    [InlineData(null, true, 70, true, "từ 70 % trở xuống", "70% or less")]
    [InlineData(70, true, 90, true, "từ 70 % đến 90 %", "from 70% to 90%")]
    [InlineData(20, true, 30, false, "từ 20 % đến dưới 30 %", "from 20% to below 30%")]
    [InlineData(70, false, 90, false, "trên 70 % đến dưới 90 %", "above 70% to below 90%")]
    [InlineData(100, true, 100, true, "bằng 100 %", "exactly 100%")]
    [InlineData(null, true, null, true, "mọi giá trị", "any value")]
    public void A_range_says_of_each_bound_whether_it_belongs(int? from, bool fromIncluded, int? to, bool toIncluded, string vi, string en) =>
        Assert.Equal(new Text(vi, en), Words.PercentRange(from, fromIncluded, to, toIncluded));

    [Fact]
    public void The_machine_s_culture_changes_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-CH");
            Assert.Equal(new Text("1.234,5", "1,234.5"), Words.Number(1234.5m));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
