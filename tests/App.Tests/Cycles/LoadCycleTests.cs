using ParIndex.App.Cycles;
using ParIndex.Testing;

namespace ParIndex.App.Tests.Cycles;

public sealed class LoadCycleTests
{
    [Theory, BothEngines]
    public async Task A_cycle_comes_with_its_settings_frameworks_and_units_in_order(Engine engine)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var database = new Database(engine);
        var id = await PreparedCycle.AddAsync(database, cancel);
        await using var db = database.Open();
        var load = new LoadCycle(db);

        var cycle = await load.RunAsync(id, cancel);
        Assert.Equal(("small-2021", 3), (cycle.Cycle.Code, cycle.Cycle.Stages.Count));
        Assert.Equal(["SNV", "STC", "STP"], cycle.Units.Select(unit => unit.Code.Value));
        Assert.Equal(["1.1.1", "1.1.2", "1.2.1", "2.1.1"], cycle.FrameworkOfUnit("STC")!.Leaves.Select(leaf => leaf.Code.Value));
        Assert.Equal(2m, cycle.Leaf("STC", "1.1.2")!.Max.Value);
        Assert.Null(cycle.Leaf("STC", "9.9.9"));
        Assert.Null(cycle.FrameworkOfUnit("SYT"));

        var again = await load.ByCodeAsync("small-2021", cancel, "STP");
        Assert.Equal(["STP"], again.Units.Select(unit => unit.Code.Value));
        Assert.Same(cycle.Frameworks["framework.json"], again.Frameworks["framework.json"]);
        Assert.Equal("not_found", (await Assert.ThrowsAsync<RefusedException>(() => load.RunAsync(id + 1, cancel))).Refusal.Code);
    }
}
