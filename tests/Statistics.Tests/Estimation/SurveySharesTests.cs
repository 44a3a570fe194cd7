using System.Globalization;
using ParIndex.Statistics.Estimation;
using ParIndex.Testing;

namespace ParIndex.Statistics.Tests.Estimation;

public class SurveySharesTests
{
    // Case 05 of the reference cases: R survey 4.5, strata, clusters and persons drawn without replacement.
    [Fact]
    public void One_pass_over_a_two_stage_sample_gives_the_figures_of_R()
    {
        var found = new SurveyShares(Case05(twoStages: true)).Item(0, 0);

        Assert.Equal(0.5755239826098733, found.Limits.Low, 1e-8);
        Assert.Equal(0.8518311356363156, found.Limits.High, 1e-8);
        Assert.Equal(11, found.Freedom);
        Assert.Equal(135, found.Forms);
    }

    [Fact]
    public void One_cluster_in_a_stratum_is_undefined_with_its_reason_unless_a_rule_is_named()
    {
        var sums = new SurveySums(1, 5, 4);
        foreach (var (stratum, cluster) in ((int, int)[])[(0, 0), (0, 1), (1, 2)]) Assert.Equal(cluster, sums.AddUnit(stratum, false));
        foreach (var (unit, level) in ((int, byte)[])[(0, 5), (1, 2), (1, 4), (2, 1)]) sums.Add(unit, [0], 1, [level]);

        Assert.Equal(Undefined.OneCluster, new SurveyShares(sums).Item(0, 0).Error.Reason);
        Assert.True(new SurveyShares(sums, LonelyRule.Adjust).Item(0, 0).Error.Value > 0);
        Assert.Equal(Undefined.NoAnswers, new SurveyShares(sums).Item(7, 0).Share.Reason);
    }

    [Fact]
    public void A_plain_sample_has_the_textbook_error_and_a_design_effect_of_one()
    {
        // 60 of 100: √(0.6 × 0.4 ÷ 99) = 0.049237.
        var sums = new SurveySums(1, 5, 4);
        sums.AddUnit(0, true);
        for (var i = 0; i < 100; i++) sums.Add(0, [0], 1, [(byte)(i < 60 ? 5 : 1)]);
        var found = new SurveyShares(sums).Item(0, 0);

        Assert.Equal(0.0492366, found.Error.Value, 1e-7);
        Assert.Equal(1, found.DesignEffect.Value, 1e-12);
        Assert.Equal([0.4, 0, 0, 0, 0.6], found.Levels);
    }

    [Fact]
    public void Everybody_satisfied_has_an_interval_that_is_not_of_width_0()
    {
        var sums = new SurveySums(2, 5, 4);
        sums.AddUnit(0, true);
        for (var i = 0; i < 20; i++) sums.Add(0, [0], 1, [5, 4]);
        var found = new SurveyShares(sums).Whole(0);

        // Clopper and Pearson, 20 of 20.
        Assert.Equal(0.8315665, found.Limits.Low, 1e-6);
        Assert.Equal(Undefined.NoSpread, found.DesignEffect.Reason);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_weight_that_is_not_above_0_is_refused(double weight)
    {
        var sums = new SurveySums(1, 5, 4);
        sums.AddUnit(0, true);
        Assert.Equal(("weight", "form 1"), Assert.Throws<BadInputException>(() => sums.Add(0, [0], weight, [5])) is var refusal ? (refusal.Code, refusal.Place) : default);
    }

    private static SurveySums Case05(bool twoStages)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests/Reference/cases/05-survey-stratified-cluster/sample.csv"));
        var names = lines[0].Split(',').ToList();
        var sums = new SurveySums(1, 5, 4);
        var (strata, units) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        foreach (var cells in lines.Skip(1).Select(line => line.Split(',')))
        {
            string At(string name) => cells[names.IndexOf(name)];
            double Number(string name) => double.Parse(At(name), CultureInfo.InvariantCulture);
            strata.TryAdd(At("stratum"), strata.Count);
            if (!units.TryGetValue(At("psuid"), out var unit))
                units[At("psuid")] = unit = sums.AddUnit(strata[At("stratum")], false, Number("N1"), twoStages ? Number("N2") : double.PositiveInfinity);
            sums.Add(unit, [0], Number("weight"), [At("satisfied") switch { "1" => 5, "0" => 1, _ => (byte)0 }]);
        }

        return sums;
    }
}
