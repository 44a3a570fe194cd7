using ParIndex.Core.Surveys;

namespace ParIndex.Core.Tests.Surveys;

public sealed class CombinedShareTests
{
    [Fact]
    public void The_margins_of_units_add_up_by_the_square_of_their_part_of_the_answers()
    {
        // 90 of 100 with ± 6 and 240 of 300 with ± 4: parts 1/4 and 3/4, so ± √(1.5² + 3²) = √11.25.
        var all = CombinedShare.Of([new(90, 100, 84, 96), new(240, 300, 76, 84)])!;
        Assert.Equal((82.5m, 400), (all.Share.Published(2), all.Answers));
        Assert.Equal(3.3541, all.Margin!.Value, 0.0001);
    }

    [Fact]
    public void The_wider_half_of_an_uneven_interval_counts()
    {
        Assert.Equal(5, CombinedShare.Of([new(95, 100, 90, 97)])!.Margin!.Value, 1e-9);
    }

    [Fact]
    public void A_unit_without_an_interval_leaves_no_margin_and_no_answers_leave_nothing()
    {
        Assert.Null(CombinedShare.Of([new(9, 10, null, null), new(90, 100, 84, 96)])!.Margin);
        Assert.Null(CombinedShare.Of([]));
        Assert.Null(CombinedShare.Of([new(0, 0, null, null)]));
    }

    [Fact]
    public void Factors_that_rise_with_the_rest_are_linked_and_too_few_units_say_nothing()
    {
        List<(double, double)> rising = [.. Enumerable.Range(0, 10).Select(i => (i * 2.0, 5.0 + i))];
        Assert.Equal(1, FactorLink.Of(rising)!.Value, 1e-12);
        Assert.Equal(-1, FactorLink.Of([.. rising.Select(one => (-one.Item1, one.Item2))])!.Value, 1e-12);
        Assert.Null(FactorLink.Of(rising[..9]));
        Assert.Null(FactorLink.Of([.. rising.Select(one => (1.0, one.Item2))]));
    }

    [Fact]
    public void The_limits_of_a_funnel_narrow_as_units_grow_and_hold_the_mean()
    {
        var limits = UnitFunnel.Of([(20, 16), (100, 80), (400, 320)])!;
        Assert.All(limits, one => Assert.True(one.LowFar < one.Low && one.Low < 80 && 80 < one.High && one.High < one.HighFar));
        Assert.True(limits[2].High - limits[2].Low < limits[1].High - limits[1].Low && limits[1].High - limits[1].Low < limits[0].High - limits[0].Low);
        Assert.True(limits[2].Exclude(70));
        Assert.False(limits[0].Exclude(70));
        // 0.97 to the 91st is 6 %: everybody satisfied among 91 is no wonder, and no unit is named for it.
        Assert.False(UnitFunnel.Of([(91, 91), (1909, 1849)])![0].Exclude(100));
        Assert.Null(UnitFunnel.Of([(20, 16)]));
        Assert.Null(UnitFunnel.Of([(20, 20), (30, 30)]));
    }

    [Fact]
    public void A_small_unit_in_which_everybody_is_satisfied_is_named_by_no_funnel()
    {
        var (points, mean) = SatisfactionFunnel.Of([("A", 91, 100m), ("B", 1909, 96.86m), ("C", 40, null)]);
        Assert.Equal(["A", "B"], points.Select(point => point.Unit));
        Assert.Equal(97.00m, mean);
        Assert.Equal((100m, false), (points[0].High, points[0].Outside));
        // A unit far below the others is.
        Assert.True(SatisfactionFunnel.Of([("A", 300, 60m), ("B", 2000, 95m)]).Points[0].Outside);
    }
}
