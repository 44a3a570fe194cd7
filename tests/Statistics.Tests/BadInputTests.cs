using ParIndex.Statistics.Estimation;
using ParIndex.Statistics.Ranks;
using ParIndex.Statistics.Weighting;

namespace ParIndex.Statistics.Tests;

public class BadInputTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_weight_that_cannot_be_is_refused_with_its_row(double weight)
    {
        var refusal = Assert.Throws<BadInputException>(() => SampleDesign.Of([1, weight]));

        Assert.Equal(("weight", "row 2"), (refusal.Code, refusal.Place));
    }

    [Fact]
    public void A_sample_without_records_is_refused() =>
        Assert.Equal("empty", Assert.Throws<BadInputException>(() => SampleDesign.Of([])).Code);

    [Fact]
    public void A_stratum_with_one_cluster_is_refused_when_no_rule_is_named()
    {
        var design = SampleDesign.Of([1, 1, 1], [0, 0, 1]);

        Assert.Equal("one-cluster", Assert.Throws<BadInputException>(() => Linear.Mean(design, [1, 0, 1]).ErrorIn(design)).Code);
    }

    [Fact]
    public void One_cluster_leaves_no_degrees_of_freedom_and_no_interval()
    {
        var design = SampleDesign.Of([1, 1], null, [[0, 0]], lonely: LonelyRule.Remove);

        var interval = Linear.Mean(design, [1, 0]).IntervalIn(design, design.DegreesOfFreedom());

        Assert.Equal(Undefined.NoDegreesOfFreedom, interval.Reason);
        Assert.True(double.IsNaN(interval.Low) && double.IsNaN(interval.High));
    }

    [Fact]
    public void Everybody_satisfied_gives_an_interval_below_one_hundred_per_cent()
    {
        var (effective, interval) = DesignShareInterval.Honest(1, 0, 20, 19);

        Assert.Equal(20, effective.Value);
        Assert.Equal(0.8315665, interval.Low, 1e-6);
        Assert.Equal(1, interval.High);
    }

    [Fact]
    public void A_cell_without_a_record_is_refused_by_name()
    {
        var design = SampleDesign.Of([1, 1]);

        var refusal = Assert.Throws<BadInputException>(() => PostStratification.Of(design, [0, 0], [10, 5], ["nam", "nữ"]));

        Assert.Equal(("empty-cell", "nữ"), (refusal.Code, refusal.Place));
    }

    [Fact]
    public void A_total_that_cannot_be_met_within_the_bounds_is_refused_by_name()
    {
        var design = SampleDesign.Of([1, 1]);

        var refusal = Assert.Throws<BadInputException>(() =>
            Calibration.Of(design, [[1], [1]], [100], ["forms"], CalibrationDistance.Linear, (0.5, 2)));

        Assert.Equal(("total-infeasible", "forms"), (refusal.Code, refusal.Place));
    }

    [Fact]
    public void A_covariance_that_is_not_positive_is_refused() =>
        Assert.Equal("covariance-not-positive", Assert.Throws<BadInputException>(() => RankSets.Correlated([1, 2], new double[,] { { 1, 2 }, { 2, 1 } })).Code);

    [Fact]
    public void Two_units_without_error_are_ranked_by_their_sign_and_equal_ones_not_at_all()
    {
        var sets = RankSets.Independent([3, 2, 2], [0, 0, 0], 100).Simultaneous();

        Assert.Equal([new RankSet(1, 1), new RankSet(2, 3), new RankSet(2, 3)], sets);
    }
}
