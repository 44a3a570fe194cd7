using ParIndex.Core.Computation;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Testing;

namespace ParIndex.Core.Tests.Computation;

public class IndexTests
{
    [Fact]
    public void A_small_year_is_scored_ranked_and_final()
    {
        var result = Computing.Compute(Build.Input(), "test");

        Assert.True(result.Final);
        Assert.Empty(result.Findings);
        Assert.Equal(["A", "B", "C"], result.Units.Select(unit => unit.Unit.Code.Value));
        Assert.Equal([90m, 80m, 70m], result.Units.Select(unit => unit.Published!.Value));
        Assert.Equal([1, 2, 3], result.Units.Select(unit => unit.Standing!.Value.Rank));
        Assert.Equal(80m, Assert.Single(result.Groups).Mean);
        Assert.Equal("all", Assert.Single(result.Blocks).Code);
    }

    [Fact]
    public void Areas_and_criteria_are_divided_like_the_whole()
    {
        var unit = Computing.Compute(Build.Input(Build.Framework(), 75), "test").Units[0];

        Assert.Equal([100m, 37.5m], unit.Areas.Select(area => area.Published!.Value));
        Assert.Equal([100m, 100m, 37.5m], unit.Criteria.Select(criterion => criterion.Published!.Value));
        Assert.Equal([60m, 15m], unit.Areas.Select(area => area.Achieved.Value));
    }

    [Fact]
    public void Sixteen_points_that_do_not_apply_leave_the_denominator_as_for_Ban_Dan_toc_of_Thanh_Hoa_2023()
    {
        // 68.32 of 84 points is 81.33; so the unit stands above one with 80 of 100.
        var framework = Build.Framework();
        var whole = Build.Sheet(Build.Unit("WHOLE"), framework, 20m, 20m, 20m, 20m, 0m);
        var parted = new Framework_84();
        var result = Computing.Compute(parted.Input(whole), "test");

        Assert.Equal(["BDT", "WHOLE"], result.Units.Select(unit => unit.Unit.Code.Value));
        Assert.Equal(81.33m, result.Units[0].Published);
        Assert.Equal(84m, result.Units[0].Applicable!.Value.Value);
        Assert.Equal(68.32m, result.Units[0].Achieved!.Value.Value);
        Assert.Equal(1, result.Units[0].Standing!.Value.Rank);
    }

    private sealed class Framework_84
    {
        public CycleInput Input(UnitSheet other)
        {
            // 2.1.2 has 10 and 1.1.2 has 20 points; a framework of the same shape with 16 instead of 10 does the arithmetic of the article.
            var framework = Framework16();
            var excluded = Build.Sheet(Build.Unit("BDT"), framework, 20m, 20m, 20m, 8.32m, null);
            excluded.Leaves[4].Applicability = new ApplicabilityDecision(NotApplicablePolicy.Exclude, "Không có chức năng này");
            var whole = Build.Sheet(other.Unit, framework, 20m, 20m, 20m, 20m, 0m);
            return Build.Input(whole, excluded);
        }

        private static Framework Framework16()
        {
            var framework = Build.Framework();
            var area = framework.Areas[1];
            var criterion = area.Criteria[0];
            return framework with
            {
                Areas =
                [
                    framework.Areas[0],
                    area with { Criteria = [criterion with { SubCriteria = [Build.Leaf("2.1.1", 24), Build.Leaf("2.1.2", 16)] }] },
                ],
            };
        }
    }
}
