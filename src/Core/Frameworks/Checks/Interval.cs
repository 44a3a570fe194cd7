namespace ParIndex.Core.Frameworks.Checks;

/// <summary>A range with open or closed bounds, for finding overlaps and gaps in lists of bands.</summary>
internal readonly record struct Interval(decimal? From, bool FromIncluded, decimal? To, bool ToIncluded)
{
    public bool IsEmpty => From is { } from && To is { } to && (from > to || (from == to && !(FromIncluded && ToIncluded)));

    /// <summary>True when some value lies in both.</summary>
    public bool Overlaps(Interval other) => !Ends(this, other) && !Ends(other, this);

    /// <summary>True when every value of the other lies in this one too.</summary>
    public bool Contains(Interval other) =>
        (From is not { } from || (other.From is { } otherFrom && (otherFrom > from || (otherFrom == from && (FromIncluded || !other.FromIncluded)))))
        && (To is not { } to || (other.To is { } otherTo && (otherTo < to || (otherTo == to && (ToIncluded || !other.ToIncluded)))));

    public bool Holds(decimal value) =>
        (From is not { } from || value > from || (FromIncluded && value == from)) && (To is not { } to || value < to || (ToIncluded && value == to));

    /// <summary>The places, as upper and lower bound around them, that no interval of the list holds although there are some below and above.</summary>
    public static IEnumerable<(decimal From, decimal To)> Gaps(IEnumerable<Interval> intervals)
    {
        Interval? reached = null;
        foreach (var next in intervals.Where(interval => !interval.IsEmpty)
            .OrderBy(interval => interval.From ?? decimal.MinValue).ThenBy(interval => !interval.FromIncluded))
        {
            if (reached is { To: { } end } last && next.From is { } start && (end < start || (end == start && !last.ToIncluded && !next.FromIncluded)))
                yield return (end, start);
            if (reached is not { } before || Reaches(next, before)) reached = next;
        }
    }

    private static bool Reaches(Interval next, Interval before) =>
        before.To is { } end && (next.To is not { } to || to > end || (to == end && next.ToIncluded));

    private static bool Ends(Interval first, Interval second) =>
        first.To is { } end && second.From is { } start && (end < start || (end == start && !(first.ToIncluded && second.FromIncluded)));
}
