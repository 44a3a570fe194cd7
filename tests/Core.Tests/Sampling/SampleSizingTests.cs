using System.Globalization;
using ParIndex.Core.Sampling;
using ParIndex.Testing;

namespace ParIndex.Core.Tests.Sampling;

/// <summary>Every row of sample_size_vectors.csv, and what a clustered draw really keeps.</summary>
public class SampleSizingTests
{
    public static TheoryData<int> Populations => [.. Vectors().Select(row => row[0])];

    [Theory, MemberData(nameof(Populations))]
    public void Sizes_are_those_of_the_vectors(int persons)
    {
        var row = Vectors().Single(one => one[0] == persons);
        Assert.Equal(row[2], For(SizeFormula.Yamane, 1, 1).Formula);
        Assert.Equal(row[4], For(SizeFormula.Cochran, 1, 1).Formula);
        Assert.Equal(row[5], For(SizeFormula.Yamane, 1.5m, 1).Answers);
        Assert.Equal(row[6], For(SizeFormula.Yamane, 1, 0.8m).Asked);

        // Small units are asked as a whole by another rule; here the formulas alone are meant.
        UnitSize For(SizeFormula formula, decimal effect, decimal response) =>
            SampleSizing.For(new() { Formula = formula, DesignEffect = effect, Response = response, TakeAllBelow = 0 }, persons);
    }

    [Fact]
    public void Nobody_in_the_frame_is_no_survey_and_a_small_unit_is_asked_as_a_whole()
    {
        Assert.Equal(new UnitSize(0, 0, 0, 0, false), SampleSizing.For(new(), 0));
        Assert.Equal(new UnitSize(29, 28, 29, 29, true), SampleSizing.For(new(), 29));
        Assert.False(SampleSizing.For(new() { Response = 1 }, 5000).Census);
    }

    [Fact]
    public void The_official_formula_promises_five_points_and_a_clustered_draw_keeps_fewer()
    {
        var plan = new SamplePlan { DesignEffect = 1, Response = 0.8m, ClusterTake = 20, ClusterAlike = 0.05m };
        var size = SampleSizing.For(plan, 10_000);
        Assert.Equal(385, size.Formula);
        Assert.Equal(482, size.Asked);
        var precision = SampleSizing.Precision(plan, size);
        // 1.959964 √(0.25 ÷ 385 × (10,000 − 385) ÷ 9,999); and √(0.25 ÷ 385.6 × 1.95 × 9,614.4 ÷ 9,999).
        Assert.Equal(4.898, precision.Promised, 3);
        Assert.Equal(1.95, precision.DesignEffect, 6);
        Assert.Equal(6.834, precision.Kept!.Value, 3);
    }

    private static List<int[]> Vectors() => [.. File.ReadLines(Repository.Path("tests", "Core.Tests", "Data", "sample_size_vectors.csv")).Skip(1)
        .Select(line => line.Split(',').Take(7).Select(cell => int.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];
}
