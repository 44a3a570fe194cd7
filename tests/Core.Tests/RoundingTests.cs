namespace ParIndex.Core.Tests;

public class RoundingTests
{
    [Theory]
    [InlineData(89.995, 90.00)]
    [InlineData(89.9949, 89.99)]
    [InlineData(-0.005, -0.01)]
    public void Halves_go_away_from_zero(decimal value, decimal published) =>
        Assert.Equal(published, Percent.Of(value).Published(2));

    [Fact]
    public void A_mean_is_rounded_once_from_exact_fractions()
    {
        // 1/3 % and 2/3 % make exactly 0.5: a mean of rounded thirds would miss the half.
        Assert.Equal(1m, Percent.PublishedMean([Percent.FromFraction(1, 3), Percent.FromFraction(2, 3)], 0));
        Assert.Null(Percent.PublishedMean([], 2));
    }

    [Fact]
    public void Points_of_84_give_the_index_of_Ban_Dan_toc_2023() =>
        Assert.Equal(81.33m, Percent.Of(Points.Of(68.32m), Points.Of(84m)).Published(2));
}
