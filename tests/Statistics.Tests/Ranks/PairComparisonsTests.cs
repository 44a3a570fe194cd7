using ParIndex.Statistics.Ranks;

namespace ParIndex.Statistics.Tests.Ranks;

public class PairComparisonsTests
{
    [Theory]
    // Tables of the studentised range, 5 %, infinite degrees of freedom (Harter 1960): 2.772, 3.314, 4.474; divided by the root of 2.
    [InlineData(2, 1.9600)]
    [InlineData(3, 2.3437)]
    [InlineData(10, 3.1636)]
    public void The_critical_value_is_the_studentised_range_over_the_root_of_two(int means, double critical) =>
        Assert.Equal(critical, PairComparisons.Critical(means), 5e-4);

    [Fact]
    public void Estimates_further_apart_than_the_critical_difference_are_told_apart()
    {
        // Three means, errors 1: 2.3437 × √2 = 3.3145.
        var pairs = new PairComparisons([10, 6.6, 3.4], [1, 1, 1]);

        Assert.True(pairs.Above(0, 1));
        Assert.False(pairs.Above(1, 2));
        Assert.False(pairs.Above(1, 0));
        Assert.Equal([new(1, 1), new(2, 3), new(2, 3)], pairs.Sets());
    }

    [Fact]
    public void Without_error_any_difference_counts_and_equal_ones_share()
    {
        var pairs = new PairComparisons([10, 9.99, 9.99], [0, 0, 0]);

        Assert.Equal([new(1, 1), new(2, 3), new(2, 3)], pairs.Sets());
    }

    [Fact]
    public void Runs_are_the_longest_in_which_no_two_can_be_told_apart()
    {
        // Five means, errors 1: critical difference 3.858. 20-17-14 chain, 14 with 11, 1 alone.
        var pairs = new PairComparisons([20, 17, 14, 11, 1], [1, 1, 1, 1, 1]);

        Assert.Equal([(0, 1), (1, 2), (2, 3)], pairs.Runs([0, 1, 2, 3, 4]));
        Assert.Equal([(0, 2)], new PairComparisons([5, 4, 3], [1, 1, 1]).Runs([0, 1, 2]));
        Assert.Empty(new PairComparisons([50, 40, 30], [1, 1, 1]).Runs([0, 1, 2]));
    }

    [Fact]
    public void A_negative_error_is_refused_with_its_row() =>
        Assert.Equal("row 2", Assert.Throws<BadInputException>(() => new PairComparisons([1, 2], [1, -1])).Place);
}
