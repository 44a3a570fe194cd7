using ParIndex.Statistics.Raters;

namespace ParIndex.Statistics.Tests.Raters;

public class RaterSeverityTests
{
    private static readonly int[] Units = [0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 4, 4];
    private static readonly int[] Raters = [0, 1, 2, 0, 1, 2, 0, 1, 1, 2, 2, 0, 2];
    private static readonly double[] Scores = [5, 9, 2, 8, 14, 6, 3, 7, 12, 5, 4, 6, 3.5];

    // Expected figures: the normal equations of the full model solved in exact fractions.
    [Fact]
    public void Raters_with_different_units_are_compared_through_the_units_they_share()
    {
        var severity = RaterSeverity.Of(Units, Raters, Scores, out var why)!;
        Assert.Equal(Undefined.None, why);
        double[] effects = [-0.6904761904761905, 4.030020703933747, -3.339544513457557];
        double[] errors = [0.24301338699848452, 0.2349554430099661, 0.2349554430099661];
        double[] p = [0.0295161912, 0.0000025139, 0.0000075808];
        for (var r = 0; r < 3; r++)
        {
            Assert.Equal(effects[r], severity.Effects[r], 1e-10);
            Assert.Equal(errors[r], severity.Errors[r], 1e-10);
            Assert.Equal(p[r], severity.P[r], 1e-9);
        }

        Assert.Equal(6, severity.DegreesOfFreedom);
    }

    [Fact]
    public void Raters_who_share_no_unit_cannot_be_compared()
    {
        Assert.Null(RaterSeverity.Of([0, 0, 1, 1], [0, 0, 1, 1], [1, 2, 3, 5], out var why));
        Assert.Equal(Undefined.NoSolution, why);
    }

    [Fact]
    public void Nothing_is_said_without_a_spread_or_with_too_few_scores()
    {
        Assert.Null(RaterSeverity.Of([0, 0, 1, 1], [0, 1, 0, 1], [1, 3, 2, 4], out var why));
        Assert.Equal(Undefined.NoSpread, why);
        Assert.Null(RaterSeverity.Of([0, 0], [0, 1], [1, 3], out why));
        Assert.Equal(Undefined.NoDegreesOfFreedom, why);
        Assert.Null(RaterSeverity.Of([], [], [], out why));
        Assert.Equal(Undefined.NoAnswers, why);
    }
}
