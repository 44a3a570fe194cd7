using ParIndex.Statistics.Estimation;

namespace ParIndex.Statistics.Tests.Estimation;

public class ClusterTotalsTests
{
    [Fact]
    public void The_share_and_its_error_come_from_the_clusters()
    {
        // Two clusters of two forms each, weight 1: 2 of 2 and 1 of 2 satisfied. R = 3/4, z = (0.5, -0.5) / 4, Var = 2 (1/64 + 1/64).
        var totals = Two(out var a, out var b);
        totals.Add(a, 1, [4]);
        totals.Add(a, 1, [5]);
        totals.Add(b, 1, [4]);
        totals.Add(b, 1, [1]);

        var share = totals.Shares(_ => double.PositiveInfinity).Single();

        Assert.Equal(0.75, share.Value.Value);
        Assert.Equal(0.25, share.Error.Value, 1e-15);
    }

    [Fact]
    public void An_item_nobody_answered_has_a_reason_and_no_number()
    {
        var totals = Two(out var a, out _);
        totals.Add(a, 1, [0]);

        var share = totals.Shares(_ => double.PositiveInfinity).Single();

        Assert.Equal(Undefined.NoAnswers, share.Value.Reason);
        Assert.True(double.IsNaN(share.Error.Value));
    }

    [Fact]
    public void An_answer_outside_the_scale_is_refused_with_its_form_and_item()
    {
        var totals = Two(out var a, out _);

        var refusal = Assert.Throws<BadInputException>(() => totals.Add(a, 1, [6]));

        Assert.Equal(("answer-outside-scale", "form 1, item 1"), (refusal.Code, refusal.Place));
    }

    private static ClusterTotals Two(out int first, out int second)
    {
        var totals = new ClusterTotals(1, 4, 5);
        (first, second) = (totals.AddCluster(0), totals.AddCluster(0));
        return totals;
    }
}
