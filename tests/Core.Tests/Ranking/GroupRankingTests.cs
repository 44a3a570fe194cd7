using ParIndex.Core.Computation;
using ParIndex.Core.Ranking;
using ParIndex.Testing;

namespace ParIndex.Core.Tests.Ranking;

public class GroupRankingTests
{
    [Fact]
    public void A_shared_third_place_is_said_with_its_reason()
    {
        var result = Computing.Compute(Build.Input(Build.Framework(), 91.26m, 91.07m, 90.5m, 90.5m, 90.1m), "test");

        Assert.Equal([1, 2, 3, 3, 5], result.Units.Select(unit => unit.Standing!.Value.Rank));
        Assert.Equal(
            "Hạng 3 trong 5 đơn vị của “Khối departments” với 90,50: có 2 đơn vị đứng trên. "
            + "Đồng hạng với Sở D vì chỉ số công bố bằng nhau; hạng kế tiếp là 5.",
            IndexWorking.Rank(result, result.Units[2]).Sentence.Vi);
    }

    [Theory]
    [InlineData("unrounded", "B")]
    [InlineData("area:2", "A")]
    public void Ordered_ties_follow_the_named_keys(string key, string first)
    {
        // 85.0151 with more in area 2, and 85.0249: both print 85.02.
        var framework = Build.Framework(ties: new TiePolicy { Kind = TieKind.Ordered, Keys = [key] });
        var a = Build.Sheet(Build.Unit("A"), framework, 20, 20, 10, 25.0151m, 10);
        var b = Build.Sheet(Build.Unit("B"), framework, 20, 20, 20, 20, 5.0249m);
        var result = Computing.Compute(Build.Input(a, b), "test");

        Assert.Equal(first, result.Units[0].Unit.Code.Value);
        Assert.Equal([1, 2], result.Units.Select(unit => unit.Standing!.Value.Rank));
        Assert.Contains(key, IndexWorking.Rank(result, result.Units[0]).Sentence.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Areas_are_ranked_by_themselves()
    {
        var framework = Build.Framework();
        var result = Computing.Compute(
            Build.Input(Build.Sheet(Build.Unit("A"), framework, 20, 20, 20, 10, 0), Build.Sheet(Build.Unit("B"), framework, 0, 20, 20, 29, 0)), "test");

        Assert.Equal([1, 2], result.Units[0].Areas.Select(area => area.Standing!.Value.Rank));
        Assert.Equal([2, 1], result.Units[1].Areas.Select(area => area.Standing!.Value.Rank));
    }

    [Fact]
    public void The_mean_shows_its_working()
    {
        var result = Computing.Compute(Build.Input(), "test");
        Assert.Equal("Tổng chỉ số chưa làm tròn của 3 đơn vị 240 ÷ 3 = 80,00", IndexWorking.Mean(result, result.Groups[0]).Sentence.Vi);
    }
}
