using ParIndex.Statistics.Estimation;

namespace ParIndex.Statistics.Tests.Estimation;

public class FormIntervalTests
{
    // Written out by hand: forms (t, v) = (4,4) (3,4) (2,4) (4,4); R = 13/16, z = (t − 3.25)/16, Var = 4/3 Σz² = 0.0143229166…,
    // t(0.975, 3) = 3.182446305, half width on the logit scale 3.182446305 × 0.1196784 ÷ 0.15234375 = 2.5000695.
    [Fact]
    public void A_ratio_over_four_forms_has_the_limits_worked_by_hand()
    {
        var moments = new Moments().With(0.75 / 16).With(-0.25 / 16).With(-1.25 / 16).With(0.75 / 16);
        Assert.Equal(NoFormInterval.None, FormInterval.TryOf(13 / 16.0, [moments], out var interval));
        Assert.Equal(0.2624, interval.Low, 4);
        Assert.Equal(0.9814, interval.High, 4);
    }

    [Fact]
    public void Everybody_satisfied_gives_a_one_sided_interval_that_is_not_empty()
    {
        // Clopper-Pearson, 10 of 10: 0.025^(1/10) = 0.6915.
        var moments = Enumerable.Repeat(0.0, 10).Aggregate(new Moments(), (sum, value) => sum.With(value));
        Assert.Equal(NoFormInterval.None, FormInterval.TryOf(1, [moments], out var interval));
        Assert.Equal(0.6915, interval.Low, 4);
        Assert.Equal(1, interval.High);
    }

    [Fact]
    public void One_form_alone_has_no_interval_and_the_reason_is_said() =>
        Assert.Equal(NoFormInterval.NoDegreesOfFreedom, FormInterval.TryOf(0.5, [new Moments().With(0)], out _));

    [Fact]
    public void Forms_that_all_agree_below_a_hundred_per_cent_do_not_give_width_nought()
    {
        var moments = new Moments().With(0).With(0).With(0);
        FormInterval.TryOf(0.5, [moments], out var interval);
        Assert.True(interval.High - interval.Low > 0.5);
    }
}
