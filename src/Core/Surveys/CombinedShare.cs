namespace ParIndex.Core.Surveys;

/// <summary>One unit's share as published: its answers and its interval.</summary>
/// <param name="Satisfied">Satisfied answers.</param>
/// <param name="Answers">Valid answers.</param>
/// <param name="Low">Lower bound of its 95 % interval in per cent; null: none.</param>
/// <param name="High">Upper bound.</param>
public readonly record struct UnitShare(int Satisfied, int Answers, double? Low, double? High);

/// <summary>
/// The share of all units together from their published figures alone: units are sampled independently, so that the variances of their shares add up by the
/// square of each one's part of the answers (Cochran 1977, 5.2). The wider half of an uneven interval counts, so that the margin is never too small.
/// </summary>
/// <param name="Share">Per cent.</param>
/// <param name="Margin">Half of the 95 % interval, in percentage points; null: a unit has no interval.</param>
/// <param name="Answers">Its base.</param>
public sealed record CombinedShare(Percent Share, double? Margin, int Answers)
{
    /// <summary>Null: no answers.</summary>
    public static CombinedShare? Of(IReadOnlyList<UnitShare> units)
    {
        var answers = units.Sum(unit => unit.Answers);
        if (answers == 0) return null;
        double? square = 0;
        foreach (var unit in units.Where(unit => unit.Answers > 0))
        {
            var share = 100.0 * unit.Satisfied / unit.Answers;
            var half = Math.Max(share - (unit.Low ?? double.NaN), (unit.High ?? double.NaN) - share);
            var part = half * unit.Answers / answers;
            square += part * part;
        }

        return new(Percent.Of(units.Sum(unit => unit.Satisfied), answers), square is { } known && !double.IsNaN(known) ? Math.Sqrt(known) : null, answers);
    }
}

/// <summary>How a factor moves with the rest of satisfaction from unit to unit.</summary>
public static class FactorLink
{
    /// <summary>Fewer units say nothing.</summary>
    public const int LeastUnits = 10;

    /// <summary>
    /// Pearson's correlation over units between the share of a factor and the share of all other factors together, so that a factor is not compared with itself;
    /// null: too few units, or no spread. It says what goes together between units, not what causes what.
    /// </summary>
    public static double? Of(IReadOnlyList<(double Own, double Others)> units)
    {
        if (units.Count < LeastUnits) return null;
        var (a, b) = (units.Average(unit => unit.Own), units.Average(unit => unit.Others));
        var together = units.Sum(unit => (unit.Own - a) * (unit.Others - b));
        var (one, other) = (units.Sum(unit => (unit.Own - a) * (unit.Own - a)), units.Sum(unit => (unit.Others - b) * (unit.Others - b)));
        return one == 0 || other == 0 ? null : together / Math.Sqrt(one * other);
    }
}
