using ParIndex.Core.Appraisal;
using ParIndex.Core.Scoring;
using ParIndex.Statistics;

namespace ParIndex.Core.Tests.Appraisal;

public class ScoreSignsTests
{
    private static readonly CriterionCode Leaf = CriterionCode.Parse("1.1.1");
    private static readonly Guid Strict = new("00000000-0000-0000-0000-000000000001"), Mild = new("00000000-0000-0000-0000-000000000002");

    [Fact]
    public void A_unit_that_claims_far_more_than_its_group_stands_apart()
    {
        decimal[] off = [0.1m, 0.2m, 0.15m, 0.05m, 0.25m, 1.5m];
        var units = Inflation.OfUnits([.. off.Select((points, i) => Pair($"U{i}", "1.1.1", 2, 2, 2 - points))]);
        Assert.Equal(["U5"], units.Where(unit => unit.Stands).Select(unit => unit.Unit.Value));
        Assert.Equal(("U5", 1, 2m, 0.5m), (units[0].Unit.Value, units[0].Leaves, units[0].Claimed.Value, units[0].Given.Value));
        Assert.Equal(12.0m, Math.Round(units[0].Distance!.Value, 0));
    }

    [Fact]
    public void A_group_without_spread_has_no_distances_and_nobody_stands_apart()
    {
        var units = Inflation.OfUnits([.. Enumerable.Range(0, 4).Select(i => Pair($"U{i}", "1.1.1", 2, 2, 1.5m))]);
        Assert.All(units, unit => Assert.Null(unit.Distance));
        Assert.DoesNotContain(units, unit => unit.Stands);
    }

    [Fact]
    public void Leaves_are_listed_by_the_share_taken_off_and_only_where_something_was()
    {
        var leaves = Inflation.OfLeaves([Pair("U1", "1.1.1", 1, 1, 0.75m), Pair("U2", "1.1.1", 1, 1, 1), Pair("U1", "1.1.2", 4, 4, 3), Pair("U2", "1.1.2", 4, 4, 2), Pair("U1", "1.1.3", 1, 0.5m, 0.5m)]);
        Assert.Equal([("1.1.2", 2, 3m), ("1.1.1", 1, 0.25m)], leaves.Select(leaf => (leaf.Leaf.Value, leaf.Lowered, leaf.Off.Value)));
    }

    [Fact]
    public void The_strict_appraiser_is_named_whichever_units_came_to_each()
    {
        // The mild one takes 5 to 7 per cent off, the strict one 20 more; units differ among themselves.
        var pairs = new List<ScorePair>();
        for (var u = 0; u < 12; u++)
        {
            if (u < 10) pairs.Add(Pair($"U{u}", "1.1.1", 1, 1, 0.95m - (u % 3 * 0.01m), Mild));
            if (u > 1) pairs.Add(Pair($"U{u}", "1.1.2", 1, 1, 0.75m - (u % 3 * 0.01m) - (u % 2 * 0.02m), Strict));
        }

        var (appraisers, why) = AppraiserSeverity.Of(pairs);
        Assert.Equal(Undefined.None, why);
        Assert.Equal([Strict, Mild], appraisers.Select(one => one.By));
        Assert.Equal((10, 10, 10, true), (appraisers[0].Scores, appraisers[0].Units, appraisers[0].Lowered, appraisers[0].Stands));
        Assert.Equal(10.5m, appraisers[0].Effect);
    }

    [Fact]
    public void One_appraiser_alone_is_not_compared()
    {
        var (appraisers, why) = AppraiserSeverity.Of([Pair("U1", "1.1.1", 1, 1, 0.5m)]);
        Assert.Equal(Undefined.NoSolution, why);
        Assert.Null(Assert.Single(appraisers).Effect);
        Assert.Equal(50m, appraisers[0].Mean);
    }

    [Fact]
    public void Jumps_are_where_points_jump_and_say_which_side_is_better()
    {
        var brackets = new BracketsRule
        {
            Numerator = Input("a"),
            Denominator = Input("b"),
            Bands =
            [
                new() { From = Quantity.Of(90), FromIncluded = false, Points = Points.Of(2) },
                new() { From = Quantity.Of(70), To = Quantity.Of(90), ToIncluded = true, Points = Points.Of(1) },
                new() { To = Quantity.Of(70), Points = Points.Zero },
            ],
        };
        Assert.Equal([new(Quantity.Of(70), true, true), new(Quantity.Of(90), true, false)], brackets.Jumps(Points.Of(2), new()));
        var falling = brackets with { Bands = [new() { To = Quantity.Of(5), ToIncluded = true, Points = Points.Of(1) }, new() { From = Quantity.Of(5), FromIncluded = false, Points = Points.Zero }] };
        Assert.Equal([new(Quantity.Of(5), false, true)], falling.Jumps(Points.Of(1), new()));
        var cutoff = new LinearCutoffRule { Numerator = Input("a"), Denominator = Input("b"), Cutoff = Quantity.Of(80) };
        Assert.Equal([new(Quantity.Of(80), true, true)], cutoff.Jumps(Points.Of(1), new()));
        Assert.Empty(new LinearFloorRule { Numerator = Input("a"), Denominator = Input("b"), Floor = Quantity.Of(50) }.Jumps(Points.Of(1), new()));
    }

    [Fact]
    public void Many_just_over_a_threshold_and_none_just_under_stand_apart()
    {
        var rule = new LinearCutoffRule { Numerator = Input("a"), Denominator = Input("b"), Cutoff = Quantity.Of(80) };
        ReportedShare Share(int unit, int part) => new(UnitCode.Parse($"U{unit}"), "dept", Leaf, rule, Points.Of(1), new(), Quantity.Of(part), Quantity.Of(1000));
        // 800 lies on the better side; 821 and 779 are too far to count.
        var bunched = Bunching.Of([.. new[] { 800, 801, 803, 804, 805, 806, 820, 821, 779, 600 }.Select((part, i) => Share(i, part))]);
        Assert.Equal((7, 0, true), (bunched[0].Better.Count, bunched[0].Worse, bunched[0].Stands));
        var even = Bunching.Of([.. new[] { 800, 801, 803, 799, 798, 790, 780 }.Select((part, i) => Share(i, part))]);
        Assert.Equal((3, 4, false), (even[0].Better.Count, even[0].Worse, even[0].Stands));
    }

    [Fact]
    public void The_same_words_for_several_units_are_found_and_nearly_the_same_for_one_leaf()
    {
        const string Long = "don vi da ban hanh ke hoach va trien khai day du cac nhiem vu trong nam theo dung tien do";
        var texts = new[]
        {
            Text("U1", "1.1.1", Long), Text("U2", "1.1.2", Long), Text("U2", "1.1.3", Long),
            Text("U1", "2.1.1", Long + " duoc giao nam nay"), Text("U3", "2.1.1", Long + " duoc giao nam qua"),
            Text("U1", "3.1.1", "khong phat sinh"), Text("U2", "3.1.1", "khong phat sinh"),
            Text("U4", "2.1.1", "bao cao so lieu tong hop cua don vi duoc gui muon mot ngay vi he thong tam ngung"),
        };
        var groups = SameTexts.Of(texts);
        Assert.Equal(2, groups.Count);
        Assert.Equal(["U1 1.1.1", "U2 1.1.2", "U2 1.1.3"], groups[0].Places.Select(place => $"{place.Unit} {place.Leaf}"));
        Assert.Equal(100, groups[0].Alike);
        Assert.Equal(["U1 2.1.1", "U3 2.1.1"], groups[1].Places.Select(place => $"{place.Unit} {place.Leaf}"));
        Assert.InRange(groups[1].Alike, 80, 99);
        Assert.Empty(SameTexts.Of(texts, units: 3));
    }

    private static ScorePair Pair(string unit, string leaf, decimal max, decimal claimed, decimal given, Guid? by = null) =>
        new(UnitCode.Parse(unit), "dept", CriterionCode.Parse(leaf), Points.Of(max), Points.Of(claimed), Points.Of(given), by ?? Mild);

    private static WrittenText Text(string unit, string leaf, string words) => new(UnitCode.Parse(unit), CriterionCode.Parse(leaf), unit, words, words);

    private static RuleInput Input(string name) => new(name, new(name, name), InputKind.Count);
}
