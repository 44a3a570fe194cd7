using ParIndex.Core.Frameworks;
using ParIndex.Core.Surveys;

namespace ParIndex.Core.Computation;

/// <summary>How far one unit's index, and so its rank, is left open by the sampling of the survey.</summary>
/// <param name="Low">Lower end of the 95 % interval of the published index; null: not known.</param>
/// <param name="High">Upper end.</param>
/// <param name="RankBest">Best rank the intervals of the group leave open.</param>
/// <param name="RankWorst">Worst rank.</param>
/// <param name="WhyNone">Why there is no interval; null: there is one.</param>
public sealed record UnitMargin(decimal? Low, decimal? High, int? RankBest, int? RankWorst, Text? WhyNone);

/// <summary>
/// The 95 % interval of an index from the sampling of the survey alone: each survey leaf is scored again by its own rule at the lower and
/// at the upper end of its measure's interval, and all move together. The same people answer all questions, so taking them to move
/// together errs on the wide side. Nothing else is in it: no error of appraisal, of evidence, or of the rules.
/// </summary>
public static class SurveyMargin
{
    /// <summary>The margin of every unit of a result.</summary>
    public static IReadOnlyDictionary<UnitCode, UnitMargin> Of(CycleResult result)
    {
        var margins = result.Units.ToDictionary(unit => unit.Unit.Code, unit => Interval(result, unit));
        foreach (var group in result.Units.GroupBy(unit => unit.Unit.Group))
        {
            var known = group.Where(unit => unit.Standing is not null)
                .Select(unit => (Code: unit.Unit.Code, Low: margins[unit.Unit.Code].Low ?? unit.Published, High: margins[unit.Unit.Code].High ?? unit.Published))
                .ToList();
            foreach (var (code, low, high) in known)
            {
                if (margins[code].Low is null) continue;
                margins[code] = margins[code] with
                {
                    RankBest = 1 + known.Count(other => other.Low > high),
                    RankWorst = known.Count - known.Count(other => other.High < low),
                };
            }
        }

        return margins;
    }

    private static UnitMargin Interval(CycleResult result, UnitResult unit)
    {
        if (unit.Published is null) return None("Đơn vị không có chỉ số.", "The unit has no index.");
        if (unit.Leaves.Length == 0)
            return None("Chỉ biết tổng điểm, không có số liệu khảo sát chi tiết.", "Only the total is known, not the survey beneath it.");
        if (unit.Satisfaction is not { } survey || unit.Applicable is not { TenThousandths: > 0 } applicable || unit.Achieved is not { } achieved)
            return None("Đơn vị không có kết quả khảo sát.", "The unit has no survey result.");

        var framework = result.Input.Frameworks[unit.Unit.Group];
        var (low, high, moved) = (achieved, achieved, false);
        for (var i = 0; i < unit.Leaves.Length; i++)
        {
            var leaf = framework.Leaves[i];
            var found = unit.Leaves[i];
            if (leaf.ScoredBy != ScoreSource.Survey || found.State != LeafState.Scored || leaf.Rule.Inputs.Count != 1) continue;
            if (Measured(survey, leaf.SurveyMeasure) is not { Low: { } from, High: { } to }) continue;
            low -= Points.Max(Points.Zero, found.Points - At(leaf, from, framework.Rounding));
            high += Points.Max(Points.Zero, At(leaf, to, framework.Rounding) - found.Points);
            moved = true;
        }

        return moved
            ? new(Published(low), Published(high), null, null, null)
            : None("Khảo sát không cho khoảng tin cậy.", "The survey gives no interval.");

        decimal Published(Points points) => Percent.Of(points, applicable).Plus(unit.Bonus).Plus(Points.Zero - unit.Penalty)
            .Published(framework.Rounding.PublishedPlaces, framework.Rounding.Mode);
    }

    private static SatisfactionValue? Measured(UnitSatisfaction survey, string? measure) =>
        measure is null or "sipas" or "all" ? survey.Overall : survey.Details.FirstOrDefault(value => value.Code == measure);

    private static Points At(Leaf leaf, double percent, ScoreRounding rounding)
    {
        var input = Quantity.Of(Rounding.HalfAwayFromZero((decimal)Math.Clamp(percent, 0, 100), 4));
        return leaf.Rule.Score([input], leaf.Max, rounding).Points;
    }

    private static UnitMargin None(string vi, string en) => new(null, null, null, null, new(vi, en));
}
