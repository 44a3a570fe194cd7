using ParIndex.Core;

namespace ParIndex.App.Results;

/// <summary>A leaf of a unit whose points differ between two runs; null: none.</summary>
public sealed record LeafMove(string Leaf, Points? Before, Points? After);

/// <summary>A unit that differs between two runs, and the leaves that moved it.</summary>
public sealed record UnitMove(string Unit, string Group, int? RankBefore, int? Rank, decimal? IndexBefore, decimal? Index, IReadOnlyList<LeafMove> Leaves);

/// <summary>Who moved between two runs, and why.</summary>
public static class RunComparison
{
    /// <summary>Units whose place, index or points of a leaf differ, in the order of <paramref name="now"/>.</summary>
    /// <param name="before">Units of the earlier run.</param>
    /// <param name="now">Units of the later run.</param>
    /// <param name="leavesOf">Codes of the leaves of a group, in the framework's order.</param>
    public static IReadOnlyList<UnitMove> Of(IReadOnlyList<RunUnitRow> before, IReadOnlyList<RunUnitRow> now, Func<string, IReadOnlyList<string>> leavesOf)
    {
        var earlier = before.ToDictionary(unit => unit.Unit, StringComparer.Ordinal);
        var moves = new List<UnitMove>();
        foreach (var unit in now)
        {
            var old = earlier.GetValueOrDefault(unit.Unit);
            var leaves = old is null ? [] : Leaves(old, unit, leavesOf(unit.Group));
            if (old is null || old.Rank != unit.Rank || old.Index != unit.Index || leaves.Count > 0)
                moves.Add(new(unit.Unit, unit.Group, old?.Rank, unit.Rank, old?.Index, unit.Index, leaves));
        }

        return moves;
    }

    private static List<LeafMove> Leaves(RunUnitRow before, RunUnitRow now, IReadOnlyList<string> codes)
    {
        var moves = new List<LeafMove>();
        for (var i = 0; i < Math.Min(codes.Count, Math.Min(before.Leaves.Count, now.Leaves.Count)); i++)
            if (before.Leaves[i] != now.Leaves[i]) moves.Add(new(codes[i], Of(before.Leaves[i]), Of(now.Leaves[i])));
        return moves;
    }

    private static Points? Of(long? tenThousandths) => tenThousandths is { } given ? new Points(given) : null;
}
