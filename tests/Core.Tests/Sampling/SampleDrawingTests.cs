using System.Globalization;
using ParIndex.Core.Sampling;

namespace ParIndex.Core.Tests.Sampling;

/// <summary>The draw: the same for the same seed, nobody twice, weights that add up, places that give nobody away.</summary>
public class SampleDrawingTests
{
    private const string Seed = "0123456789abcdef";

    [Fact]
    public void The_same_frame_and_seed_give_the_same_sample_and_another_seed_another()
    {
        var frame = Frame(900);
        var first = SampleFile.Write(SampleDrawing.Draw(frame, new(), Seed));
        Assert.Equal(first, SampleFile.Write(SampleDrawing.Draw([.. Enumerable.Reverse(frame)], new(), Seed)));
        Assert.NotEqual(first, SampleFile.Write(SampleDrawing.Draw(frame, new(), Seed + "/123")));
    }

    [Fact]
    public void A_person_is_drawn_once_however_many_dossiers_and_units()
    {
        // 300 dossiers of 60 persons, each with dossiers in three units.
        var frame = Enumerable.Range(0, 300).Select(i => Line(i, person: i % 60, unit: i / 60 % 3 == 0 ? "A" : i / 60 % 3 == 1 ? "B" : "C")).ToList();
        var sample = SampleDrawing.Draw(frame, new() { Reserve = 3 }, Seed);
        Assert.Equal(60, sample.Cases.Count);
        Assert.Equal(60, sample.Cases.Select(one => one.Line.Person).Distinct().Count());
    }

    [Fact]
    public void Weights_of_a_simple_draw_add_up_to_the_persons()
    {
        var sample = SampleDrawing.Draw(Frame(900), new() { DesignEffect = 1, Response = 1 }, Seed);
        var drawn = sample.Cases.Where(one => !one.Reserve).ToList();
        Assert.Equal(277, drawn.Count); // 900 ÷ (1 + 900 × 0.0025), rounded up
        Assert.Equal(139, sample.Cases.Count - drawn.Count);
        Assert.Equal(900, drawn.Sum(one => one.Weight), 6);
        Assert.All(drawn, one => Assert.Equal(900.0 / 277, one.Weight, 9));
    }

    [Fact]
    public void Everybody_has_the_same_chance_over_many_seeds()
    {
        var frame = Frame(40);
        var counts = new int[40];
        for (var run = 0; run < 2000; run++)
            foreach (var one in SampleDrawing.Draw(frame, new() { TakeAllBelow = 0, Margin = 0.2m, DesignEffect = 1, Response = 1, Reserve = 0 }, run.ToString(CultureInfo.InvariantCulture)).Cases)
                counts[int.Parse(one.Line.Dossier[1..], CultureInfo.InvariantCulture)]++;
        // 16 of 40 in each run: 800 expected, standard deviation 22.
        Assert.All(counts, count => Assert.InRange(count, 800 - 110, 800 + 110));
    }

    [Fact]
    public void Clusters_are_drawn_by_their_size_and_weights_are_equal_where_they_are_large_enough()
    {
        var frame = Enumerable.Range(0, 4000).Select(i => Line(i, cluster: $"c{i % 40}")).ToList();
        var sample = SampleDrawing.Draw(frame, new() { ClusterTake = 20, DesignEffect = 1, Response = 1 }, Seed);
        var drawn = sample.Cases.Where(one => !one.Reserve).ToList();
        Assert.Equal(19, drawn.Select(one => one.Cluster).Distinct().Count()); // 364 ÷ 20, rounded up
        Assert.All(drawn.GroupBy(one => one.Cluster), cluster => Assert.Equal(20, cluster.Count()));
        Assert.Equal(4000, drawn.Sum(one => one.Weight), 6);
    }

    [Fact]
    public void A_cluster_as_large_as_the_step_is_taken_for_certain_and_others_by_size()
    {
        var drawn = ClusterDrawing.Draw([1000, 10, 20, 30, 40], 2, 0x8000_0000);
        Assert.Equal(new DrawnCluster(0, 1), drawn[0]);
        // The rest: 100 persons, one cluster, mark at 50: 10, 30, 60 → the third of them, with chance 30 of 100.
        Assert.Equal(new DrawnCluster(3, 0.3), drawn[1]);
        Assert.Equal([0, 1, 2], ClusterDrawing.Draw([5, 5, 5], 3, 7).Select(one => one.Cluster));
    }

    [Fact]
    public void Strata_keep_their_least_and_the_parts_add_up()
    {
        Assert.Equal([10, 90, 200], SampleDrawing.Allocate(new(), 300, [10, 900, 2000]));
        Assert.Equal([10, 10], SampleDrawing.Allocate(new(), 5, [100, 100]));
        Assert.Equal([4, 3], SampleDrawing.Allocate(new(), 300, [4, 3]));
        Assert.Equal([100, 100, 100], SampleDrawing.Allocate(new() { Allocation = AllocationRule.Equal }, 300, [150, 900, 2000]));
    }

    [Fact]
    public void What_a_token_says_of_its_place_fits_at_least_ten_persons()
    {
        // Strata by procedure, some with a handful of persons, and persons with several dossiers, so that weights differ.
        var frame = Enumerable.Range(0, 1200).Select(i => Line(i, person: i % 1000, unit: i % 7 == 0 ? "A" : "B", procedure: i % 50 == 0 ? "rare" : i % 3 == 0 ? "p1" : "p2", cluster: $"c{i % 6}")).ToList();
        var sample = SampleDrawing.Draw(frame, new() { Strata = StratumRule.Procedure, ClusterTake = 15, LeastPerStratum = 3 }, Seed);
        var places = SafePlaces.Of(sample.Cases);
        // The reserve may never be asked and hides nobody.
        var groups = places.Zip(sample.Cases).Where(one => !one.Second.Reserve).GroupBy(one => (one.Second.Line.Unit, one.First)).ToList();
        Assert.True(groups.Count > 4);
        Assert.All(groups, group => Assert.True(group.Count() >= SafePlaces.Fewest, $"{group.Key}: {group.Count()}"));
        Assert.Equal(sample.Cases.Where(one => !one.Reserve).Sum(one => one.Weight), groups.Sum(group => group.Count() * group.Key.First.Weight / 1e6), 2);
    }

    private static List<FrameLine> Frame(int count) => [.. Enumerable.Range(0, count).Select(i => Line(i))];

    private static FrameLine Line(int number, int? person = null, string unit = "A", string procedure = "p", string cluster = "") =>
        new($"d{number}", $"n{person ?? number}", unit, procedure, new(2022, 5, 4), "Direct", cluster);
}
