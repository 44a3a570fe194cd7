using CsCheck;
using ParIndex.Core.Computation;
using ParIndex.Core.Cycles;
using ParIndex.Testing;

namespace ParIndex.Core.Tests.Computation;

public class LawTests
{
    [Fact]
    public void The_order_of_arrival_changes_nothing() =>
        Gen.Select(Gen.Decimal[0, 100].Select(total => decimal.Round(total, 4)).Array[3, 12], Gen.Int[0, 1_000_000]).Sample((totals, seed) =>
        {
            var input = Build.Input(Build.Framework(), totals);
            var shuffled = input with
            {
                Units = Shuffle(input.Units, seed),
                Sheets = [.. Shuffle(input.Sheets, seed + 1).Select(sheet => new UnitSheet
                {
                    Unit = sheet.Unit,
                    Framework = sheet.Framework,
                    Leaves = [.. sheet.Leaves.Select(leaf => new LeafSheet { Acts = Shuffle(leaf.Acts, seed) })],
                })],
            };
            Assert.Equal(Lines(Computing.Compute(input, "test")), Lines(Computing.Compute(shuffled, "test")));
        }, iter: 100);

    [Fact]
    public void More_points_never_lower_a_rank() =>
        Gen.Select(Gen.Int[0, 99].Array[3, 12], Gen.Int[1, 10]).Sample((totals, more) =>
        {
            var before = Computing.Compute(Build.Input(Build.Framework(), [.. totals.Select(total => (decimal)total)]), "test");
            var raised = totals.Select((total, i) => i == 0 ? Math.Min(100m, total + more) : total).ToArray();
            var after = Computing.Compute(Build.Input(Build.Framework(), raised), "test");
            Assert.True(Rank(after) <= Rank(before));
        }, iter: 100);

    private static int Rank(CycleResult result) => result.Units.Single(unit => unit.Unit.Code.Value == "A").Standing!.Value.Rank;

    private static string[] Lines(CycleResult result) =>
    [
        .. result.Units.Select(unit => $"{unit.Unit.Code} {unit.Standing} {unit.Index} {string.Join(' ', unit.Areas.Select(area => $"{area.Achieved}{area.Standing}"))} {string.Join(' ', unit.Leaves)}"),
        .. result.Groups.Concat(result.Blocks).Select(group => $"{group.Code} {group.Mean} {group.Best} {group.Worst}"),
    ];

    private static T[] Shuffle<T>(IReadOnlyList<T> items, int seed)
    {
        var shuffled = items.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }
}
