using System.Globalization;
using CsCheck;
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
        var area = framework.Areas[1];
        framework = framework with
        {
            Areas = [framework.Areas[0], area with { Criteria = [area.Criteria[0] with { SubCriteria = [Build.Leaf("2.1.1", 24), Build.Leaf("2.1.2", 16)] }] }],
        };
        var parted = Build.Sheet(Build.Unit("BDT"), framework, 20, 20, 20, 8.32m, null);
        parted.Leaves[4].Applicability = new ApplicabilityDecision(NotApplicablePolicy.Exclude, "Không có chức năng này");
        var whole = Build.Sheet(Build.Unit("WHOLE"), framework, 20, 20, 20, 20, 0);

        var result = Computing.Compute(Build.Input(whole, parted), "test");

        Assert.Equal(["BDT", "WHOLE"], result.Units.Select(unit => unit.Unit.Code.Value));
        Assert.Equal(81.33m, result.Units[0].Published);
        Assert.Equal(84m, result.Units[0].Applicable!.Value.Value);
        Assert.Equal(1, result.Units[0].Standing!.Value.Rank);
        Assert.Equal("68,32 ÷ 84 × 100 = 81,33", IndexWorking.Of(result, result.Units[0]).Sentence.Vi);
    }

    [Fact]
    public void Bonus_and_penalty_are_capped_before_they_are_added_outside_the_total()
    {
        // rule_test_vectors.csv: 72 of 80; bonus 2 (cap 3); penalty 6 (cap 5): 87.00.
        var framework = Build.Framework(adjustments: Adjustments());
        var sheet = Adjusted(Build.Sheet(Build.Unit("A"), framework, 20, 20, 20, null, 12), framework, ("T1", 2), ("P1", 6));
        sheet.Leaves[3].Applicability = new ApplicabilityDecision(NotApplicablePolicy.Exclude, "Không phát sinh");
        sheet.Leaves[4] = new LeafSheet { Acts = [Build.Act(Build.Self, 2), Build.Act(Build.Appraisal1, 2)] };

        var unit = Computing.Compute(Build.Input(sheet), "test").Units[0];

        // 62 of 70 is 88.5714…; plus 2 less 5 is 85.57.
        Assert.Equal(2m, unit.Bonus.Value);
        Assert.Equal(5m, unit.Penalty.Value);
        Assert.Equal(85.57m, unit.Published);
    }

    [Fact]
    public void An_index_above_100_is_stopped_only_where_the_framework_says_so()
    {
        var framework = Build.Framework(adjustments: Adjustments());
        var free = Adjusted(Build.Sheet(Build.Unit("A"), framework, 20, 20, 20, 30, 10), framework, ("T1", 9));
        var capped = framework with { CapAtHundred = true };
        var stopped = Adjusted(Build.Sheet(Build.Unit("A"), capped, 20, 20, 20, 30, 10), capped, ("T1", 9));

        Assert.Equal(103m, Computing.Compute(Build.Input(free), "test").Units[0].Published);
        Assert.Equal(100m, Computing.Compute(Build.Input(stopped), "test").Units[0].Published);
    }

    [Fact]
    public void The_parts_add_up_to_the_whole() => Gen.Int[0, 20].Array[5].Sample(points =>
    {
        var unit = Computing.Compute(Build.Input(Build.Sheet(
            Build.Unit("A"), Build.Framework(), [.. points.Select((one, i) => (decimal?)Math.Min(one, i == 4 ? 10 : 20))])), "test").Units[0];
        Assert.Equal(unit.Achieved, unit.Areas.Aggregate(Points.Zero, (sum, area) => sum + area.Achieved));
        Assert.Equal(unit.Achieved, unit.Criteria.Aggregate(Points.Zero, (sum, criterion) => sum + criterion.Achieved));
        Assert.Equal(unit.Applicable, unit.Areas.Aggregate(Points.Zero, (sum, area) => sum + area.Applicable));
        Assert.Equal(unit.Achieved, unit.Leaves.Aggregate(Points.Zero, (sum, leaf) => sum + leaf.Points));
    });

    [Theory]
    [InlineData("68.32", "84", "0", "0", "81.3333")]
    [InlineData("87.89", "100", "0", "0", "87.8900")]
    [InlineData("72", "80", "2", "5", "87.0000")]
    [InlineData("66.4", "80", "0", "0", "83.0000")]
    public void Rows_of_kind_index_of_the_rule_vectors(string achieved, string applicable, string bonus, string penalty, string expected)
    {
        static Points Read(string text) => Points.Of(decimal.Parse(text, CultureInfo.InvariantCulture));
        var vectors = File.ReadAllLines(Repository.Path("tests", "Core.Tests", "Data", "rule_test_vectors.csv"))
            .Where(line => line.StartsWith("index,", StringComparison.Ordinal)).ToArray();
        Assert.Equal(4, vectors.Length);
        Assert.Contains(vectors, line => line.Contains($",100,{expected},", StringComparison.Ordinal));

        var index = UnitIndex.Of(Build.Framework(), Read(achieved), Read(applicable), Read(bonus), Read(penalty));

        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), index.Published(4));
    }

    private static AdjustmentRules Adjustments() => new()
    {
        BonusCap = Points.Of(3),
        PenaltyCap = Points.Of(5),
        Items = [Item("T1", AdjustmentKind.Bonus), Item("P1", AdjustmentKind.Penalty)],
    };

    private static AdjustmentRule Item(string code, AdjustmentKind kind) => new()
    {
        Code = CriterionCode.Parse(code),
        Kind = kind,
        Name = Text.Same(code),
        Each = Points.Of(1),
        Per = new("việc", "item"),
        Max = Points.Of(10),
        Source = "A",
    };

    private static UnitSheet Adjusted(UnitSheet sheet, Framework framework, params (string Code, int Cases)[] claims) => new()
    {
        Unit = sheet.Unit,
        Framework = framework,
        Leaves = sheet.Leaves,
        Adjustments = [.. claims.Select(claim => new AdjustmentClaim(CriterionCode.Parse(claim.Code), Quantity.Of(claim.Cases), "QĐ 1"))],
    };
}
