using CsCheck;
using ParIndex.Core.Scoring;

namespace ParIndex.Core.Tests.Scoring;

public class RuleLawTests
{
    private static readonly Gen<(long Part, long Whole, long Max)> Case =
        Gen.Select(Gen.Long[0, 2_000_000_000_000], Gen.Long[1, 1_000_000_000_000], Gen.Long[1, 100_000_000]);

    private static readonly RatioRule[] Ratios =
    [
        Rules.Linear, Rules.Cutoff, Rules.Floor, Rules.Linear with { MayExceed = true }, Rules.Floor with { Target = Quantity.Of(110), MayExceed = true },
    ];

    [Fact]
    public void Points_lie_between_0_and_the_maximum() => Case.Sample(sample =>
    {
        foreach (var rule in Ratios) AssertWithin(Score(rule, sample.Part, sample.Whole, sample.Max), sample.Max);
        foreach (var rule in (ScoringRule[])[Rules.Deduction, Rules.Weighted])
            AssertWithin(rule.Score([.. rule.Inputs.Select(_ => (Quantity?)Quantity.Of(sample.Part / 1000))], new(sample.Max), Rules.Rounding), sample.Max);
        var share = new Quantity(sample.Part % 1_000_001);
        foreach (var rule in (ScoringRule[])[Rules.Mean, Rules.Sipas, Rules.External])
            AssertWithin(rule.Score([share], new(sample.Max), Rules.Rounding), sample.Max);
    });

    [Fact]
    public void More_of_the_same_whole_never_earns_fewer_points() =>
        Gen.Select(Case, Gen.Long[0, 1_000_000]).Sample((sample, more) =>
        {
            foreach (var rule in (RatioRule[])[.. Ratios, Rules.Brackets])
                Assert.True(Score(rule, sample.Part, sample.Whole, sample.Max).Points <= Score(rule, sample.Part + more, sample.Whole, sample.Max).Points);
        });

    [Fact]
    public void The_same_share_of_a_greater_whole_earns_the_same() =>
        Gen.Select(Case, Gen.Long[1, 400]).Sample((sample, times) =>
        {
            foreach (var rule in (RatioRule[])[.. Ratios, Rules.Brackets])
                Assert.Equal(Score(rule, sample.Part, sample.Whole, sample.Max), Score(rule, sample.Part * times, sample.Whole * times, sample.Max));
        });

    [Fact]
    public void The_greatest_figures_accepted_stay_within_the_arithmetic()
    {
        var greatest = Quantity.Of((long)Quantity.Limit);
        foreach (var rule in (RatioRule[])[.. Ratios, Rules.Brackets])
            Assert.Equal(Outcome.Scored, rule.Score([Quantity.Of(3), greatest], Points.Of(10_000m), Rules.Rounding).Outcome);
    }

    private static Score Score(RatioRule rule, long part, long whole, long max) =>
        rule.Score([Quantity.Of(part), Quantity.Of(whole)], new(max), Rules.Rounding);

    private static void AssertWithin(Score score, long max)
    {
        Assert.Equal(Outcome.Scored, score.Outcome);
        Assert.InRange(score.Points.TenThousandths, 0, max);
    }
}
