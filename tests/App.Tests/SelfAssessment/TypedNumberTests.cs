using ParIndex.App.SelfAssessment;

namespace ParIndex.App.Tests.SelfAssessment;

public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("2,5", "2.5")]
    [InlineData("2.5", "2.5")]
    [InlineData(" 12 ", "12")]
    [InlineData("1.250,5", "1250.5")]
    [InlineData("1.250.000", "1250000")]
    [InlineData("1 250", "1250")]
    [InlineData("0.250", "0.250")]
    [InlineData("-3", "-3")]
    public void Comma_and_dot_are_understood(string typed, string value) =>
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), TypedNumber.Read(typed, "x"));

    [Theory]
    [InlineData("1,250.5")]
    [InlineData("1.25.0")]
    [InlineData("12.50,5")]
    [InlineData("2,")]
    [InlineData(",5")]
    [InlineData("1e5")]
    [InlineData("--1")]
    [InlineData("٣")]
    [InlineData("-")]
    [InlineData(".")]
    public void What_is_no_number_is_refused(string typed) => Assert.Throws<RefusedException>(() => TypedNumber.Read(typed, "x"));

    [Fact]
    public void A_dot_before_three_digits_is_asked_about_unless_only_whole_numbers_can_be_meant()
    {
        var refused = Assert.Throws<RefusedException>(() => TypedNumber.Read("1.250", "x"));
        Assert.Equal("“1.250” có thể hiểu là 1250 hoặc 1,250. Nhập lại theo một trong hai cách đó.", refused.Refusal.Message.Vi);
        Assert.Equal(1250m, TypedNumber.Read("1.250", "x", whole: true));
        Assert.Null(TypedNumber.Read("  ", "x"));
    }
}
