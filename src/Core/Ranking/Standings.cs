namespace ParIndex.Core.Ranking;

/// <summary>A further figure by which equal scores are put in order.</summary>
/// <param name="Values">One value for each score; null stands last.</param>
/// <param name="LeastFirst">True where the smaller value is the better one, such as a number of complaints.</param>
public sealed record RankKey(IReadOnlyList<decimal?> Values, bool LeastFirst = false);

/// <summary>
/// Places in one group. Equal scores share the better rank and the next is skipped: 1, 2, 3, 3, 5 (Hải Phòng 2021, two districts
/// "đồng hạng 3"); keys may put equal scores in order, and what is then still equal shares. The order of arrival never decides.
/// </summary>
public static class Standings
{
    /// <summary>Places by score, greatest first; a null score has no place.</summary>
    /// <param name="scores">One score for each member of the group.</param>
    /// <param name="places">Decimals at which scores are equal; null: as given.</param>
    /// <param name="mode">Direction of that rounding.</param>
    /// <param name="keys">Tried in turn where scores are equal; none: equal scores share.</param>
    public static Standing?[] Of(
        IReadOnlyList<decimal?> scores, int? places = null, RoundingMode mode = RoundingMode.HalfAwayFromZero, params IReadOnlyList<RankKey> keys)
    {
        var standings = new Standing?[scores.Count];
        var compared = new decimal[scores.Count];
        var order = new int[scores.Count];
        var count = 0;
        for (var i = 0; i < scores.Count; i++)
        {
            if (scores[i] is not { } score) continue;
            // Negated, so that an ascending sort puts the best first.
            compared[count] = -(places is { } to ? Rounding.To(score, to, mode) : score);
            order[count++] = i;
        }

        Array.Sort(compared, order, 0, count);
        for (var from = 0; from < count;)
        {
            var to = from + 1;
            while (to < count && compared[to] == compared[from]) to++;
            Settle(standings, order.AsSpan(from, to - from), from, keys);
            from = to;
        }

        return standings;
    }

    // Members of one run are equal by score: keys order them, and runs of equal keys share.
    private static void Settle(Standing?[] standings, Span<int> run, int before, IReadOnlyList<RankKey> keys)
    {
        if (run.Length > 1 && keys.Count > 0) run.Sort((left, right) => Compare(left, right, keys));
        for (var from = 0; from < run.Length;)
        {
            var to = from + 1;
            while (to < run.Length && Compare(run[from], run[to], keys) == 0) to++;
            for (var i = from; i < to; i++) standings[run[i]] = new Standing(before + from + 1, to - from);
            from = to;
        }
    }

    private static int Compare(int left, int right, IReadOnlyList<RankKey> keys)
    {
        foreach (var key in keys)
        {
            var (a, b) = (key.Values[left], key.Values[right]);
            var order = (a, b) switch
            {
                (null, null) => 0,
                (null, _) => 1,
                (_, null) => -1,
                _ => key.LeastFirst ? a.Value.CompareTo(b.Value) : b.Value.CompareTo(a.Value),
            };
            if (order != 0) return order;
        }

        return 0;
    }
}
