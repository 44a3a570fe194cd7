using ParIndex.Core.Computation;
using ParIndex.Core.Cycles;
using ParIndex.Core.Frameworks;
using ParIndex.Core.Ranking;
using ParIndex.Testing;

namespace ParIndex.Core.Tests.Computation;

public class UnitStateTests
{
    [Fact]
    public void Not_submitted_is_a_state_and_never_a_number()
    {
        var framework = Build.Framework();
        var silent = Build.Sheet(Build.Unit("B"), framework);
        var appraised = Build.Sheet(Build.Unit("C"), framework);
        foreach (var leaf in appraised.Leaves) leaf.Acts = [Build.Act(Build.Appraisal1, 0)];
        var result = Computing.Compute(Build.Input(Build.Sheet(Build.Unit("A"), framework, 20, 20, 20, 30, 0), silent, appraised), "test");

        foreach (var unit in result.Units.Skip(1))
        {
            Assert.Equal(UnitState.NotSubmitted, unit.State);
            Assert.Null(unit.Achieved);
            Assert.Null(unit.Index);
            Assert.Null(unit.Standing);
            Assert.All(unit.Areas, area => Assert.Null(area.Published));
        }

        Assert.Equal(90m, result.Groups[0].Mean);
        Assert.Equal((3, 1), (result.Groups[0].Units, result.Groups[0].RankedUnits));
        Assert.Equal(["R001", "R001"], result.Findings.Select(finding => finding.Code));
        Assert.False(result.Final);
    }

    [Fact]
    public void A_leaf_without_a_score_leaves_the_unit_incomplete_and_its_other_areas_known()
    {
        var result = Computing.Compute(Build.Input(Build.Sheet(Build.Unit("A"), Build.Framework(), 20, 20, 20, 30, null)), "test");
        var unit = result.Units[0];

        Assert.Equal(UnitState.Incomplete, unit.State);
        Assert.Null(unit.Published);
        Assert.Equal([100m, null], unit.Areas.Select(area => area.Published));
        Assert.Equal("R002", Assert.Single(result.Findings).Code);
    }

    [Fact]
    public void Where_nothing_applies_there_is_no_index_never_0_and_never_100()
    {
        // H-22: every leaf not applicable.
        var sheet = Build.Sheet(Build.Unit("A"), Build.Framework());
        foreach (var leaf in sheet.Leaves) leaf.Applicability = new ApplicabilityDecision(NotApplicablePolicy.Exclude, "Đơn vị mới thành lập");
        var result = Computing.Compute(Build.Input(sheet), "test");

        Assert.Equal(UnitState.NoIndex, result.Units[0].State);
        Assert.Null(result.Units[0].Index);
        Assert.Null(result.Groups[0].Mean);
        Assert.Equal("R004", Assert.Single(result.Findings).Code);
    }

    [Fact]
    public void An_area_of_which_nothing_applies_has_no_index_and_no_place()
    {
        var sheet = Build.Sheet(Build.Unit("A"), Build.Framework(), 20, 20, 20);
        foreach (var leaf in sheet.Leaves[3..]) leaf.Applicability = new ApplicabilityDecision(NotApplicablePolicy.Exclude, "Không có chức năng");
        var unit = Computing.Compute(Build.Input(sheet), "test").Units[0];

        Assert.Equal(100m, unit.Published);
        Assert.Null(unit.Areas[1].Index);
        Assert.Null(unit.Areas[1].Standing);
    }

    [Fact]
    public void What_does_not_fit_together_is_named()
    {
        var framework = Build.Framework(ties: new TiePolicy { Kind = TieKind.Ordered, Keys = ["unrounded", "area:9"] });
        var input = Build.Input(Build.Sheet(Build.Unit("A"), framework, 20, 20, 20, 30, 0)) with
        {
            Frameworks = new Dictionary<string, Framework> { ["departments"] = framework with { Total = Points.Of(99.99m) } },
        };
        var strange = Build.Sheet(Build.Unit("Z"), framework, 20, 20, 20, 30, 0);
        input = input with
        {
            Cycle = input.Cycle with { Groups = [Build.Group(), Build.Group("empty")], Blocks = [new Block("both", Text.Same("Both"), ["departments", "nowhere"])] },
            Units = [input.Units[0], input.Units[0], Build.Unit("B"), Build.Unit("C", "nowhere")],
            Sheets = [.. input.Sheets, strange],
        };
        var result = Computing.Compute(input, "test");

        Assert.False(result.Final);
        Assert.Equal(
            ["R009", "R203", "R204", "R205", "R206", "R207", "R208", "R209"],
            result.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Code).Distinct().Order(StringComparer.Ordinal));
        Assert.All(result.Findings, finding => Assert.False(string.IsNullOrWhiteSpace(finding.Message.Vi) || string.IsNullOrWhiteSpace(finding.Message.En)));
    }

    [Fact]
    public void A_sheet_of_another_shape_an_unknown_bonus_and_a_hole_between_bands_are_named()
    {
        var framework = Build.Framework() with { Bands = [new Band { Code = "top", Name = Text.Same("Top"), From = 95 }] };
        var good = Build.Sheet(Build.Unit("A"), framework, 20, 20, 20, 30, 0);
        var claiming = new UnitSheet
        {
            Unit = good.Unit,
            Framework = framework,
            Leaves = good.Leaves,
            Adjustments = [new AdjustmentClaim(CriterionCode.Parse("X9"), Quantity.Of(1), "QĐ 1")],
        };
        var short_ = new UnitSheet { Unit = Build.Unit("B"), Framework = framework, Leaves = good.Leaves[..2] };
        var codes = Computing.Compute(Build.Input(claiming, short_), "test").Findings.Select(finding => finding.Code);

        Assert.Equal(["R006", "R007", "R010"], codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_year_without_units_is_not_final()
    {
        var input = Build.Input() with { Units = [], Sheets = [] };
        var result = Computing.Compute(input, "test");

        Assert.False(result.Final);
        Assert.Contains(result.Findings, finding => finding.Code == "R210");
        Assert.Null(result.Blocks[0].Mean);
    }
}
